public import Foundation

/// A job that a service accepted, as its answer tells of it.
public struct AcceptedJob: Hashable, Sendable, Identifiable {
  /// The job's ID: the service's, or one that the client made where it gives none to what has ended.
  public var id: String
  /// The result, as the service answered; `nil` when it has to be asked for.
  public var result: JSON?
  /// The address at which the service said to ask about it; `nil` where its ID is enough.
  public var statusURL: URL?

  /// Creates a job.
  public init(id: String, result: JSON? = nil, statusURL: URL? = nil) {
    self.id = id
    self.result = result
    self.statusURL = statusURL
  }
}

/// The jobs that a service accepted of a submission.
public struct AcceptedSubmission: Sendable {
  /// The service's answer.
  public let answer: ServiceResponse
  /// The jobs, in its order.
  public let jobs: [JobHandle]
  /// The price, as the service says in its answer, or said beforehand; `nil` where it did not.
  public let cost: Cost?
}
