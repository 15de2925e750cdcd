public import Foundation

/// A ledger in a file.
///
/// ```swift
/// let folder = URL.applicationSupportDirectory.appending(path: "Jobs")
/// let ledger = try FileLedger(at: folder.appending(path: "ledger.jsonl"))
/// ```
///
/// The file has a line of JSON for each event and only grows at its end; now and then, one without
/// what is long closed takes its place. What a crash tears is mended when it is opened again.
///
/// There is one writer at a time: a lock on a file beside it sees to that, and ends when the ledger is
/// released or its process is killed. On a server with several processes, each has a file of its own,
/// or all share a database. On iOS, keep the file in the app's own container, as the system ends apps
/// that are suspended while they hold a lock in a shared one.
public final class FileLedger: JobLedger {
  private let lock: LedgerLock
  private let writer: LedgerWriter

  /// Opens the ledger at `url`, or begins one.
  ///
  /// It reads the whole file, which takes a moment where that is large.
  ///
  /// - Parameters:
  ///   - url: The file. Its folder is made if need be. Beside it there is one of the same name with
  ///     `.lock` at its end, and while it is replaced one with `.new`.
  ///   - retention: How long a submission is kept once it is closed.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where the file is
  ///   open already, is not a ledger, has a line that cannot be read, or cannot be written.
  public init(at url: URL, retention: Duration = .seconds(30 * 86_400)) throws {
    lock = try LedgerLock(url)
    writer = LedgerWriter(try LedgerFile(at: lock.url, retention: retention))
  }

  // The lock has to outlast a compaction that is under way.
  deinit { writer.finish() }

  /// Keeps `event`. What many tasks append at the same time is saved at once.
  ///
  /// It does not end early when its task is cancelled.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where the event
  ///   could not be kept. The ledger is as it was then, and one may try again.
  public func append(_ event: LedgerEvent) async throws {
    try await writer.append(LedgerFormat.line(event))
  }

  /// What was submitted: all that is open, and what was closed within the retention.
  ///
  /// It reads the whole file.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  public func submissions() async throws -> [LedgerSubmission] {
    try await LedgerSubmission.folding(writer.run { try $0.events() })
  }

  /// Leaves out of the file what has been closed for longer than the retention.
  ///
  /// This happens by itself when the ledger is opened, and as it grows.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  ///   Nothing is lost then.
  public func compact() async throws { try await writer.run { try $0.compact() } }
}
