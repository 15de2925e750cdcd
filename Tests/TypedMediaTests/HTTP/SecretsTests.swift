import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// The key, and what is as good as the key, is shown nowhere, in whatever spelling a service repeats it.
@Suite struct SecretsTests {
  static let key = "ab/cd+ef==&\"gh-12_34"

  /// The key as gateways, frameworks and languages spell it.
  static let spellings = [
    key,
    #"ab\/cd+ef==&\"gh-12_34"#,
    #"ab\\\/cd+ef==&\\\"gh-12_34"#,
    #"\u0061\u0062\u002Fcd\u002bef==\u0026\u0022gh\u002d12_34"#,
    "ab%2Fcd%2Bef%3D%3D%26%22gh-12_34",
    "ab%2fcd%2bef%3d%3d%26%22gh%2D12%5f34",
    "ab%252Fcd%252Bef%253D%253D%2526%2522gh-12_34",
    "ab/cd+ef==&amp;&quot;gh-12_34",
    "ab&#47;cd&#43;ef&#61;&#61;&#38;&#34;gh-12_34",
    "ab&#x2F;cd&#x2b;ef&equals;&#x3D;&#x26;&#x22;gh-12&lowbar;34",
    "ab&amp;#x2F;cd+ef==&amp;&#34;gh-12_34",
    #"ab\x2fcd+ef==&\x22gh-12_34"#,
  ]

  @Test(arguments: spellings)
  func aKeyIsHiddenInEverySpelling(spelling: String) async throws {
    for body in ["Unknown key \(spelling)!", "\(spelling)", "x\(spelling)\(spelling)y"] {
      let error = try await refusal(body)
      let response = try #require(error.response)
      #expect(!response.body.contains("cd"), "\(response.body)")
      #expect(response.body.contains("(hidden)"))
      #expect(!printedText(of: error).contains(spelling))
    }
  }

  @Test func textThatOnlyLooksLikeItIsLeftAlone() async throws {
    let body = #"ab\/cd+ef==&gh %2F &#x2F; ab/cd+ef==&"gh-12_35 \ % & \u00 %2 &#"#
    #expect(try await refusal(body).response?.body == body)
  }

  /// A key that is cut is not found any longer, so it is hidden first.
  @Test(arguments: [0, 1, 7, 13, 18, 19, 20])
  func aKeyThatIsCutIsHiddenToo(offset: Int) async throws {
    let body = String(repeating: "x", count: ReceivedResponse.maximumBodySize - offset) + Self.key
    let response = try #require(try await refusal(body).response)
    #expect(!response.body.contains("ab"))
    #expect(response.body.utf8.count <= ReceivedResponse.maximumBodySize)
  }

  @Test func whatTheKeyBecomesInAFieldIsSecretToo() async throws {
    let basic = Data("\(Self.key):".utf8).base64EncodedString()
    var profile = Sample.profile
    profile.authorization = {
      ("Authorization", "Basic " + Data("\($0):".utf8).base64EncodedString())
    }
    let error = try await refusal("bad header: Basic \(basic); \(basic)", profile: profile)
    #expect(error.response?.body.contains(basic) == false)
  }

  @Test(arguments: ["test", "k", "id", "none"])
  func aShortKeyChangesNoID(key: String) async throws {
    let transport = CannedTransport(
      body: #"{"id": "test-42", "note": "k id none", "same": "\#(key)"}"#)
    let connection = try Sample.connection(over: transport, key: APIKey(key))
    let ledger = MemoryLedger()
    var configuration = connection.configuration
    configuration.ledger = ledger
    let kept = try Sample.connection(
      over: transport, key: APIKey(key), configuration: configuration)
    let accepted = try await kept.submit(Sample.purchase) { [try $0.object.id("id")] }
    #expect(accepted.jobs.map(\.id) == ["test-42"])
    #expect(await ledger.submissions().first?.jobs.map(\.id) == ["test-42"])
    #expect(try accepted.answer.json == ["id": "test-42", "note": "k id none", "same": "(hidden)"])
  }

  @Test func aKeyThatIsAPartOfAnAddressDoesNotChangeIt() async throws {
    let transport = CannedTransport(
      body: #"{"url": "https://cdn.example.com/\#(Sample.key)/a.mp4", "note": "\#(Sample.key)"}"#)
    let answer = try await Sample.connection(over: transport).send(Sample.read)
    #expect(try answer.json["url"] == .string("https://cdn.example.com/\(Sample.key)/a.mp4"))
    #expect(try answer.json["note"] == "(hidden)")
  }

  @Test func anAnswerShowsNoSecretsWhenItIsPrinted() async throws {
    let transport = CannedTransport(
      headers: ["X-Echo": Sample.key], body: #"{"id": "j-1", "echo": "Bearer \#(Sample.key)"}"#)
    let connection = try Sample.connection(over: transport)
    let answer = try await connection.send(Sample.read)
    let accepted = try await connection.submit(Sample.purchase) { [try $0.object.id("id")] }
    for printed in [printedText(of: answer), printedText(of: accepted)] {
      #expect(!printed.contains(Sample.key), "\(printed)")
    }
    #expect("\(answer)".hasPrefix("ServiceResponse(status 200"))
  }

  @Test func theReasonOfAJobThatFailedHidesTheKey() async throws {
    let connection = try Sample.connection(
      over: CannedTransport(body: #"{"error": "rejected \#(Sample.key)"}"#))
    let status: JobStatus<String> = try await connection.send(.get("jobs", "j-1")) {
      JobStatus(
        .failed(JobFailure(message: try $0.object["error"]?.string ?? "")), rawStatus: "failed")
    }
    guard case .failed(let failure) = status.state else {
      Issue.record("It is \(status).")
      return
    }
    #expect(failure.message == "rejected (hidden)")
  }

  @Test func aRawRequestPrintsNoMemberThatIsNamedAsAKey() throws {
    let model = try ModelRecord(json: ["name": "aurora", "input_schema": true])
    let request = try RawRequest(
      [
        "prompt": "A fox", "byok_api_key": "5ecre7", "extra": ["accessToken": "5ecre7"],
        "max_tokens": 7,
      ], to: model)
    let printed = printedText(of: request)
    #expect(!printed.contains("5ecre7"))
    #expect(printed.contains("A fox"))
    #expect(printed.contains("7"))
  }

  /// Every attempt asks for the key when its turn has come, once.
  @Test func aKeyIsAskedForOncePerAttempt() async throws {
    let counter = Counter()
    let transport = CannedTransport(script: [
      .notSent, .answer(429), .answer(200, [:], #"{"id": "j"}"#),
    ])
    let connection = try Sample.connection(
      over: transport, key: APIKey { "key-\(counter.next())-of-attempt" },
      configuration: ClientConfiguration(
        retries: RetryPolicy(first: .zero), pace: RequestPace(requestsPerMinute: nil)))
    _ = try await connection.submit(Sample.purchase) { [try $0.object.id("id")] }
    #expect(
      transport.requests.map { $0.headers["Authorization"] }
        == (1...3).map { "Bearer key-\($0)-of-attempt" })
  }

  @Test func whatIsRefusedForItsKeyLeavesNoTraceInTheLedger() async throws {
    let ledger = MemoryLedger()
    let connection = try Sample.connection(
      over: CannedTransport(), key: "", configuration: ClientConfiguration(ledger: ledger))
    let error = try await caught { try await connection.submit(Sample.purchase) { _ in ["j"] } }
    #expect(error.code == .invalidKey)
    #expect(await ledger.events.isEmpty)
  }

  private func refusal(
    _ body: String, profile: ServiceProfile = Sample.profile
  ) async throws -> MediaError {
    let connection = try Sample.connection(
      over: CannedTransport(status: 400, body: body), key: APIKey(Self.key), profile: profile)
    return try await caught { try await connection.send(Sample.read) }
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func next() -> Int {
      lock.withLock {
        count += 1
        return count
      }
    }
  }
}
