import TypedMediaComparison

/// What is said of an update when it is done.
struct UpdateReport {
  let update: SnapshotUpdate
  /// What changes, on the wire and in Swift; `nil` when that is nothing, or cannot be told.
  let comparison: SnapshotComparison?
  /// Whether nothing was written.
  let isDryRun: Bool

  /// What changed in each model, a line for each that is not as it was, and one with the numbers.
  ///
  /// The numbers come last: a comparison may be longer than a screen.
  var lines: [String] {
    let failed = update.failures.map(\.name)
    let models = [
      ("added", update.added), ("changed", update.changed), ("gone, and retired", update.retired),
      ("removed", update.removed), ("failed, what was there is kept", failed),
    ]
    let numbers = """
      added \(update.added.count), changed \(update.changed.count), \
      unchanged \(update.unchanged.count), gone \(update.retired.count + update.removed.count), \
      failed \(failed.count)
      """
    let changes = comparison.map { $0.changes.isEmpty ? [] : [$0.text, ""] } ?? []
    return changes + models.flatMap { state, names in names.map { "\(state): \($0.printable)" } }
      + [numbers + (isDryRun ? "; nothing was written" : "")]
  }
}
