import TypedMediaComparison
import TypedMediaTerminal

/// The report of an update when it is done: what has changed, on the wire and in Swift.
public struct UpdateReport: Sendable, CustomStringConvertible {
  /// The models that are new.
  public let added: [String]
  /// The models that have another record.
  public let changed: [String]
  /// The models that are as they were.
  public let unchanged: [String]
  /// The models that the service has no more, and that keep their files for a while.
  public let retired: [String]
  /// The models that the service has no more, and whose files are removed.
  public let removed: [String]
  /// The models whose record could not be had, which keep their files, and the reason.
  public let failures: [(name: String, reason: String)]
  /// The changes, on the wire and in Swift, and which version they ask for; empty when that is
  /// nothing, or cannot be told.
  public let changes: String
  /// The path of the `typed-media.json` that was missing, and says now which service the requests are for;
  /// `nil` where there was one, or none is needed.
  public let settings: String?
  /// The warnings of what is odd, and held nothing back.
  public let warnings: [String]
  /// Tells whether nothing was written.
  public let isDryRun: Bool

  init(
    of update: SnapshotUpdate, in folder: SnapshotFolder, settings: String?, isDryRun: Bool
  ) {
    self.settings = settings
    added = update.added
    changed = update.changed
    unchanged = update.unchanged
    retired = update.retired
    removed = update.removed
    failures = update.failures
    self.isDryRun = isDryRun
    var warnings: [String] = []
    if update.lacksStamp {
      warnings.append(
        "'\(folder.path)' has no snapshot.json, and gets none: not all that is in it was fetched.")
    }
    do {
      let comparison = try update.comparison(with: folder)
      changes = comparison.map { $0.changes.isEmpty ? "" : $0.text } ?? ""
    } catch {
      // An update is not held back for it: a build says what is wrong, and by then the snapshots are there.
      changes = ""
      warnings.append("what changes in Swift cannot be told:\n\(error)")
    }
    self.warnings = warnings
  }

  /// The changes in each model, a line for each that is not as it was, and one with the numbers.
  ///
  /// The numbers come last: a comparison may be longer than a screen.
  public var description: String {
    let failed = failures.map(\.name)
    let models = [
      ("added", added), ("changed", changed), ("gone, and retired", retired),
      ("removed", removed), ("failed, what was there is kept", failed),
    ]
    let numbers = """
      added \(added.count), changed \(changed.count), unchanged \(unchanged.count), \
      gone \(retired.count + removed.count), failed \(failed.count)
      """
    let lines =
      (changes.isEmpty ? [] : [changes, ""])
      + (settings.map { ["added: \($0.printable)"] } ?? [])
      + models.flatMap { state, names in names.map { "\(state): \($0.printable)" } }
      + [numbers + (isDryRun ? "; nothing was written" : "")]
    return lines.joined(separator: "\n")
  }
}
