import Foundation

/// What one has to hold to write to a ledger's file. It ends when it is released, or the process is
/// killed.
final class LedgerLock: Sendable {
  /// The file.
  let url: URL
  // A file of its own, as compaction replaces the ledger's.
  private let file: OpenFile

  /// Makes the folder of `url`, if need be, and locks the file.
  init(_ url: URL) throws {
    guard url.isFileURL else {
      throw MediaError(
        .ledgerUnavailable, "A ledger is kept in a file, and \(url.absoluteString) is not one's.")
    }
    // Another name for the same file is no way past its lock.
    self.url = url.standardizedFileURL.resolvingSymlinksInPath()
    try OpenFile.makeFolder(self.url.deletingLastPathComponent())
    file = try OpenFile(emptyAt: self.url.appendingPathExtension("lock"))
    guard try file.lock() else {
      throw MediaError(
        .ledgerUnavailable,
        "\(self.url.path) is open already, in this process or another. A ledger has one writer at a time."
      )
    }
  }

  deinit { file.unlock() }
}
