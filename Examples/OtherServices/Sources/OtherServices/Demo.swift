import Foundation
import TypedMedia

/// What is shown of one service.
protocol Demo: Sendable {
  /// The service's name on the command line.
  static var name: String { get }

  init(_ show: Show)

  func run() async throws
}

/// What is shown while a job runs, and where its results go.
struct Show: Sendable {
  let folder: URL

  /// The key of a service itself; `nil` to play it.
  func key(of client: any CatalogService.Type) -> APIKey? {
    let key = client.catalog.keyVariable.flatMap { ProcessInfo.processInfo.environment[$0] } ?? ""
    return key.isEmpty ? nil : APIKey(key)
  }

  /// How to wait in a sandbox, which is faster than the service.
  var sandboxConfiguration: ClientConfiguration {
    ClientConfiguration(
      polling: PollingPolicy(first: .milliseconds(200), longest: .milliseconds(300)))
  }

  /// Waits for what a job makes, with a line for each status.
  func result<Output>(of job: Job<Output>) async throws -> Output {
    var last = ""
    for try await status in job.updates where status.rawStatus != last {
      last = status.rawStatus
      print("  \(last)")
      if status.isTerminal { break }
    }
    return try await job.result()
  }
}
