import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia

/// The key goes to the service and nowhere else.
@Suite(.serialized) struct APIKeyTests {
  @Test(arguments: [
    "", " ", "sk live", " sk_live", "sk_live ", "sk_live\n", "sk\r\nX-Evil: 1", "sk\u{0}live",
    "sk_läve", "sk\u{7f}", "sk\tlive",
  ])
  func aKeyThatNoServiceIssuesIsNotSent(key: String) async throws {
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport, key: APIKey(key))
    let error = try await caught { try await connection.send(Sample.purchase) }
    #expect(error.code == .invalidKey)
    #expect(transport.requests.isEmpty)
    if !key.trimmingCharacters(in: .whitespaces).isEmpty {
      #expect(!printedText(of: error).contains(key))
    }
  }

  @Test func aKeyOfAnotherServiceIsNotSent() async throws {
    let transport = CannedTransport()
    var profile = Sample.profile
    profile.keyProblem = { $0.hasPrefix("ac_") ? nil : "does not begin with \"ac_\"" }
    let connection = try Sample.connection(over: transport, profile: profile)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .invalidKey)
    #expect(error.message == "The API key for Acme does not begin with \"ac_\".")
    #expect(transport.requests.isEmpty)
  }

  @Test func aKeyIsLookedUpForEachRequest() async throws {
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport, key: APIKey { "sk_looked_up" })
    _ = try await connection.send(Sample.read)
    #expect(transport.requests.first?.headers["Authorization"] == "Bearer sk_looked_up")
  }

  @Test func aKeyThatCannotBeLookedUpIsTheErrorOfTheLookup() async throws {
    struct Locked: Error {}
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport, key: APIKey { throw Locked() })
    await #expect(throws: Locked.self) { try await connection.send(Sample.purchase) }
    #expect(transport.requests.isEmpty)
  }

  @Test func aKeyIsPrintedNowhere() throws {
    let key = APIKey(Sample.key)
    let connection = try Sample.connection(over: CannedTransport())
    let download = Download(over: CannedTransport())
    for value in [key, [key], ["key": key], connection, [connection], download] as [any Sendable] {
      #expect(!printedText(of: value).contains(Sample.key))
    }
    #expect("\(key)" == "APIKey(hidden)")
  }

  /// What can go wrong, over a real connection where the system's own errors come into it.
  @Test(.timeLimit(.minutes(20)), arguments: [Sample.read, Sample.purchase])
  func aKeyIsInNoErrorOfTheNetwork(call: ServiceCall) async throws {
    let deaf = try DeafPort()
    let rude = try LoopbackServer { _ in [.write("HTTP/1.1 2"), .close] }
    let strict = try LoopbackServer { _ in [.answer(401, body: #"{"error": "Unknown key"}"#)] }
    let moved = try LoopbackServer { _ in [.redirect(302, to: "http://example.com/")] }
    for url in [deaf.url, try rude.url(), try strict.url(), try moved.url()] {
      let connection = try Sample.connection(
        over: URLSessionTransport.guarded(), at: url.absoluteString)
      let error = try await caught { try await connection.send(call) }
      #expect(!printedText(of: error).contains(Sample.key), "\(url)")
    }
  }

  /// A service may quote the key that it does not know.
  @Test func aKeyIsInNoErrorEvenIfTheServiceSaysIt() async throws {
    let body = #"{"error": "Unknown key \#(Sample.key)", "code": "\#(Sample.key)"}"#
    let connection = try Sample.connection(over: CannedTransport(status: 401, body: body))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .invalidKey)
    #expect(!printedText(of: error).contains(Sample.key))
  }

  @Test func aRequestThatIsPrintedHidesItsKey() async throws {
    let transport = CannedTransport()
    _ = try await Sample.connection(over: transport).send(Sample.read)
    let request = try #require(transport.requests.first)
    #expect(request.headers["Authorization"]?.contains(Sample.key) == true)
    #expect(!printedText(of: request).contains(Sample.key))
  }
}
