import Foundation
import Hoox
import HooxSandbox
import Rehearsal
import RequestRoutes
import Testing

/// What an app gets from a server at a real port.
@Suite(.serialized, .timeLimit(.minutes(20))) struct RequestRoutesTests {
  @Test func whatAnAppEncodesIsSubmittedAndFollowedToItsResult() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox(clock: clock)
    try await withServer(sandbox) { server in
      let request = Veo3_1(prompt: "A tide pool", duration: .seconds4, generationCount: 2)
      let answer = try await server.post("requests/veo-3.1", JSONEncoder().encode(request))
      #expect(answer.status == 202)
      let handles = try JSONDecoder().decode([JobHandle].self, from: answer.data)
      #expect(handles.count == 2 && handles.allSatisfy { $0.model == "veo-3.1" })
      for (state, duration) in [("waiting", 1), ("running", 10), ("completed", 0)] {
        for handle in handles {
          let report = try await server.get("jobs/\(handle.id)")
          #expect(report.status == 200)
          #expect(report.json?["state"] == .string(state), "\(report)")
          let link = report.json?["result"]?["url"]?.string
          #expect((link?.hasPrefix("https://") == true) == (state == "completed"))
        }
        clock.advance(by: .seconds(duration))
      }
      // The service got what the app meant, with the webhook that the server adds.
      let sent = try #require(await sandbox.receivedRequests.first { $0.endpoint == .start }?.body)
      #expect(sent["duration"] == 4 && sent["generation_count"] == 2)
      #expect(sent["webhook_url"] == "https://app.example/webhooks/hoox")
    }
  }

  @Test func requestAndWebhookComeToTheSameServer() async throws {
    let door = FrontDoor()
    let sandbox = HooxSandbox(pace: .quick, webhooks: door)
    try await withServer(sandbox, behind: door) { server in
      let answer = try await server.post("requests/z-image-turbo", Data(#"{"prompt":"A"}"#.utf8))
      let handle = try #require(
        try JSONDecoder().decode([JobHandle].self, from: answer.data).first)
      #expect(await server.app.first?.id == handle.id)
      // What was handed over can still be asked for.
      #expect(try await server.get("jobs/\(handle.id)").json?["state"] == "completed")
    }
  }

  @Test(arguments: [
    (#"{"prompt": "A", "duration": 7}"#, "/duration", "1:29", "one of 4, 6, 8"),
    (#"{"prompt": 1}"#, "/prompt", "1:12", "string"),
    (#"{"duration": 4}"#, "", "1:1", "prompt"),
    ("{\n \"prompt\": \"A\",\n \"sedd\": 4\n}", "", "1:1", "sedd"),
    (#"{"prompt": "A", "model_settings": {"sound": true}}"#, "/model_settings", "1:35", "sound"),
    (#"{"prompt": "A", "#, "", "1:17", "expected"),
    (#"["A"]"#, "", "1:1", "object"),
  ])
  func whatIsNotARequestIsRefusedWithItsPlace(
    body: String, property: String, position: String, words: String
  ) async throws {
    let sandbox = HooxSandbox(pace: .quick)
    try await withServer(sandbox) { server in
      let answer = try await server.post("requests/veo-3.1", Data(body.utf8))
      #expect(answer.status == 400)
      let error = try #require(answer.json?["error"])
      #expect(error["code"] == "invalidRequest")
      let place = try #require(error["places"]?.array?.first)
      #expect(place["property"] == .string(property))
      #expect(place["position"] == .string(position))
      #expect(place["message"]?.string?.contains(words) == true, "\(place)")
      #expect(await sandbox.receivedRequests.isEmpty)
    }
  }

  @Test func everyPlaceIsNamedAtOnce() async throws {
    try await withServer(HooxSandbox(pace: .quick)) { server in
      let body = #"{"prompt": 1, "duration": 7}"#
      let answer = try await server.post("requests/veo-3.1", Data(body.utf8))
      #expect(answer.json?["error"]?["places"]?.array?.count == 2)
    }
  }

  @Test func whatCostsTooMuchIsNotSubmitted() async throws {
    let sandbox = HooxSandbox(credits: 500, pace: .quick)
    await sandbox.setBaseCost(61, of: "veo-3.1")
    try await withServer(sandbox) { server in
      let answer = try await server.post("requests/veo-3.1", Data(#"{"prompt":"A"}"#.utf8))
      #expect(answer.status == 403)
      #expect(answer.json?["error"]?["code"] == "tooExpensive")
      #expect(await sandbox.credits == 500)
    }
  }

  @Test(arguments: [
    (SandboxFault.lostAnswer, 504, "outcomeUnknown"),
    (.rateLimited(), 503, "rateLimited"),
    (.unauthorized, 502, "invalidKey"),
    (.garbage, 504, "outcomeUnknown"),
  ])
  func whatGoesWrongAtTheServiceIsSaid(
    fault: SandboxFault, status: Int, code: String
  ) async throws {
    let sandbox = HooxSandbox(pace: .quick)
    await sandbox.script(fault, for: .start, times: 20)
    try await withServer(sandbox) { server in
      let answer = try await server.post("requests/veo-3.1", Data(#"{"prompt":"A"}"#.utf8))
      #expect(answer.status == status)
      #expect(answer.json?["error"]?["code"] == .string(code))
      #expect(!String(decoding: answer.data, as: UTF8.self).contains(HooxSandbox.apiKey))
    }
  }

  @Test func nobodyAsksForWhatIsNotTheServersOwn() async throws {
    let sandbox = HooxSandbox(pace: .quick)
    // A job of the same account, which this server did not submit.
    let stranger = try await sandbox.client().submit(ZImageTurbo(prompt: "A")).job.id
    try await withServer(sandbox) { server in
      #expect(try await server.get("jobs/\(stranger)").status == 404)
      #expect(try await server.get("jobs/nothing").json?["error"]?["code"] == "notFound")
      let model = try await server.post("requests/veo-9", Data("{}".utf8))
      #expect(model.status == 404 && model.json?["error"]?["code"] == "notFound")
      let large = Data(repeating: UInt8(ascii: " "), count: 100_000)
      #expect(try await server.post("requests/veo-3.1", large).status == 413)
    }
  }

  @Test func aClientWithoutALedgerIsNotServed() {
    #expect(throws: MediaError.self) { try RequestRoutes(HooxSandbox().client(), maxCost: 1) }
  }
}
