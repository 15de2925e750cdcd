public import Foundation

/// A ledger in a file.
///
/// ```swift
/// let folder = URL.applicationSupportDirectory.appending(path: "Jobs")
/// let ledger = try FileLedger(at: folder.appending(path: "ledger.jsonl"))
/// ```
///
/// The file has a line of JSON for each event and only grows at its end; now and then, one without
/// what nobody needs any more takes its place. What a crash tears is mended when it is opened again.
/// What is open is in memory too, so that only ``submissions()`` and ``expenses()`` read
/// the whole file.
///
/// There is one writer at a time. A lock on the file itself sees to that, by whatever name it is
/// opened; it ends when the ledger is released or its process is killed. Where the file is removed,
/// moved or replaced while it is open, nothing more can be appended, and so nothing be submitted. On a
/// server with several processes, each has a file of its own, or all share a database. On iOS, keep the
/// file in the app's own container, as the system ends apps that are suspended while they hold a lock
/// in a shared one; it can be read and written from the first unlocking of the device on.
public final class FileLedger: JobLedger {
  private let writer: LedgerWriter

  /// Opens the ledger at `url`, or begins one.
  ///
  /// It reads the whole file, which takes a moment where that is large.
  ///
  /// - Parameters:
  ///   - url: The file: one that is a ledger, an empty one, or none. Its folder is made if need be.
  ///     While the file is replaced, there is another beside it.
  ///   - retention: How long a submission is kept once it is closed. What its jobs made is kept until
  ///     they are acknowledged.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where the file is
  ///   open already, is not a ledger, has a line that cannot be read, or cannot be written. It is left
  ///   as it is then.
  public init(at url: URL, retention: Duration = .seconds(30 * 86_400)) throws {
    writer = LedgerWriter(try LedgerFile(at: url, retention: retention))
  }

  // Who opens the file next must find it free, and whole, which it may not be while a compaction is
  // under way. That is worth a wait for the disk, on whatever thread this is.
  deinit { writer.finish() }

  /// Keeps `event`. What many tasks append at the same time is saved at once.
  ///
  /// It does not end early when its task is cancelled.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where the event
  ///   could not be kept: the disk is full, the file is no longer there, or a body is nested more than
  ///   256 deep. The ledger is as it was then, and one may try again.
  public func append(_ event: LedgerEvent) async throws {
    try await writer.append(LedgerLine(event))
  }

  /// Reads what was submitted: all that is open, and what was closed within the retention.
  ///
  /// It reads the whole file.
  ///
  /// - Returns: What was submitted: all that is open, and what was closed within the retention.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  public func submissions() async throws -> [LedgerSubmission] {
    try await writer.run { try $0.submissions() }
  }

  /// Reads what was submitted last.
  ///
  /// It reads the file from its end, as far as need be, and takes as long in a ledger of many submissions as
  /// in one of few.
  ///
  /// - Returns: At most `count` submissions, in the order in which they began: all that are open, and those
  ///   that were closed within the retention, count.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  public func latestSubmissions(_ count: Int) async throws -> [LedgerSubmission] {
    try await writer.run { try $0.latestSubmissions(count) }
  }

  /// Reads what was submitted and is not closed.
  ///
  /// It reads nothing, unless something that was closed may be open again.
  ///
  /// - Returns: What was submitted and is not closed.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  public func openSubmissions() async throws -> [LedgerSubmission] {
    try await writer.run { try $0.openSubmissions().all }
  }

  /// Reads what was submitted and has a job with this ID that is open.
  ///
  /// It takes as long in a ledger of many jobs as in one of few.
  ///
  /// - Returns: What was submitted and has a job with this ID that is open.
  /// - Throws: As ``openSubmissions()``.
  public func openSubmissions(withJob id: String) async throws -> [LedgerSubmission] {
    try await writer.run { try $0.openSubmissions().withOpenJob(id) }
  }

  /// Adds up what the submissions that were accepted have cost, those too that the file no longer
  /// has.
  ///
  /// It reads the whole file.
  ///
  /// - Returns: What the submissions that were accepted have cost, those too that the file no
  ///   longer has.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  public func expenses() async throws -> [LedgerExpense] {
    try await writer.run { try $0.expenses() }
  }

  /// Leaves out of the file what has been closed for longer than the retention, and what acknowledged
  /// jobs made.
  ///
  /// This happens by itself, when the ledger is opened and as it grows, where enough can be left out.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where that fails.
  ///   Nothing is lost then.
  public func compact() async throws { try await writer.run { try $0.compact() } }
}
