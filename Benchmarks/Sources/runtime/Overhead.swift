import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia
import Workbench

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Makes the same call with the runtime and with bare `URLSession`, in turn.
struct Overhead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares a call with the same call on bare URLSession, over loopback.")

  @Option(help: "How many rounds.")
  var rounds = 15

  @Option(help: "How many calls a round.")
  var calls = 300

  @Option(help: "How many calls are under way at once.")
  var atOnce = 1

  @Flag(help: "Print the microseconds of each round as JSON.")
  var json = false

  func run() async throws {
    let server = try LoopbackServer(remembersRequests: false) { _ in
      [
        .answer(
          200, ["Content-Type": "application/json"],
          body: #"{"id": "job-1", "status": "running", "progress": 0.25}"#)
      ]
    }
    let url = try server.url()
    let connection = ServiceConnection(
      profile: ServiceProfile(name: "Loopback") { _ in nil }, baseURL: url, key: "sk_loopback")
    let session = URLSession(configuration: URLSessionTransport.forgetful)
    var request = URLRequest(url: url.appendingPathComponent("jobs"))
    request.setValue("Bearer sk_loopback", forHTTPHeaderField: "Authorization")
    var (ours, bare): ([Double], [Double]) = ([], [])
    for round in 0...rounds {
      let call = try await time {
        _ = try await connection.send(.get("jobs")) { answer in
          _ = try answer.json["status"]
        }
      }
      let plain = try await time { [request] in
        let (data, _) = try await session.data(for: request)
        _ = try JSONDecoder().decode(Status.self, from: data)
      }
      // The first round warms both up.
      guard round > 0 else { continue }
      ours.append(call)
      bare.append(plain)
    }
    if json {
      print(
        JSON.array(
          zip(ours, bare).map { [JSON(floatLiteral: $0 * 1e6), JSON(floatLiteral: $1 * 1e6)] }))
      return
    }
    var table = Table("one call over loopback, processor time", "median")
    table.add("TypedMedia", String(format: "%.0f µs", ours.median * 1e6))
    table.add("bare URLSession and JSONDecoder", String(format: "%.0f µs", bare.median * 1e6))
    table.add(
      "ratio (at most 1.15)", String(format: "%.2f", zip(ours, bare).map { $0 / $1 }.median))
    print(table)
  }

  private struct Status: Decodable {
    let id: String
    let status: String
    let progress: Double
  }

  /// How many seconds processors work for `body`, on average over the calls of a round. The server is in
  /// this process, and takes the same part of both.
  private func time(_ body: @escaping @Sendable () async throws -> Void) async throws -> Double {
    let start = ResourceUse.now.seconds
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<calls {
        if number >= atOnce { try await group.next() }
        group.addTask { try await body() }
      }
      try await group.waitForAll()
    }
    return (ResourceUse.now.seconds - start) / Double(calls)
  }
}
