import Aurora
import Foundation
import Testing
import TypedMedia

@Suite struct AuroraClientTests {
  /// A service in a closure.
  struct Canned: Transport {
    var answer: @Sendable (TransportRequest) -> (Int, JSON)

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      let (status, json) = answer(request)
      return TransportResponse(status: status, body: .data(json.data()))
    }
  }

  private func client(
    answering answer: @escaping @Sendable (TransportRequest) -> (Int, JSON)
  ) throws -> AuroraClient {
    let address = try #require(URL(string: "https://aurora.example.com/v1"))
    return AuroraClient(
      apiKey: "secret", baseURL: address,
      configuration: ClientConfiguration(transport: Canned(answer: answer)))
  }

  @Test func aRequestIsSentAndFollowed() async throws {
    let aurora = try client { request in
      request.method == "POST"
        ? (202, ["id": "j1"]) : (200, ["status": "done", "url": "https://example.com/a.mp4"])
    }
    let job = try await aurora.submit(AuroraVideo(prompt: "A tide pool", aspectRatio: .ratio1x1))
    #expect(try await job.result().absoluteString == "https://example.com/a.mp4")
  }

  @Test func whatTheTypesLeaveOpenIsCheckedBeforeItIsSent() async throws {
    let aurora = try client { _ in
      Issue.record("Nothing should be sent.")
      return (500, [:])
    }
    let error = await #expect(throws: MediaError.self) {
      try await aurora.submit(AuroraVideo(prompt: "", duration: 13, palette: ["red"]))
    }
    #expect(error?.violations.map(\.rule).sorted() == ["maximum", "minLength", "pattern"])
  }
}
