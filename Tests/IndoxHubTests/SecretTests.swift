import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// The API key and the key at a provider go to the service and nowhere else.
@Suite struct SecretTests {
  private let options = IndoxHubOptions(byokAPIKey: APIKey(Sample.providerKey))
  private let secrets = [Sample.providerKey, IndoxHubSandbox.apiKey]

  private func expectNoSecret(
    in value: Any, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for secret in secrets {
      #expect(!printedText(of: value).contains(secret), sourceLocation: sourceLocation)
    }
  }

  @Test func theKeyReachesTheService() async throws {
    let sandbox = IndoxHubSandbox.played()
    let looked = IndoxHubOptions(byokAPIKey: APIKey { Sample.providerKey })
    for options in [options, looked] {
      _ = try await sandbox.client().submit(Pebble(prompt: "p"), options: options)
      #expect(await sandbox.lastBody?["byok_api_key"]?.string == Sample.providerKey)
    }
  }

  /// As JSON, a request can have anything among its members.
  @Test func aKeyInARequestWithoutATypeIsNotKept() async throws {
    let ledger = MemoryLedger()
    let sandbox = IndoxHubSandbox.played()
    _ = try await sandbox.client(configuration: ClientConfiguration(ledger: ledger)).submit(
      RawRequest(
        ["prompt": "p", "byok_api_key": .string(Sample.providerKey)],
        to: .indoxHub(named: "ibis/pebble", making: .image)))
    #expect(await sandbox.lastBody?["byok_api_key"]?.string == Sample.providerKey)
    expectNoSecret(in: await ledger.events)
  }

  @Test func secretsArePrintedNowhere() throws {
    let client = CannedAnswer(body: "{}").client
    var call = ServiceCall.post("videos", "generations", body: [:], effect: .spends)
    call.secrets = ["byok_api_key": APIKey(Sample.providerKey)]
    for value in [options, [options], client, call] as [any Sendable] { expectNoSecret(in: value) }
  }

  /// A service may repeat whatever it was sent, and providers do.
  @Test(arguments: [
    (401, #"{"error": "unauthorized", "message": "Bad key KEY", "status_code": 401}"#),
    (400, #"{"error": {"message": "KEY", "type": "KEY", "param": "KEY", "code": "KEY"}}"#),
    (422, #"{"detail": [{"loc": ["body", "KEY"], "msg": "KEY", "type": "KEY"}]}"#),
    (500, #"{"request_id": "KEY", "success": false, "message": "KEY", "data": ""}"#),
    (200, #"{"message": "KEY"}"#), (200, "KEY"),
  ])
  func secretsAreInNoError(status: Int, body: String) async throws {
    for secret in secrets {
      let ledger = MemoryLedger()
      let service = CannedAnswer(
        status: status, headers: ["X-Request-ID": secret],
        body: body.replacingOccurrences(of: "KEY", with: secret))
      let attempts = Attempts()
      let configuration = ClientConfiguration(
        ledger: ledger, retries: .never, observer: { attempts.append($0) })
      let error = try #require(
        await #expect(throws: MediaError.self) {
          try await service.client(configuration: configuration)
            .submit(Pebble(prompt: "p"), options: options)
        })
      expectNoSecret(in: error)
      expectNoSecret(in: attempts.all)
      expectNoSecret(in: await ledger.events)
      #expect(attempts.all.count == 1)
    }
  }

  @Test func secretsThatAnAnswerRepeatsAreInNoResult() async throws {
    let ledger = MemoryLedger()
    let service = CannedAnswer(
      body: """
        {"request_id": "r", "data": [{"url": "https://a.b/c.png"}],
          "raw_response": {"\(Sample.providerKey)": ["\(Sample.providerKey)"]}}
        """)
    let submission =
      try await service
      .client(configuration: ClientConfiguration(ledger: ledger))
      .submit(Pebble(prompt: "p"), options: options)
    #expect(submission.rawResponse == ["(hidden)": ["(hidden)"]])
    expectNoSecret(in: submission.object)
    expectNoSecret(in: submission.job.handle)
    expectNoSecret(in: try await submission.job.result())
    let stored = try JSONEncoder().encode(await ledger.events)
    #expect(!String(decoding: stored, as: UTF8.self).contains(Sample.providerKey))
  }

  @Test func aKeyThatIsEmptyIsNotSent() async throws {
    let sandbox = IndoxHubSandbox.played()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(
        Pebble(prompt: "p"), options: IndoxHubOptions(byokAPIKey: ""))
    }
    #expect(error?.code == .invalidKey)
    #expect(await sandbox.receivedRequests.isEmpty)
  }
}
