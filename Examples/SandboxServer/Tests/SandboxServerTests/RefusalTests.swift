import Foundation
import HedraSandbox
import HooxSandbox
import SandboxServer
import Testing
import TypedMedia

/// What the server and the sandboxes refuse.
@Suite(.serialized, .timeLimit(.minutes(20))) struct RefusalTests {
  @Test func eachServiceRefusesInItsOwnShape() async throws {
    try await withServer(credits: 1) { origin, _ in
      let (hoox, hedra) = ("\(origin)/hoox", "\(origin)/hedra")
      // A key of nobody's, or none.
      let unknown = try await call("GET", "\(hoox)/asset/models", key: "hx_live_1")
      #expect(unknown.status == 401)
      #expect(unknown.json?["details"]?.array?.first?["code"] == "invalid_api_key")
      #expect(try await call("GET", "\(hedra)/models").status == 401)
      // A body that is not JSON, or breaks the model's schema.
      let garbled = try await call(
        "POST", "\(hoox)/asset/start", key: HooxSandbox.apiKey, bytes: Data("{".utf8))
      #expect(garbled.status == 400)
      let invalid: JSON = [
        "type": "video", "model": "veo-3.1", "prompt": "A fox", "duration": 7,
      ]
      let refused = try await call(
        "POST", "\(hoox)/asset/start", key: HooxSandbox.apiKey, invalid)
      #expect(refused.status == 400 && refused.json?["error"] == "Validation failed")
      #expect(refused.json?["details"]?.array?.first?["field"] == "duration")
      let other = try await call(
        "POST", "\(hedra)/generations", ["type": "text_to_speech", "text": 1],
        headers: ["X-API-Key": HedraSandbox.apiKey])
      #expect(other.status == 422)
      #expect(other.json?["detail"]?.array?.first?["loc"]?.array?.first == "body")
      // More than there is.
      let dear: JSON = ["type": "video", "model": "veo-3.1", "prompt": "A fox"]
      #expect(
        try await call("POST", "\(hoox)/asset/start", key: HooxSandbox.apiKey, dear).status
          == 402)
    }
  }

  @Test func whereThereIsNothingIsSaid() async throws {
    try await withServer { origin, _ in
      for path in ["/", "/hoox", "/nobody/asset/models", "/files/example.com/a.mp4", "/files/"] {
        let answer = try await call("GET", origin + path)
        #expect(answer.status == 404, "\(path)")
        #expect(answer.json?["error"]?.string?.contains("/hoox/") == true, "\(path)")
      }
      // Below a sandbox, it is the sandbox that says so.
      let nothing = try await call("GET", "\(origin)/hoox/nothing", key: HooxSandbox.apiKey)
      #expect(nothing.status == 404 && nothing.json?["code"] == "not_found")
      let file = try await call("GET", "\(origin)/files/cdn.hoox.video/assets/662f.mp4")
      #expect(file.status == 404)
    }
  }

  @Test func aPortThatIsInUseIsSaidInOneLine() async throws {
    try await withServer { origin, _ in
      let port = try #require(URL(string: origin)?.port)
      let error = await #expect(throws: PortInUse.self) {
        try await SandboxServer(configuration: .init(port: port)) { _ in [] }.run()
      }
      #expect(error?.description.hasPrefix("The port \(port) of 127.0.0.1 is in use.") == true)
    }
  }

  /// Numbers that nobody can count to are refused, and the server goes on.
  @Test(arguments: ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e999"])
  func noNumberEndsTheServer(number: String) async throws {
    try await withServer { origin, _ in
      let calls = [
        ("GET", "hedra/generations?limit=\(number)&offset=\(number)", nil),
        ("POST", "hoox/asset/pricing", #"{"model": "veo-3.1", "duration": \#(number)}"#),
      ]
      for (method, path, body) in calls {
        let answer = try await call(
          method, "\(origin)/\(path)", key: HooxSandbox.apiKey, bytes: body.map { Data($0.utf8) },
          headers: ["X-API-Key": HedraSandbox.apiKey])
        #expect((200..<500).contains(answer.status), "\(path)")
      }
      #expect(
        try await call("GET", "\(origin)/hoox/asset/models", key: HooxSandbox.apiKey).status == 200)
    }
  }

  @Test func aBodyThatIsTooLargeIsNotTaken() async throws {
    try await withServer(maximumBodySize: 1_000) { origin, _ in
      let prompt = String(repeating: "x", count: 9_000)
      let body: JSON = ["model": "veo-3.1", "prompt": .string(prompt)]
      let answer = try await call(
        "POST", "\(origin)/hoox/asset/start", key: HooxSandbox.apiKey, body)
      #expect(answer.status == 413)
      #expect(answer.json?["error"]?.string?.contains("1000 bytes") == true)
      let next = try await call("GET", "\(origin)/hoox/asset/models", key: HooxSandbox.apiKey)
      #expect(next.status == 200)
    }
  }
}
