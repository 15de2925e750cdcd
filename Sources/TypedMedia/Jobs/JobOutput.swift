/// The result of a service's jobs: all that it says of them, or a part of it in a type of its own.
///
/// What a client reads by itself, such as `HooxAsset`, conforms by naming the client. A model's own
/// type reads what the client does, so that ``Job/result()`` of a request to that model gives it.
public protocol JobOutput: Sendable {
  /// The client whose jobs make it.
  associatedtype ServiceClient: ReportingService

  /// Reads it from what the client reads of every job.
  ///
  /// - Throws: ``JSONMismatch`` or ``MediaError`` where that is something else.
  init(_ output: ServiceClient.Output) throws
}

extension JobOutput where ServiceClient.Output == Self {
  /// Takes what the client reads as it is.
  public init(_ output: Self) { self = output }
}

/// A service whose jobs make what one model's type reads.
struct TypedJobs<Service: ReportingService, Output: JobOutput>: ReportingService
where Output.ServiceClient == Service {
  let service: Service

  var connection: ServiceConnection { service.connection }

  func status(of job: JobHandle) async throws -> JobStatus<Output> {
    try await service.status(of: job).map(Output.init)
  }

  func follows(_ submission: LedgerSubmission) -> Bool { service.follows(submission) }
}

extension TypedJobs: CancellingService where Service: CancellingService {
  func cancel(_ job: JobHandle) async throws -> String? { try await service.cancel(job) }
}
