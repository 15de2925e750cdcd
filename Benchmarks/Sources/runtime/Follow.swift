import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia
import Workbench

/// Follows many jobs at once, in a process of its own.
struct Follow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Follows many jobs at once, and prints memory, processor time and requests a minute.")

  @Option(help: "How many jobs to follow.")
  var jobs = 10_000

  @Option(help: "For how many seconds.")
  var seconds = 60

  @Option(help: "How many requests a minute the service takes.")
  var requestsPerMinute = 6_000

  func run() async throws {
    let server = try LoopbackServer(remembersRequests: false) { request in
      [.answer(200, body: #"{"id": "\#(request.path)", "status": "running"}"#)]
    }
    let run = try Measured.successfully(
      CommandLine.arguments[0],
      [
        "follower", "--address", try server.url().absoluteString, "--jobs", "\(jobs)", "--seconds",
        "\(seconds)", "--requests-per-minute", "\(requestsPerMinute)",
      ])
    print(run.output)
  }
}

/// The process that follows.
struct Follower: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "follower", shouldDisplay: false)

  @Option var address: String
  @Option var jobs: Int
  @Option var seconds: Int
  @Option var requestsPerMinute: Int

  func run() async throws {
    guard let url = URL(string: address) else { throw ValidationError("\(address) is no address.") }
    let count = RequestCount()
    let client = RunningJobs(
      connection: ServiceConnection(
        profile: ServiceProfile(name: "Running") { _ in nil },
        baseURL: url, key: "sk_running",
        configuration: ClientConfiguration(
          pace: RequestPace(requestsPerMinute: requestsPerMinute),
          observer: { count.add($0) })))
    let before = ResourceUse.now
    let start = ContinuousClock.now
    let (elapsed, use) = await withTaskGroup(of: Void.self) { group in
      for number in 0..<jobs {
        group.addTask { _ = try? await client.job(id: "job-\(number)").result() }
      }
      try? await Task.sleep(for: .seconds(seconds))
      defer { group.cancelAll() }
      return ((ContinuousClock.now - start).seconds, ResourceUse.now)
    }
    var table = Table("\(jobs) jobs followed at once", "measured", "at most")
    table.add("peak memory, whole process", "\(use.peakMemory / 1_000_000) MB", "100 MB")
    table.add(
      "processor", String(format: "%.2f cores", (use.seconds - before.seconds) / elapsed),
      "0.50 cores")
    table.add(
      "requests a minute", "\(Int(Double(count.total) / elapsed * 60))", "\(requestsPerMinute)")
    table.add("requests that failed", "\(count.failed)", "0")
    print(table)
  }
}

/// Jobs that never end.
private struct RunningJobs: ReportingService {
  let connection: ServiceConnection

  func status(of job: JobHandle) async throws -> JobStatus<Never> {
    try await connection.send(.get("jobs", job.id, priority: .background)) { answer in
      JobStatus(.running, rawStatus: try answer.json["status"]?.string ?? "unknown")
    }
  }
}

private final class RequestCount: @unchecked Sendable {
  private let lock = NSLock()
  private var counts = (total: 0, failed: 0)

  var total: Int { lock.withLock { counts.total } }
  var failed: Int { lock.withLock { counts.failed } }

  func add(_ attempt: CallAttempt) {
    lock.withLock {
      counts.total += 1
      // What is under way at the end is broken off.
      if let status = attempt.status, status != 200 { counts.failed += 1 }
    }
  }
}
