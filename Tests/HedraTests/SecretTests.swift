import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// The key goes to the service and nowhere else.
@Suite(.timeLimit(.minutes(20))) struct SecretTests {
  private func expectNoKey(in value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      !printedText(of: value).contains(HedraSandbox.apiKey), sourceLocation: sourceLocation)
  }

  @Test func theKeyIsPrintedNowhere() throws {
    let client = CannedAnswer(body: "{}").client
    expectNoKey(in: client)
    expectNoKey(in: client.connection)
    expectNoKey(in: client.job(id: "j"))
  }

  /// A service may repeat whatever it was sent.
  @Test(arguments: [
    (401, #"{"detail": "Bad key KEY"}"#), (400, #"{"messages": ["KEY"]}"#),
    (422, #"{"detail": [{"loc": ["body", "KEY"], "msg": "KEY", "type": "KEY"}]}"#),
    (500, "KEY"), (200, #"{"KEY": "KEY"}"#), (200, "KEY"),
  ])
  func theKeyIsInNoError(status: Int, body: String) async throws {
    let ledger = MemoryLedger()
    let attempts = Attempts()
    let service = CannedAnswer(
      status: status, headers: ["X-Request-Id": HedraSandbox.apiKey],
      body: body.replacingOccurrences(of: "KEY", with: HedraSandbox.apiKey))
    let hedra = service.client(
      configuration: ClientConfiguration(
        ledger: ledger, retries: .never, observer: { attempts.append($0) }))
    let error = try #require(
      await #expect(throws: MediaError.self) { try await hedra.submit(Sample.image()) })
    expectNoKey(in: error)
    expectNoKey(in: attempts.all)
    expectNoKey(in: await ledger.events)
    #expect(attempts.all.count == 1)
  }

  @Test func theKeyIsInNoLedgerAndNoResult() async throws {
    let ledger = MemoryLedger()
    let service = CannedAnswer(body: #"{"id": "g", "echo": "\#(HedraSandbox.apiKey)"}"#)
    let submission =
      try await service
      .client(configuration: ClientConfiguration(ledger: ledger)).submit(Sample.image())
    expectNoKey(in: submission.object)
    expectNoKey(in: submission.job.handle)
    let stored = try JSONEncoder().encode(await ledger.events)
    #expect(!String(decoding: stored, as: UTF8.self).contains(HedraSandbox.apiKey))
    #expect(submission.object["echo"] == "(hidden)")
  }

  @Test(arguments: [("", "is empty"), ("a b", "has a space"), ("a\nb", "has a space")])
  func aMalformedKeyIsNotSent(key: String, problem: String) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(apiKey: APIKey(key)).voices()
    }
    #expect(error?.code == .invalidKey)
    #expect(error?.message.contains(problem) == true)
    #expect(await sandbox.receivedRequests.isEmpty)
  }
}
