import Foundation
import Testing
import TypedMedia

/// What the status of an answer becomes.
@Suite struct ServiceRefusalTests {
  @Test(
    arguments: [
      (302, .redirectRefused), (400, .invalidRequest), (401, .invalidKey),
      (402, .insufficientCredits), (403, .forbidden), (404, .notFound), (408, .serverError),
      (409, .conflict), (418, .invalidRequest), (422, .invalidRequest), (429, .rateLimited),
      (500, .serverError), (502, .serverError), (503, .serverError), (504, .serverError),
    ] as [(Int, MediaError.Code)])
  func aReadThatIsRefusedSaysWhy(status: Int, code: MediaError.Code) async throws {
    let transport = CannedTransport(
      status: status, body: #"{"error": "The tide is out.", "code": "LOW"}"#)
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == code)
    #expect(error.message == "The tide is out.")
    #expect(error.serviceCode == "LOW")
    #expect(error.httpStatus == status)
    #expect(error.service == "Acme")
    #expect(transport.requests.count == 1)
  }

  @Test(
    arguments: [
      (307, .redirectRefused), (400, .invalidRequest), (401, .invalidKey),
      (402, .insufficientCredits), (403, .forbidden), (404, .notFound), (408, .outcomeUnknown),
      (409, .outcomeUnknown), (422, .invalidRequest), (429, .rateLimited), (500, .outcomeUnknown),
      (502, .outcomeUnknown), (503, .outcomeUnknown), (504, .outcomeUnknown),
    ] as [(Int, MediaError.Code)])
  func aPurchaseThatIsRefusedSaysWhetherItMayHaveBeenPaid(
    status: Int, code: MediaError.Code
  ) async throws {
    let transport = CannedTransport(status: status, body: #"{"error": "The tide is out."}"#)
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.purchase) }
    #expect(error.code == code)
    #expect(error.httpStatus == status)
    #expect(error.model == "aurora")
    #expect(transport.requests.count == 1)
    let saysSo = error.message.contains("may have been accepted and paid")
    #expect(saysSo == (code == .outcomeUnknown))
  }

  @Test(arguments: ["", "<html>Bad gateway</html>", "{}", "[]", #"{"error": 7}"#])
  func aRefusalWithoutReasonGetsASentence(body: String) async throws {
    let connection = try Sample.connection(over: CannedTransport(status: 404, body: body))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .notFound)
    #expect(error.message == "Acme knows nothing under this name.")
    #expect(error.response?.body == body)
  }

  @Test func theAnswerInTheErrorIsCut() async throws {
    let body = String(repeating: "x", count: 100_000)
    let connection = try Sample.connection(over: CannedTransport(status: 500, body: body))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.response?.body.count == ReceivedResponse.maximumBodySize)
    #expect(error.response?.bodySize == 100_000)
  }

  @Test func theNumberOfTheExchangeIsKept() async throws {
    let transport = CannedTransport(status: 500, headers: ["x-request-id": "req_7"])
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.requestID == "req_7")
    #expect(error.description.contains("request req_7"))
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), (" 30 ", 30), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("-1", nil),
      ("soon", nil), ("", nil),
    ] as [(String, Int?)])
  func theAdviceWhenToTryAgainIsRead(text: String, seconds: Int?) async throws {
    let transport = CannedTransport(status: 429, headers: ["Retry-After": text])
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.retryAfter == seconds.map { Duration.seconds($0) })
  }

  @Test func theAdviceMayBeADate() async throws {
    let date = Date.now.addingTimeInterval(3_600).httpText
    let transport = CannedTransport(status: 503, headers: ["Retry-After": date])
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.read) }
    let advice = try #require(error.retryAfter)
    #expect(advice > .seconds(3_000) && advice <= .seconds(3_600))
  }

  @Test func aFullRateLimitIsOverWhenItsPeriodEnds() async throws {
    let reset = Date.now.timeIntervalSince1970 + 3_600
    let transport = CannedTransport(
      status: 429, headers: ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "\(reset)"])
    let connection = try Sample.connection(over: transport)
    let error = try await caught { try await connection.send(Sample.read) }
    let advice = try #require(error.retryAfter)
    #expect(advice > .seconds(3_000) && advice <= .seconds(3_600))
    #expect(error.rateLimit?.remaining == 0)
  }

  @Test(arguments: [
    (429, true), (500, true), (503, true), (400, false), (401, false), (402, false), (404, false),
  ])
  func onlyWhatMayPassIsTransient(status: Int, isTransient: Bool) async throws {
    let connection = try Sample.connection(over: CannedTransport(status: status))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.isTransient == isTransient)
  }
}
