import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// What becomes of a paid request, whatever comes back: whether it is sent again, and what the ledger has.
@Suite(.timeLimit(.minutes(5))) struct CallOutcomeTests {
  enum Ending: Equatable, Sendable { case refused, unknown }

  struct Case: Sendable, CustomTestStringConvertible {
    let outcome: CannedTransport.Outcome
    let ending: Ending
    /// How often the request goes out: to any service, and to one that knows it again.
    let requests: (plain: Int, deduplicated: Int)
    var testDescription: String { "\(outcome)" }
  }

  /// The most attempts at a call in these tests.
  static let all = 3

  static let answers: [Case] =
    [429].map { Case(outcome: .answer($0), ending: .refused, requests: (all, all)) }
    + [
      400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 412, 413, 414, 415, 416, 417, 422, 426, 431,
      451,
      301, 307, 308,
    ].map { Case(outcome: .answer($0), ending: .refused, requests: (1, 1)) }
    + [
      408, 409, 418, 421, 423, 424, 425, 428, 499, 300, 302, 303, 304, 305, 399, 500, 501, 502, 503,
      504,
      507, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 598, 599, 600, 999,
    ].flatMap { status in
      [[:], ["Retry-After": "0"]].map { headers in
        Case(outcome: .answer(status, headers), ending: .unknown, requests: (1, all))
      }
    }

  static let silence: [Case] = [
    Case(outcome: .notSent, ending: .refused, requests: (all, all)),
    Case(outcome: .lost, ending: .unknown, requests: (1, all)),
    Case(
      outcome: .failing(isBeforeConnecting: true, sentBodyBytes: 1), ending: .unknown,
      requests: (1, all)),
    Case(
      outcome: .failing(isBeforeConnecting: true, sentBodyBytes: nil), ending: .unknown,
      requests: (1, all)),
    Case(
      outcome: .failing(isBeforeConnecting: false, sentBodyBytes: 0), ending: .unknown,
      requests: (1, all)),
  ]

  static let oddAnswers: [Case] = [
    "", "OK", "<html>", "{}", "null", "[]", #"{"id": ""}"#, #"{"id": {}}"#,
  ]
  .map { Case(outcome: .answer(200, [:], $0), ending: .unknown, requests: (1, all)) }

  @Test(arguments: answers + silence + oddAnswers, [false, true])
  func thereIsOneRuleForWhatIsSentAgain(_ example: Case, isDeduplicated: Bool) async throws {
    let transport = CannedTransport(script: [example.outcome])
    let ledger = MemoryLedger()
    let connection = try connection(over: transport, ledger: ledger)
    let error = try await caught {
      try await connection.submit(Sample.purchase, deduplicatedBy: isDeduplicated ? ["g-1"] : []) {
        [try $0.object.id("id")]
      }
    }
    let count = isDeduplicated ? example.requests.deduplicated : example.requests.plain
    #expect(transport.requests.count == count)
    #expect((error.code == .outcomeUnknown) == (example.ending == .unknown))
    let submission = try #require(await ledger.submissions().first)
    #expect(submission.isUnsettled == (example.ending == .unknown))
    #expect(submission.isClosed == (example.ending == .refused))
  }

  /// Nothing can be told of what was handed on where there is nothing to hand on.
  @Test func aCallWithoutABodyIsNeverKnownToBeUnsent() async throws {
    let transport = CannedTransport(script: [.notSent])
    let call = ServiceCall("POST", ["jobs"], effect: .spends)
    let error = try await caught {
      try await connection(over: transport, ledger: nil).submit(call) { [try $0.object.id("id")] }
    }
    #expect(error.code == .outcomeUnknown)
    #expect(transport.requests.count == 1)
  }

  @Test func aStatusIsARefusalWhereTheServiceDocumentsIt() async throws {
    var profile = Sample.profile
    profile.notTakenStatuses = [503]
    let transport = CannedTransport(script: [.answer(503), .answer(200, [:], #"{"id": "j-1"}"#)])
    let accepted = try await connection(over: transport, ledger: nil, profile: profile)
      .submit(Sample.purchase) { [try $0.object.id("id")] }
    #expect(accepted.jobs.map(\.id) == ["j-1"])
    #expect(transport.requests.count == 2)
  }

  /// Some services answer 200 and say in it that they refuse.
  @Test(arguments: [false, true])
  func aReaderCanSayThatTheServiceRefused(isDeduplicated: Bool) async throws {
    let transport = CannedTransport(body: #"{"status_code": 1008, "message": "No balance"}"#)
    let ledger = MemoryLedger()
    let error = try await caught {
      try await connection(over: transport, ledger: ledger).submit(
        Sample.purchase, deduplicatedBy: isDeduplicated ? ["g-1"] : []
      ) { answer in
        let object = try answer.object
        if object["status_code"]?.int != 0 {
          throw MediaError(.insufficientCredits, object["message"]?.string ?? "Refused")
        }
        return [try object.id("id")]
      }
    }
    #expect(error.code == .insufficientCredits)
    #expect(error.message == "No balance")
    #expect(error.service == "Acme")
    #expect(error.model == "aurora")
    #expect(transport.requests.count == 1)
    #expect(await ledger.submissions().first?.isClosed == true)
  }

  @Test(arguments: [MediaError.Code.malformedResponse, .serverError, .interrupted])
  func aReaderThatCannotReadSaysNothingOfTheService(code: MediaError.Code) async throws {
    let transport = CannedTransport()
    let error = try await caught {
      try await connection(over: transport, ledger: nil).submit(Sample.purchase) { _ -> [String] in
        throw MediaError(code, "What is this?")
      }
    }
    #expect(error.code == .outcomeUnknown)
  }

  /// What only writes costs nothing; it is done twice only where that is the same as once.
  @Test(arguments: [("POST", 1), ("PATCH", 1), ("PUT", all), ("DELETE", all)])
  func whatWritesIsRepeatedWhereThatIsTheSame(method: String, requests: Int) async throws {
    let transport = CannedTransport(script: [.answer(502)])
    let call = ServiceCall(method, ["folders", "f"], body: [:], effect: .writes)
    _ = try await caught { try await connection(over: transport, ledger: nil).send(call) }
    #expect(transport.requests.count == requests)
  }

  private func connection(
    over transport: any Transport, ledger: (any JobLedger)?,
    profile: ServiceProfile = Sample.profile
  ) throws -> ServiceConnection {
    try Sample.connection(
      over: transport, profile: profile,
      configuration: ClientConfiguration(
        ledger: ledger, retries: RetryPolicy(maximumRetries: Self.all - 1), clock: VirtualClock()))
  }
}
