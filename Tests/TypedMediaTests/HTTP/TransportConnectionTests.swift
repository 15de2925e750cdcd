import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// What a service's connection makes of what its transport meets.
@Suite(.serialized, .timeLimit(.minutes(5))) struct TransportConnectionTests {
  let transport = URLSessionTransport.guarded()

  @Test func aPaidRequestIsSentOnceHoweverItsAnswerBreaks() async throws {
    for breakage in TransportUnderTest.breakages {
      let server = try LoopbackServer { _ in breakage.steps }
      let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
      let error = try await caught { try await connection.send(Sample.purchase) }
      #expect(error.code == .outcomeUnknown, "\(breakage)")
      #expect(server.requests.count == 1, "\(breakage)")
    }
  }

  @Test func cancellingAPaidRequestThatWasSentLeavesItsOutcomeOpen() async throws {
    let server = try LoopbackServer { _ in [.stall] }
    let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
    let task = Task { try await connection.send(Sample.purchase) }
    try await server.received()
    task.cancel()
    let error = try await caught { try await task.value }
    #expect(error.code == .outcomeUnknown)
  }

  /// Each is cancelled a little later than the one before: some before they have begun, some as they begin.
  @Test func aRequestEndsWheneverItIsCancelled() async throws {
    let server = try LoopbackServer { _ in [.stall] }
    let request = TransportRequest(method: "GET", url: try server.url())
    for delay in 0..<100 {
      let task = Task { try await transport.send(request) }
      for _ in 0..<delay { await Task.yield() }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test func aRedirectThatIsNotFollowedIsAnErrorOfTheConnection() async throws {
    let server = try LoopbackServer { _ in [.redirect(307, to: "/again")] }
    let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
    let error = try await caught { try await connection.send(Sample.purchase) }
    #expect(error.code == .redirectRefused)
    #expect(error.httpStatus == 307)
    #expect(server.requests.count == 1)
  }

  /// The server stops after 2 of 50 MB, so an answer that is read to its end would never come.
  @Test func anAnswerThatIsTooLargeIsGivenUpBeforeItIsWhole() async throws {
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "50000000"])),
        .write(Data(count: 2_000_000)), .stall,
      ]
    }
    let connection = try Sample.connection(
      over: transport, at: server.url().absoluteString,
      configuration: ClientConfiguration(retries: .never, maximumAnswerSize: 1_000_000))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .responseTooLarge)
    #expect(error.httpStatus == 200)
    try await server.fallenSilent()
  }

  @Test func anAnswerWithoutEndIsCutOff() async throws {
    let piece = "8000\r\n" + String(repeating: " ", count: 0x8000) + "\r\n"
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Transfer-Encoding": "chunked"])),
        .flood(Data(piece.utf8)),
      ]
    }
    let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .responseTooLarge)
    try await server.fallenSilent()
  }

  @Test func aLargeAnswerWithinTheLimitIsWhole() async throws {
    let text = "\"" + String(repeating: "tide pool ", count: 500_000) + "\""
    let server = try LoopbackServer { _ in [.answer(body: text)] }
    let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
    let answer = try await connection.send(Sample.read)
    #expect(try answer.json.string?.utf8.count == 5_000_000)
  }
}
