import Foundation
import Hoox
import HooxTestModels
import ServiceTestSupport
import Testing
import TypedMediaTesting

/// How Hoox's jobs end when the service says it otherwise than documented.
@Suite(.timeLimit(.minutes(20))) struct EndingTests {
  @Test func aCompletedAssetWithoutAnAddressIsAskedAgain() async throws {
    let hoox = client(
      #"{"asset_id": "a1", "status": "completed", "url": null}"#,
      #"{"asset_id": "a1", "status": "completed"}"#,
      #"{"asset_id": "a1", "status": "completed", "url": "https://cdn.example.com/a1.mp4"}"#)
    let asset = try await hoox.job(id: "a1").result()
    #expect(asset.url?.absoluteString == "https://cdn.example.com/a1.mp4")
  }

  @Test func aCompletedAssetThatNeverHasAnAddressIsAnError() async throws {
    let hoox = client(#"{"asset_id": "a1", "status": "completed", "url": null}"#)
    let error = await #expect(throws: MediaError.self) { try await hoox.job(id: "a1").result() }
    #expect(error?.code == .malformedResponse)
    #expect(error?.message.contains("completed, and has no \"url\"") == true)
    #expect(error?.response?.status == 200)
  }

  @Test func aPageOfAGatewayDoesNotEndTheWait() async throws {
    let hoox = client(
      "<html>One moment</html>", "null",
      #"{"asset_id": 17, "status": "completed", "url": "https://cdn.example.com/a.mp4"}"#)
    #expect(try await hoox.job(id: "17").result().id == "17")
  }

  @Test func numbersServeAsIDs() async throws {
    let hoox = client(#"{"asset_ids": [101, "b", 101, ""], "status": "generating"}"#)
    let submission = try await hoox.submit(Pebble(prompt: "p"))
    #expect(submission.jobs.map(\.id) == ["101", "b"])
    let webhook = try HooxWebhook(
      parsing: Data(#"{"task": "asset_generation", "asset_id": 7, "status": "completed"}"#.utf8))
    #expect(webhook.assetID == "7")
    let long = try HooxWebhook(
      parsing: Data(
        #"{"task": "t", "status": "completed", "result": {"duration_seconds": 1e400}}"#.utf8))
    #expect(long.duration == nil)
  }

  /// A price that cannot be understood lets nothing through.
  @Test(arguments: ["1e400", "-1", "null", "\"many\""])
  func aPriceThatIsNoneIsRefused(price: String) async throws {
    let transport = Script([
      #"{"cost_per_generation": 1, "total_cost": \#(price)}"#, #"{"asset_ids": ["a"]}"#,
    ])
    let hoox = HooxClient(
      apiKey: "hx_test", configuration: ClientConfiguration.once.over(transport))
    await #expect(throws: MediaError.self) {
      try await hoox.submit(Pebble(prompt: "p"), maxCost: 50)
    }
    #expect(transport.count == 1)
  }

  private func client(_ answers: String...) -> HooxClient {
    HooxClient(
      apiKey: "hx_test",
      configuration: ClientConfiguration(transport: Script(answers), clock: VirtualClock()))
  }
}

/// Answers in turn, and with the last from then on.
final class Script: Transport {
  private let answers: [String]
  private let turns = Watched(0)

  init(_ answers: [String]) { self.answers = answers }

  var count: Int { turns.value }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let turn = turns.change { turn in
      turn += 1
      return turn - 1
    }
    let body = answers[min(turn, answers.count - 1)]
    return TransportResponse(status: 200, body: .data(Data(body.utf8)))
  }
}
