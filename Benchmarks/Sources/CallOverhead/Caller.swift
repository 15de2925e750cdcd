public import ArgumentParser
public import Foundation
public import TypedMedia
import Workbench

/// A call as it is made with a bare transport, with what every call needs.
public struct BareCall: Sendable {
  /// `GET` or `POST`.
  public let method: String
  /// The address.
  public let url: URL
  /// The header fields.
  public let headers: [(name: String, value: String)]
  /// The body; `nil` for nothing.
  public let body: Data?
}

/// The process that makes the calls.
public struct Caller: ParsableArguments {
  @Option var address: String
  @OptionGroup var plan: CallPlan

  /// Creates a caller, as the parser does.
  public init() {}

  /// Makes the calls of the plan in turns of both kinds, and prints the microseconds of each turn.
  ///
  /// - Parameters:
  ///   - transport: What the runtime makes its calls with.
  ///   - bare: Makes a call with the same HTTP client, as one does who has no more than that, and reads the
  ///     answer's body.
  public func measure(
    _ transport: some Transport, against bare: @escaping @Sendable (BareCall) async throws -> Data
  ) async throws {
    guard let url = URL(string: address) else { throw ValidationError("\(address) is no address.") }
    let connection = ServiceConnection(
      profile: ServiceProfile(name: "Loopback") { _ in nil }, baseURL: url, key: "sk_loopback",
      configuration: ClientConfiguration(
        transport: transport,
        pace: RequestPace(requestsPerMinute: nil, maximumConcurrency: plan.atOnce)))
    var turns: [JSON] = []
    for round in 0...plan.rounds {
      let own = try await time { [isSpending = plan.spending] in
        let call: ServiceCall =
          isSpending
          ? .post("jobs", body: Order.sample.json, effect: .spends) : .get("jobs")
        _ = try await connection.send(call) { try $0.json["status"] }
      }
      let other = try await time { [isSpending = plan.spending] in
        var headers = [
          (name: "Authorization", value: "Bearer sk_loopback"),
          (name: "Accept", value: "application/json"),
        ]
        if isSpending { headers.append((name: "Content-Type", value: "application/json")) }
        let answer = try await bare(
          BareCall(
            method: isSpending ? "POST" : "GET", url: url.appendingPathComponent("jobs"),
            headers: headers, body: isSpending ? JSONEncoder().encode(Order.sample) : nil))
        _ = try JSONDecoder().decode(Status.self, from: answer)
      }
      // The first round warms both up.
      if round > 0 { turns.append([JSON(floatLiteral: own), JSON(floatLiteral: other)]) }
    }
    print(JSON.array(turns))
  }

  /// How many microseconds processors work for `body`, on average over the calls of a round.
  private func time(_ body: @escaping @Sendable () async throws -> Void) async throws -> Double {
    let start = ResourceUse.now.seconds
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<plan.calls {
        if number >= plan.atOnce { try await group.next() }
        group.addTask { try await body() }
      }
      try await group.waitForAll()
    }
    return (ResourceUse.now.seconds - start) / Double(plan.calls) * 1e6
  }
}

/// What a call that spends carries.
private struct Order: Encodable {
  var prompt: String
  var aspectRatio: String
  var resolution: String
  var duration: Int

  static let sample = Order(
    prompt: "A fox runs through autumn leaves at sunrise.", aspectRatio: "16:9",
    resolution: "720p", duration: 8)

  var json: JSON {
    [
      "prompt": .string(prompt), "aspectRatio": .string(aspectRatio),
      "resolution": .string(resolution), "duration": .number(JSONNumber(duration)),
    ]
  }
}

/// What is read of an answer.
private struct Status: Decodable {
  let id: String
  let status: String
  let progress: Double
}
