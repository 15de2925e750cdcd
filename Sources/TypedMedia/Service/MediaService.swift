/// A service that makes images, videos or sound of requests.
///
/// Say how a request becomes a call, how the answer names the jobs, and how a job's status is read: all that
/// clients have in common is there then, such as ``submit(_:options:)-(Request,_)``, ``Job/result()`` and
/// ``ReportingService/recover()``. What a service can do besides, it says by a protocol of its own:
/// ``PricedService``, ``CancellingService``, ``DeduplicatingService``.
public protocol MediaService: ReportingService {
  /// The options that may accompany a request, such as a folder for its result.
  associatedtype Options: SubmissionOptions = NoOptions

  /// Makes the call that submits a request.
  ///
  /// - Parameters:
  ///   - members: What the request says, checked against the model's schema.
  ///   - snapshot: The model that it is to.
  ///   - options: What accompanies it.
  /// - Throws: ``MediaError`` when the service takes no such request.
  func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: Options
  ) throws -> SubmissionCall

  /// Finds the jobs in the answer to a submission.
  ///
  /// - Throws: ``JSONMismatch`` where it names none, so that its outcome is open; ``MediaError`` where the
  ///   service refuses with a status of success.
  static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob]

  /// Reads what a submission costs from the answer to it; `nil` where that does not say, as by default.
  static func cost(in answer: ServiceResponse) -> Cost?

  /// Says why there is no job in an answer that was accepted; an error without a reason by default.
  static func error(withoutJobsIn answer: JSONObject) -> any Error
}

/// The options that may accompany a request to a service. Without arguments, it says nothing.
public protocol SubmissionOptions: Sendable {
  /// Creates options that say nothing.
  init()
}

/// The options of a service that has none.
public struct NoOptions: SubmissionOptions, Hashable {
  /// Creates them.
  public init() {}
}

/// A call that submits a request, and what is kept of it.
public struct SubmissionCall: Sendable {
  /// The call, whose effect is ``ServiceCall/Effect/spends``.
  public var call: ServiceCall
  /// The IDs by which the service knows it again, in its body or in the profile's
  /// ``ServiceProfile/idempotencyField``; empty where it does not.
  public var idempotencyKeys: [String]
  /// The body that the ledger keeps; `nil` for all but the call's secrets.
  public var kept: JSON?
  /// The price, where the service was asked beforehand.
  public var expectedCost: Cost?

  /// Creates a submission of `call`.
  public init(_ call: ServiceCall, idempotencyKeys: [String] = [], keeping kept: JSON? = nil) {
    self.call = call
    self.idempotencyKeys = idempotencyKeys
    self.kept = kept
  }
}

extension MediaService {
  /// Says nothing of the cost.
  ///
  /// - Returns: `nil`.
  public static func cost(in answer: ServiceResponse) -> Cost? { nil }

  /// Says that there is no job.
  ///
  /// - Returns: The error.
  public static func error(withoutJobsIn answer: JSONObject) -> any Error {
    JSONMismatch(problem: "has no jobs")
  }
}
