/// Keeps what was submitted, so that a crash at any instant loses no paid job.
///
/// A client that has a ledger writes what it is about to submit before it does, and what the service
/// said of it after. ``FileLedger`` keeps it in a file. A server keeps it in its database: two
/// methods, of which one inserts a row. The others can do without reading what is closed, and
/// ``openSubmissions(withJob:)`` is asked for each webhook, whoever sends it.
///
/// What is kept never contains the key.
public protocol JobLedger: Sendable {
  /// Keeps `event`, after those that were kept before.
  ///
  /// It returns when the event would survive a crash of the machine: what comes next costs money.
  func append(_ event: LedgerEvent) async throws

  /// Reads what was submitted, in the order of the submissions, as far as the ledger still keeps
  /// it: all that is open, and what was closed lately. ``LedgerSubmission/folding(_:)`` makes them
  /// of the events.
  func submissions() async throws -> [LedgerSubmission]

  /// The last of ``submissions()``, at most `count` of them, in the same order: what a list of a page
  /// shows.
  ///
  /// A ledger of many is asked for these without reading the others.
  func latestSubmissions(_ count: Int) async throws -> [LedgerSubmission]

  /// Those of ``submissions()`` that are not closed, in the same order.
  func openSubmissions() async throws -> [LedgerSubmission]

  /// Those of ``openSubmissions()`` in which the job with this ID is open, of whichever service. Most
  /// often it is one or none.
  func openSubmissions(withJob id: String) async throws -> [LedgerSubmission]

  /// Adds up what the submissions that were accepted have cost: a sum for each service, account,
  /// model, day and unit, in that order. By default these are of ``submissions()``; a ledger that
  /// forgets some of them keeps what they have cost.
  func expenses() async throws -> [LedgerExpense]
}

extension JobLedger {
  /// Adds up what those of ``submissions()`` that were accepted have cost.
  ///
  /// - Returns: What those of ``submissions()`` that were accepted have cost.
  public func expenses() async throws -> [LedgerExpense] {
    LedgerExpense.sums(of: try await submissions())
  }

  /// The last of ``submissions()``, all of which are read for it.
  ///
  /// - Returns: At most `count` submissions, in the order in which they began.
  public func latestSubmissions(_ count: Int) async throws -> [LedgerSubmission] {
    try await submissions().suffix(max(count, 0))
  }

  /// Those of ``submissions()`` that are not closed, all of which are read for it.
  ///
  /// - Returns: Those of ``submissions()`` that are not closed, all of which are read for it.
  public func openSubmissions() async throws -> [LedgerSubmission] {
    try await submissions().filter { !$0.isClosed }
  }

  /// Those of ``openSubmissions()`` in which the job with this ID is open.
  ///
  /// - Returns: Those of ``openSubmissions()`` in which the job with this ID is open.
  public func openSubmissions(withJob id: String) async throws -> [LedgerSubmission] {
    try await openSubmissions().filter { submission in
      submission.openJobs.contains { $0.id == id }
    }
  }
}
