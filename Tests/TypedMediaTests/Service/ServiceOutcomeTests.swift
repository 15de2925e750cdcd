import Foundation
import Testing
import TypedMedia

/// What becomes of a call whose answer is there but no good, or is not there.
@Suite struct ServiceOutcomeTests {
  static let notSent = TransportError(
    "No route.", isBeforeConnecting: true, sentBodyBytes: 0)
  static let lost = TransportError("The line broke.")

  /// Calls and the codes of their errors, for one way in which things go wrong.
  struct Case: Sendable {
    let transport: CannedTransport
    let read: MediaError.Code
    let purchase: MediaError.Code
  }

  struct Unforeseen: Error {}

  @Test(arguments: [
    Case(transport: .init(failing: notSent), read: .unreachable, purchase: .unreachable),
    Case(transport: .init(failing: lost), read: .interrupted, purchase: .outcomeUnknown),
    Case(transport: .init(failing: Unforeseen()), read: .interrupted, purchase: .outcomeUnknown),
    Case(
      transport: .init(body: "<html>"), read: .malformedResponse, purchase: .outcomeUnknown),
    Case(transport: .init(body: ""), read: .malformedResponse, purchase: .outcomeUnknown),
    Case(
      transport: .init(body: #"{"id": "#), read: .malformedResponse, purchase: .outcomeUnknown),
    Case(
      transport: .init(body: #"{"text": "\#(String(repeating: "x", count: 2_000))"}"#),
      read: .responseTooLarge, purchase: .outcomeUnknown),
    Case(
      transport: .init { _ in TransportResponse(status: 200, body: .breaking(with: lost)) },
      read: .interrupted, purchase: .outcomeUnknown),
    Case(
      transport: .init { _ in TransportResponse(status: 200, body: .breaking(with: notSent)) },
      read: .interrupted, purchase: .outcomeUnknown),
  ])
  func whatIsPaidForIsInDoubtUnlessItWasCertainlyNotSent(_ example: Case) async throws {
    let connection = try Sample.connection(
      over: example.transport,
      configuration: ClientConfiguration(retries: .never, maximumAnswerSize: 1_000))
    for (call, code) in [(Sample.read, example.read), (Sample.purchase, example.purchase)] {
      let error = try await caught { try await connection.send(call) { try $0.object } }
      #expect(error.code == code)
      #expect(error.service == "Acme")
      #expect(error.model == call.model)
    }
    #expect(example.transport.requests.count == 2)
  }

  @Test func anAnswerThatLacksWhatIsDocumentedLeavesAPurchaseInDoubt() async throws {
    let connection = try Sample.connection(over: CannedTransport(body: #"{"note": "hello"}"#))
    for (call, code) in [
      (Sample.read, MediaError.Code.malformedResponse), (Sample.purchase, .outcomeUnknown),
    ] {
      let error = try await caught {
        try await connection.send(call) { try $0.object.id("id") }
      }
      #expect(error.code == code)
      #expect(error.message.contains("\"id\""))
      #expect(error.response?.body == #"{"note": "hello"}"#)
    }
  }

  @Test func onlyACancelledPurchaseIsInDoubt() async throws {
    let connection = try Sample.connection(over: CannedTransport(failing: CancellationError()))
    await #expect(throws: CancellationError.self) { try await connection.send(Sample.read) }
    let error = try await caught { try await connection.send(Sample.purchase) }
    #expect(error.code == .outcomeUnknown)
  }

  @Test func anAnswerHasItsJSONAndItsHeaders() async throws {
    let transport = CannedTransport(
      status: 201, headers: ["X-RateLimit-Remaining": "41"], body: #"{"id": "j-1"}"#)
    let answer = try await Sample.connection(over: transport).send(Sample.purchase)
    #expect(answer.status == 201)
    #expect(try answer.json["id"] == "j-1")
    #expect(answer.rateLimit?.remaining == 41)
  }

  @Test func aCallBecomesARequest() async throws {
    let transport = CannedTransport()
    var call = Sample.purchase
    call.query = [("kind", "a b&c"), ("none", nil)]
    _ = try await Sample.connection(over: transport).send(call)
    let request = try #require(transport.requests.first)
    #expect(request.method == "POST")
    #expect(request.url.absoluteString == "https://api.example.com/v1/jobs?kind=a%20b%26c")
    #expect(request.headers["Authorization"] == "Bearer \(Sample.key)")
    #expect(request.headers["Content-Type"] == "application/json")
    #expect(request.headers["Accept"] == "application/json")
    #expect(request.headers["User-Agent"]?.hasPrefix("TypedMedia/") == true)
    #expect(request.body == Data(#"{"prompt":"A fox"}"#.utf8))
  }
}

extension ResponseBody {
  /// A body that begins well and then breaks.
  static func breaking(with error: any Error) -> ResponseBody {
    ResponseBody(
      AsyncThrowingStream { continuation in
        continuation.yield(Data("{".utf8))
        continuation.finish(throwing: error)
      })
  }
}
