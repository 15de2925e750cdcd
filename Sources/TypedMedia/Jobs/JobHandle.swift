public import Foundation

/// The facts to keep of a job to find it again: store it, and follow it in another process.
///
/// ```swift
/// let stored = try JSONEncoder().encode(job.handle)
/// // … later, elsewhere:
/// let job = hoox.job(try JSONDecoder().decode(JobHandle.self, from: stored))
/// let asset = try await job.result()
/// ```
public struct JobHandle: Codable, Hashable, Sendable, Identifiable {
  /// The service, as errors name it: `Hoox`.
  public var service: String
  /// The model's name; `nil` when the handle was made from an ID alone.
  public var model: String?
  /// The job's ID at the service.
  public var id: String
  /// The date when the service accepted it; `nil` when the handle was made from an ID alone.
  public var submittedAt: Date?
  /// The submission that it belongs to in the client's ledger; `nil` when there is no ledger.
  public var submission: UUID?
  /// The result of the job, where the service answered with that at once and cannot be asked for it
  /// again; `nil` elsewhere.
  public var result: JSON?
  /// The address at which the service said to ask about the job: an address for
  /// ``ServiceCall/get(at:priority:)``. `nil` where its ID is enough.
  public var statusURL: URL?

  /// Creates a handle.
  public init(
    service: String,
    model: String? = nil,
    id: String,
    submittedAt: Date? = nil,
    submission: UUID? = nil,
    result: JSON? = nil,
    statusURL: URL? = nil
  ) {
    self.service = service
    self.model = model
    self.id = id
    self.submittedAt = submittedAt
    self.submission = submission
    self.result = result
    self.statusURL = statusURL
  }
}
