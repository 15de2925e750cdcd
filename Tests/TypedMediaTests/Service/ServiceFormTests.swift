import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// A service of one's own takes files through its connection, with all that a connection sees to.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ServiceFormTests {
  let folder: TemporaryFolder
  let file: URL
  let content = Data((0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "fox.png")
    try content.write(to: file)
  }

  private func call(_ effect: ServiceCall.Effect = .writes) -> ServiceCall {
    var form = MultipartForm()
    form.append("portrait", as: "purpose")
    form.append(file: file, as: "file")
    return .post("assets", "a-1", "upload", form: form, effect: effect)
  }

  @Test func aFormArrivesWithTheKeyAndItsSecrets() async throws {
    let server = try LoopbackServer { _ in [.answer(200, body: #"{"id": "a-1"}"#)] }
    let connection = try Sample.connection(
      over: URLSessionTransport.guarded(), at: server.url().absoluteString)
    let log = ProgressLog()
    var call = call()
    call.secrets = ["their_key": "other_5ecre7"]
    call.onProgress = log.append
    #expect(try await connection.send(call).json["id"] == "a-1")
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.headers["authorization"] == "Bearer \(Sample.key)")
    #expect(request.headers["accept"] == "application/json")
    let form = try #require(
      SentForm(request.body, contentType: request.headers["content-type"]))
    #expect(
      form.parts.map(\.content) == [Data("portrait".utf8), content, Data("other_5ecre7".utf8)])
    #expect(form.parts.map(\.type) == [nil, "image/png", nil])
    #expect(log.entries.last?.fraction == 1)
    #expect(log.entries.last?.completedBytes ?? 0 > 2_000_000)
  }

  @Test(arguments: [
    ([CannedTransport.Outcome.notSent, .answer(429), .answer(200)], 3, nil),
    ([.answer(503, ["Retry-After": "1"])], 1, .unavailable),
    ([.lost], 1, MediaError.Code.interrupted), ([.answer(500)], 1, .serverError),
    ([.answer(400)], 1, .invalidRequest),
  ])
  func aFormIsSentAgainOnlyWhereItDidNotArrive(
    outcomes: [CannedTransport.Outcome], count: Int, code: MediaError.Code?
  ) async throws {
    let transport = CannedTransport(script: outcomes)
    let connection = try Sample.connection(
      over: transport, configuration: ClientConfiguration(clock: VirtualClock()))
    var found: MediaError.Code?
    do { _ = try await connection.send(call()) } catch let error as MediaError {
      found = error.code
    }
    #expect(found == code)
    #expect(transport.requests.count == count)
    // Each attempt sends a file, which is gone in the end.
    for request in transport.requests {
      guard case .file(let body)? = request.content else {
        Issue.record("The form was in memory.")
        return
      }
      #expect(!FileManager.default.fileExists(atPath: body.path))
    }
  }

  @Test func aFileThatIsNotThereIsNotPaid() async throws {
    try FileManager.default.removeItem(at: file)
    let ledger = MemoryLedger()
    let transport = CannedTransport()
    let connection = try Sample.connection(
      over: transport, configuration: ClientConfiguration(ledger: ledger, retries: .never))
    let error = try await caught {
      try await connection.submit(call(.spends)) { _ in ["j-1"] }
    }
    #expect(error.code == .invalidRequest)
    #expect(error.service == "Acme")
    #expect(transport.requests.isEmpty)
    #expect(await ledger.events.isEmpty)
  }

  /// The ledger has nothing of a form, so there is nothing to send again.
  @Test func aFormWhoseAnswerWasLostIsNotMadeOfNothing() async throws {
    let ledger = MemoryLedger()
    let transport = CannedTransport(script: [.lost])
    let connection = try Sample.connection(
      over: transport, configuration: ClientConfiguration(ledger: ledger, retries: .never))
    let lost = try await caught {
      try await connection.submit(call(.spends), deduplicatedBy: ["g-1"]) { _ in ["j-1"] }
    }
    #expect(lost.code == .outcomeUnknown)
    let submission = try #require(await ledger.submissions().first)
    #expect(submission.intent.body == .null)
    let error = try await caught {
      try await connection.resubmit(submission) { _ in [AcceptedJob(id: "j-1")] }
    }
    #expect(error.code == .outcomeUnknown)
    #expect(error.submission == submission.id)
    #expect(error.message == "The ledger has nothing of the request that could be sent again.")
    #expect(transport.requests.count == 1)
  }

  @Test func aSecretInAFormIsInNoError() async throws {
    let connection = try Sample.connection(
      over: CannedTransport(status: 400, body: #"{"error": "No other_5ecre7"}"#))
    var call = call()
    call.secrets = ["their_key": "other_5ecre7"]
    let sent = call
    #expect(try await caught { try await connection.send(sent) }.message == "No (hidden)")
  }

  @Test func whatIsNoFormIsJSON() {
    var call = call()
    #expect(call.body == nil)
    call.body = ["a": 1]
    guard case .json(let json)? = call.content else {
      Issue.record("The call does not carry JSON.")
      return
    }
    #expect(json == ["a": 1])
  }

  /// What a handle says of its time is of the connection's clock, so that waits can be measured by it.
  @Test func theTimeIsThatOfTheClock() async throws {
    let clock = VirtualClock()
    let connection = try Sample.connection(
      over: CannedTransport(), configuration: ClientConfiguration(clock: clock))
    let before = connection.now
    clock.advance(by: .seconds(90))
    #expect(connection.now.timeIntervalSince(before) == 90)
    let accepted = try await connection.submit(Sample.purchase) { _ in ["j-1"] }
    #expect(accepted.jobs.first?.submittedAt == connection.now)
  }
}
