public import Foundation

/// Something that happened to a submission.
///
/// ``data()`` and ``init(parsing:)`` write and read it as JSON, for a ledger of one's own.
public struct LedgerEvent: Hashable, Sendable {
  /// The submission's ID, which the client made.
  public let submission: UUID
  /// The date of the event.
  public let date: Date
  /// The event.
  public let kind: Kind

  /// Creates an event.
  public init(_ kind: Kind, of submission: UUID, at date: Date = .now) {
    self.submission = submission
    // Whole milliseconds survive being written and read.
    self.date = Date(
      timeIntervalSince1970: (date.timeIntervalSince1970 * 1_000).rounded() / 1_000)
    self.kind = kind
  }

  /// The events of a submission.
  public enum Kind: Hashable, Sendable {
    /// It is about to be sent.
    case intended(LedgerIntent)
    /// The service accepted it: it is paid, and these are its jobs, beside those that are known already. By
    /// their IDs, `results` has what those made that had ended when it answered, and `statusURLs` where it
    /// said to ask about them; `cost` is what it costs in all, of which the first that is said counts. `nil` where
    /// there is nothing.
    case accepted(
      jobIDs: [String], results: [String: JSON]? = nil, statusURLs: [String: URL]? = nil,
      cost: Cost? = nil)
    /// The service refused it, or it never reached it: it has cost nothing.
    case refused(reason: String)
    /// It was sent, and whether it was accepted is not known: nothing came back, or something from which
    /// no job could be read, which is in `response`.
    case lost(reason: String, response: ReceivedResponse? = nil)
    /// Somebody found out that it was not accepted, or no longer cares.
    case abandoned
    /// The app has what the job with this ID made, or knows that there is nothing.
    case acknowledged(jobID: String)
    /// Submissions that the ledger no longer keeps have cost this. The event's ID is that of no submission.
    case spent(LedgerExpense)

    static func accepted(_ jobs: [AcceptedJob], cost: Cost?) -> Kind {
      func members<Value>(_ value: (AcceptedJob) -> Value?) -> [String: Value]? {
        let members = jobs.compactMap { job in value(job).map { (job.id, $0) } }
        return members.isEmpty ? nil : Dictionary(members, uniquingKeysWith: { $1 })
      }
      return .accepted(
        jobIDs: jobs.map(\.id), results: members(\.result), statusURLs: members(\.statusURL),
        cost: cost)
    }
  }
}

/// A submission that is about to be sent.
public struct LedgerIntent: Hashable, Sendable {
  /// The service's name: `Hoox`.
  public let service: String
  /// The model's name.
  public let model: String?
  /// The path that it is sent to, below the service's address.
  public let path: [String]
  /// The body that is sent, without anything that is secret.
  public let body: JSON
  /// The IDs by which the service knows a request that it has seen; empty where it has no such thing.
  public let idempotencyKeys: [String]
  /// The account, as ``ClientConfiguration/account`` names it; `nil` where it names none.
  public let account: String?

  /// Creates an intent.
  public init(
    service: String, model: String?, path: [String], body: JSON, idempotencyKeys: [String] = [],
    account: String? = nil
  ) {
    self.service = service
    self.model = model
    self.path = path
    self.body = body
    self.idempotencyKeys = idempotencyKeys
    self.account = account
  }
}
