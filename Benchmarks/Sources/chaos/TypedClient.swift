import TypedMedia

/// A service's own client, with a request for each number.
struct TypedClient<Service: MediaService, Request: GenerationRequest>: ChaosClient
where
  Request.ServiceClient == Service, Request.Output: JobOutput,
  Request.Output.ServiceClient == Service
{
  let service: Service
  private let request: @Sendable (Int) -> Request
  private let resubmit: @Sendable (LedgerSubmission) async throws -> [Job<Service.Output>]

  /// Creates a client of a service that would take a request which is sent again for another.
  init(_ service: Service, request: @escaping @Sendable (Int) -> Request) {
    self.service = service
    self.request = request
    resubmit = { _ in [] }
  }

  /// Creates a client of a service that knows a request again.
  init(
    deduplicating service: Service, request: @escaping @Sendable (Int) -> Request
  ) where Service: DeduplicatingService {
    self.service = service
    self.request = request
    resubmit = { try await service.resubmit($0).jobs }
  }

  func submit(_ number: Int) async throws -> [Job<Service.Output>] {
    try await service.submit(request(number)).jobs.map { service.job($0.handle) }
  }

  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<Service.Output>] {
    try await resubmit(submission)
  }
}
