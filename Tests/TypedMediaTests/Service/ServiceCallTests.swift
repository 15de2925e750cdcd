import Foundation
import Testing
import TypedMedia

/// What a call can say beside its path and body, for services that need it.
@Suite struct ServiceCallTests {
  private static let secret = "other_5ecre7"

  private var purchase: ServiceCall {
    var call = Sample.purchase
    call.secrets = ["their_key": APIKey { Self.secret }]
    return call
  }

  @Test func aSecretIsSentAndNotKept() async throws {
    let ledger = MemoryLedger()
    let transport = CannedTransport(body: #"{"id": "\#(Self.secret)"}"#)
    let connection = try Sample.connection(
      over: transport, configuration: ClientConfiguration(ledger: ledger, retries: .never))
    let accepted = try await connection.submit(
      SubmissionCall(purchase), readingJobs: { [AcceptedJob(id: "j-1", result: try $0.json)] })
    let sent = try JSON(parsing: try #require(transport.requests.first?.body))
    #expect(sent == ["prompt": "A fox", "their_key": .string(Self.secret)])
    #expect(try accepted.answer.json == ["id": "(hidden)"])
    #expect(accepted.jobs.map(\.result) == [["id": "(hidden)"]])
    let kept = try JSONEncoder().encode(await ledger.events)
    #expect(!String(decoding: kept, as: UTF8.self).contains(Self.secret))
    #expect(await ledger.submissions().first?.intent.body == ["prompt": "A fox"])
  }

  @Test func aSecretIsInNoError() async throws {
    let body =
      #"{"error": "Unknown \#(Self.secret) and \#(Sample.key)", "code": "\#(Self.secret)"}"#
    let connection = try Sample.connection(over: CannedTransport(status: 400, body: body))
    let error = try await caught { try await connection.send(purchase) }
    #expect(error.message == "Unknown (hidden) and (hidden)")
    #expect(error.serviceCode == "(hidden)")
    #expect(error.response?.body.contains(Self.secret) == false)
  }

  @Test func whatAServiceAnswersAtOnceIsInTheLedger() async throws {
    let ledger = MemoryLedger()
    let connection = try Sample.connection(
      over: CannedTransport(),
      configuration: ClientConfiguration(ledger: ledger, retries: .never))
    _ = try await connection.submit(
      SubmissionCall(Sample.purchase),
      readingJobs: { _ in [AcceptedJob(id: "a", result: ["url": "u"]), AcceptedJob(id: "b")] })
    let events = try JSONDecoder().decode(
      [LedgerEvent].self, from: JSONEncoder().encode(await ledger.events))
    let submission = try #require(LedgerSubmission.folding(events).first)
    #expect(submission.jobs.map(\.id) == ["a", "b"])
    #expect(submission.openJobs.map(\.result) == [["url": "u"], nil])
  }

  /// Ledgers that were written before there were results are read all the same.
  @Test func anEventWithoutResultsIsRead() throws {
    let text = #"""
      {"submission": "6B29FC40-CA47-1067-B31D-00DD010662DA", "date": 0,
        "kind": {"accepted": {"jobIDs": ["a"]}}}
      """#
    let event = try JSONDecoder().decode(LedgerEvent.self, from: Data(text.utf8))
    #expect(event.kind == .accepted(jobIDs: ["a"]))
  }

  @Test func anAnswerWithAFileMayBeLarger() async throws {
    let connection = try Sample.connection(
      over: CannedTransport(body: "\"" + String(repeating: "a", count: 200) + "\""),
      configuration: ClientConfiguration(retries: .never, maximumAnswerSize: 100))
    var call = Sample.read
    #expect(try await caught { try await connection.send(call) }.code == .responseTooLarge)
    call.maximumAnswerSize = 300
    #expect(try await connection.send(call).json.string?.count == 200)
  }

  @Test func aBodySaysHowLongToWait() async throws {
    var profile = Sample.profile
    profile.failure = { _ in
      ServiceFailure(message: "m", requestID: "r-1", retryAfter: .seconds(7))
    }
    let connection = try Sample.connection(over: CannedTransport(status: 429), profile: profile)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.retryAfter == .seconds(7))
    #expect(error.requestID == "r-1")
  }

  @Test func aCallSaysHowLongToWaitForItAndHowItsAddressEnds() async throws {
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport)
    var call = ServiceCall.get("models", query: [("limit", "2")])
    _ = try await connection.send(call)
    call.timeout = .seconds(1_200)
    call.endsInSlash = true
    _ = try await connection.send(call)
    #expect(transport.requests.map(\.timeout) == [nil, .seconds(1_200)])
    #expect(
      transport.requests.map(\.url.absoluteString) == [
        "https://api.example.com/v1/models?limit=2", "https://api.example.com/v1/models/?limit=2",
      ])
  }

  /// The address of a call is what Foundation makes of the service's and the path, however it is made.
  @Test(arguments: [
    "https://api.example.com", "https://api.example.com/", "https://api.example.com/v1",
    "https://api.example.com/v1/", "https://api.example.com:8443/a%20b", "http://[::1]:80/v1",
    "https://api.example.com/v1?team=7", "https://api.example.com/v1//",
    "https://müller.example/v1",
  ])
  func anAddressIsTheServicesAndThePath(base: String) async throws {
    for path in [["models"], ["a-b_c.d~e", "1"], ["a b"], ["a:b", "c"], ["ü", "%2F"], ["a?b#c"]] {
      for endsInSlash in [false, true] {
        let transport = CannedTransport()
        let connection = try Sample.connection(over: transport, at: base)
        var call = ServiceCall.get("models")
        (call.path, call.endsInSlash) = (path, endsInSlash)
        _ = try await connection.send(call)
        let expected = try Sample.url(base).appending(
          path: path.joined(separator: "/"),
          directoryHint: endsInSlash ? .isDirectory : .notDirectory)
        #expect(transport.requests.map(\.url) == [expected], "\(path)")
      }
    }
  }
}
