import AppClient
import Foundation
import Hoox
import Testing

/// What an app sends and understands. Whether the server means the same, the tests of `AppServer` say.
@Suite struct AppClientTests {
  @Test func aRequestIsSentWithTheSessionAndFollowedToItsResult() async throws {
    let server = ScriptedServer([
      (202, #"[{"service": "Hoox", "model": "veo-3.1", "id": "a1"}]"#),
      (200, #"{"id": "a1", "state": "running", "status": "generating", "progress": 0.5}"#),
      (
        200,
        #"{"id":"a1","state":"completed","status":"done","result":{"url":"https://f.example/a"}}"#
      ),
    ])
    let client = server.client(session: "session-of-a-person")
    let job = try await client.submit(Veo3_1(prompt: "A fox", duration: .seconds8)).job
    #expect(job.id == "a1")
    #expect(try await client.status(of: job.handle).progress == 0.5)
    let video = try await job.result()
    #expect(video.url.absoluteString == "https://f.example/a")

    let sent = await server.requests
    #expect(sent.map(\.method) == ["POST", "GET", "GET"])
    #expect(sent.map { $0.url.path } == ["/requests/veo-3.1", "/jobs/a1", "/jobs/a1"])
    #expect(sent.allSatisfy { $0.headers["Authorization"] == "Bearer session-of-a-person" })
    #expect(
      try sent[0].body.map { try JSON(parsing: $0) } == ["prompt": "A fox", "duration": 8])
  }

  @Test func whatTheModelDoesNotTakeIsNotSent() async throws {
    let server = ScriptedServer([])
    let request = Veo3_1(prompt: "A fox", generationCount: 9)
    let error = await #expect(throws: MediaError.self) {
      try await server.client().submit(request)
    }
    #expect(error?.code == .invalidRequest)
    #expect(await server.requests.isEmpty)
  }

  @Test(arguments: [
    (401, #"{"error":{"code":"sessionExpired","message":"Sign in."}}"#, "sessionExpired"),
    (403, #"{"error":{"code":"tooExpensive","message":"It costs 61."}}"#, "tooExpensive"),
    (502, #"{"error":{"code":"invalidKey","message":"Not our day."}}"#, "invalidKey"),
    (504, #"{"error":{"code":"outcomeUnknown","message":"Lost."}}"#, "outcomeUnknown"),
    (202, "<html>", "outcomeUnknown"),
    (202, "{}", "outcomeUnknown"),
    (202, "[]", "outcomeUnknown"),
  ])
  func whatTheServerSaysIsUnderstood(status: Int, body: String, code: String) async throws {
    let server = ScriptedServer([(status, body)])
    let error = await #expect(throws: MediaError.self) {
      try await server.client(session: "session-of-a-person").submit(Veo3_1(prompt: "A fox"))
    }
    #expect(error?.code.rawValue == code)
    #expect(error.map { "\($0)".contains("session-of-a-person") } == false)
  }
}

/// A server that answers what it was told, one after the other.
private actor ScriptedServer: Transport {
  private var answers: [(status: Int, body: String)]
  private(set) var requests: [TransportRequest] = []

  init(_ answers: [(status: Int, body: String)]) { self.answers = answers }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    requests.append(request)
    let answer = answers.isEmpty ? (status: 500, body: "") : answers.removeFirst()
    return TransportResponse(status: answer.status, body: .data(Data(answer.body.utf8)))
  }

  nonisolated func client(session: String = "session-of-a-person") -> AppClient {
    AppClient(
      session: session, server: URL(string: "https://app.example") ?? URL(filePath: "/"),
      configuration: ClientConfiguration(transport: self, retries: .never))
  }
}
