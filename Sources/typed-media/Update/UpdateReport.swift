import TypedMediaComparison

/// What is said of an update when it is done.
struct UpdateReport {
  let update: SnapshotUpdate
  /// Whether the files of models that are gone are removed.
  let removesGone: Bool
  /// Whether nothing was written.
  let isDryRun: Bool

  /// What changed in each model, a line for each that is not as it was, and one with the numbers.
  var lines: [String] {
    let gone = Set(update.gone)
    let new = update.changes.filter { $0.old == nil }.map(\.name)
    let changed = update.changes.filter { $0.old != nil && !gone.contains($0.name) }.map(\.name)
    let failed = update.failures.map(\.name)
    let goneState = removesGone ? "removed" : "gone, and retired"
    let models = [
      ("added", new), ("changed", changed), (goneState, update.gone),
      ("failed, what was there is kept", failed),
    ]
    let numbers = """
      added \(new.count), changed \(changed.count), unchanged \(update.unchanged.count), \
      gone \(update.gone.count), failed \(failed.count)
      """
    let comparison = update.comparison.map { $0.changes.isEmpty ? [] : [$0.text, ""] } ?? []
    return comparison + models.flatMap { state, names in names.map { "\(state): \($0.printable)" } }
      + [numbers + (isDryRun ? "; nothing was written" : "")]
  }
}
