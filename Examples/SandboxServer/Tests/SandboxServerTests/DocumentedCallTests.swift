import Foundation
import HedraSandbox
import HooxSandbox
import Testing
import TypedMedia

/// The calls of the services' documentation, with the address changed, over HTTP.
@Suite(.serialized, .timeLimit(.minutes(20))) struct DocumentedCallTests {
  @Test func everyCallThatIsShownAtTheStartWorks() async throws {
    try await withServer { origin, server in
      for sandbox in server.sandboxes {
        #expect(!sandbox.samples.isEmpty)
        for sample in sandbox.samples {
          var headers: HeaderFields = [:]
          headers[sandbox.authorization.name] = sandbox.authorization.value
          let answer = try await call(
            sample.body == nil ? "GET" : "POST", "\(origin)/\(sandbox.name)/\(sample.path)",
            sample.body, headers: headers)
          #expect((200..<300).contains(answer.status), "\(sandbox.name)/\(sample.path)")
          #expect(answer.headers["Content-Type"] == "application/json")
        }
      }
    }
  }

  @Test func hooxAnswersAsDocumentedUpToTheFile() async throws {
    let clock = VirtualClock()
    try await withServer(clock: clock) { origin, _ in
      func hoox(
        _ method: String, _ path: String, _ body: JSON? = nil
      ) async throws -> Answer {
        try await call(method, "\(origin)/hoox/\(path)", key: HooxSandbox.apiKey, body)
      }
      let list = try await hoox("GET", "asset/models?type=video&provider=kling")
      #expect(list.json?["type"] == "video" && list.json?["provider"] == "kling")
      #expect(list.json?["count"]?.int == list.json?["models"]?.array?.count)
      #expect(list.headers["X-RateLimit-Limit"] == "100")
      let model = try await hoox("GET", "asset/models/veo-3.1")
      #expect(model.json?["input_schema"]?["properties"]?["prompt"] != nil)
      let price = try await hoox(
        "POST", "asset/pricing",
        ["model": "veo-3.1", "duration": 8, "resolution": "1080p", "generation_count": 2])
      #expect(price.json?["currency"] == "credits" && price.json?["generation_count"] == 2)

      let start = try await hoox(
        "POST", "asset/start",
        ["type": "video", "model": "veo-3.1", "prompt": "A fox", "aspect_ratio": "9:16"])
      #expect(start.status == 201 && start.json?["status"] == "generating")
      let id = try #require(start.json?["asset_ids"]?.array?.first?.string)
      var status = try await hoox("GET", "asset/status/\(id)")
      #expect(status.json?["status"] != "completed")
      clock.advance(by: .seconds(60))
      status = try await hoox("GET", "asset/status/\(id)")
      #expect(status.json?["status"] == "completed")
      #expect(status.json?["generation_params"]?["model"] == "veo-3.1")
      for link in ["url", "thumbnail_url"] {
        let address = try #require(status.json?[link]?.string)
        #expect(address.hasPrefix("\(origin)/files/"))
        let file = try await call("GET", address)
        #expect(file.status == 200 && file.headers["Content-Length"] == "\(file.data.count)")
      }
    }
  }

  @Test func hedraAnswersAsDocumentedUpToTheFile() async throws {
    let clock = VirtualClock()
    try await withServer(clock: clock) { origin, _ in
      func hedra(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Answer {
        try await call(
          method, "\(origin)/hedra/\(path)", body, headers: ["X-API-Key": HedraSandbox.apiKey])
      }
      let models = try await hedra("GET", "models")
      // Two of the 60 are retired.
      #expect(models.json?.array?.count == 58)
      let voice = try #require(try await hedra("GET", "voices").json?.array?.first?["id"])
      let speech: JSON = ["type": "text_to_speech", "voice_id": voice, "text": "Good morning"]
      let generation = try await hedra("POST", "generations", speech)
      #expect(generation.json?["type"] == "text_to_speech" && generation.json?["text"] != nil)
      let id = try #require(generation.json?["id"]?.string)
      var status = try await hedra("GET", "generations/\(id)/status")
      #expect(status.json?["status"] != "complete")
      clock.advance(by: .seconds(60))
      status = try await hedra("GET", "generations/\(id)/status")
      #expect(status.json?["status"] == "complete")
      #expect(status.json?["progress"]?.double == 1)
      let link = try #require(status.json?["download_url"]?.string)
      #expect(try await call("GET", link).status == 200)
      let list = try await hedra("GET", "generations?limit=1&offset=0")
      #expect(list.json?["page_info"]?["limit"] == 1)
      #expect(list.json?["data"]?.array?.first?["id"] == .string(id))
      let refused = try await hedra("POST", "generations", ["type": "text_to_speech", "text": 1])
      #expect(refused.status == 422)
      #expect(refused.json?["detail"]?.array?.first?["loc"]?.array?.first == "body")
    }
  }
}
