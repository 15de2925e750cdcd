import Foundation
import IndoxHub
import IndoxHubSandbox
import Testing
import TypedMedia

/// IndoxHub over HTTP, by the calls of its documentation and by its client.
@Suite(.serialized, .timeLimit(.minutes(20))) struct IndoxHubCallTests {
  @Test func indoxHubAnswersAsDocumentedUpToTheFile() async throws {
    let clock = VirtualClock()
    try await withServer(clock: clock) { origin, _ in
      func indoxHub(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Answer {
        try await call(
          method, "\(origin)/indoxhub/\(path)", key: IndoxHubSandbox.apiKey, body)
      }
      let image = try await indoxHub(
        "POST", "images/generations", ["model": "xai/grok-2-image", "prompt": "A fox"])
      #expect(image.json?["success"] == true && image.json?["byok_api_key"] == false)
      #expect(image.headers["X-Request-ID"] == image.json?["request_id"]?.string)
      let picture = try #require(image.json?["data"]?.array?.first?["url"]?.string)
      #expect(try await call("GET", picture).headers["Content-Type"] == "image/png")

      let video = try await indoxHub(
        "POST", "videos/generations", ["model": "luma/ray-v2", "prompt": "A fox", "duration": 6])
      #expect(video.json?["data"]?["is_async"] == true)
      let id = try #require(video.json?["data"]?["job_id"]?.string)
      var job = try await indoxHub("GET", "videos/jobs/\(id)")
      #expect(job.json?["status"] != "completed")
      clock.advance(by: .seconds(60))
      job = try await indoxHub("GET", "videos/jobs/\(id)")
      #expect(job.json?["status"] == "completed")
      #expect(job.json?["progress"] == 100)
      let result = try #require(job.json?["result"]?["url"]?.string)
      #expect(try await call("GET", result).headers["Content-Type"] == "video/mp4")
      let jobs = try await indoxHub("GET", "videos/jobs?limit=1")
      #expect(jobs.json?["jobs"]?.array?.first?["job_id"] == .string(id))
    }
  }

  @Test func theClientDoesAWholeJob() async throws {
    try await withServer { origin, _ in
      let indoxHub = IndoxHubClient(
        apiKey: APIKey(IndoxHubSandbox.apiKey),
        baseURL: try #require(URL(string: "\(origin)/indoxhub")), configuration: .quick)
      try await withFolder { folder in
        let request = RayV2(prompt: "A tide pool", duration: .seconds6)
        let generation = try await indoxHub.submit(request).job.result()
        let result = try #require(generation.results.first)
        let file = try await indoxHub.download(result, to: folder, named: "pool")
        #expect(file.lastPathComponent == "pool.mp4")
        #expect(try Data(contentsOf: file).dropFirst(4).starts(with: Data("ftyp".utf8)))
      }
    }
  }

  /// Numbers that nobody can count to are refused, and the server goes on.
  @Test(arguments: ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e999"])
  func noNumberEndsTheServer(number: String) async throws {
    try await withServer { origin, _ in
      let calls = [
        ("GET", "videos/jobs?limit=\(number)&skip=\(number)", nil),
        ("GET", "models/trending?days=\(number)&limit=\(number)", nil),
        (
          "POST", "images/generations",
          #"{"model": "xai/grok-2-image", "prompt": "p", "byok_api_key": "k", "n": \#(number)}"#
        ),
      ]
      for (method, path, body) in calls {
        let answer = try await call(
          method, "\(origin)/indoxhub/\(path)", key: IndoxHubSandbox.apiKey,
          bytes: body.map { Data($0.utf8) })
        #expect((200..<500).contains(answer.status), "\(path)")
      }
    }
  }

  @Test func itRefusesInItsOwnShape() async throws {
    try await withServer { origin, _ in
      let indoxHub = "\(origin)/indoxhub"
      #expect(try await call("GET", "\(indoxHub)/user/me").json?["error"] == "unauthorized")
      let refused = try await call(
        "POST", "\(indoxHub)/videos/generations", key: IndoxHubSandbox.apiKey,
        ["model": "luma/ray-v2", "prompt": "A fox", "duration": 7])
      #expect(refused.status == 422)
      #expect(refused.json?["detail"]?.array?.first?["loc"] == ["body", "duration"])
    }
  }
}
