import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// A redirect takes a `GET` on, takes no key to another origin, and takes nothing else anywhere.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportRedirectTests {
  let transport = TransportUnderTest.guarded()
  let credentials: HeaderFields = [
    "Authorization": "Bearer \(Sample.key)", "X-API-Key": Sample.key, "Accept": "application/json",
  ]

  @Test(arguments: [301, 302, 303, 307, 308])
  func aGetIsFollowedToTheSameOriginWithItsKey(status: Int) async throws {
    let server = try LoopbackServer { request in
      request.path == "/old" ? [.redirect(status, to: "/new")] : [.answer(body: "there")]
    }
    let answer = try await transport.exchange(
      TransportRequest(url: server.url("/old"), headers: credentials))
    #expect(answer.status == 200)
    #expect(answer.body == Data("there".utf8))
    #expect(server.requests.map(\.path) == ["/old", "/new"])
    #expect(server.requests.last?.headers["authorization"] == "Bearer \(Sample.key)")
    #expect(server.requests.last?.headers["x-api-key"] == Sample.key)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func aGetIsFollowedToAnotherOriginWithoutItsKey(status: Int) async throws {
    let other = try LoopbackServer { _ in [.answer(body: "there")] }
    let location = try other.url("/file").absoluteString
    let server = try LoopbackServer { _ in [.redirect(status, to: location)] }
    let answer = try await transport.exchange(
      TransportRequest(url: server.url(), headers: credentials))
    #expect(answer.body == Data("there".utf8))
    let received = try #require(other.requests.first)
    #expect(received.headers["authorization"] == nil)
    #expect(received.headers["x-api-key"] == nil)
    #expect(received.headers["accept"] == "application/json")
    #expect(!received.headers.values.contains { $0.contains(Sample.key) })
  }

  @Test func aKeyThatWasDroppedDoesNotComeBack() async throws {
    let home = LoopbackAddress()
    let other = try LoopbackServer { _ in [.redirect(302, to: home.text + "/back")] }
    let location = try other.url("/away").absoluteString
    let server = try LoopbackServer { request in
      request.path == "/back" ? [.answer()] : [.redirect(302, to: location)]
    }
    home.text = "http://127.0.0.1:\(server.port)"
    _ = try await transport.exchange(TransportRequest(url: server.url(), headers: credentials))
    #expect(server.requests.map(\.path) == ["/", "/back"])
    #expect(other.requests.first?.headers["authorization"] == nil)
  }

  @Test(arguments: [301, 302, 303, 307, 308], ["POST", "PUT", "DELETE"])
  func nothingButAGetIsFollowed(status: Int, method: String) async throws {
    let server = try LoopbackServer { _ in [.redirect(status, to: "/again")] }
    let answer = try await transport.exchange(
      TransportRequest(
        method: method, url: server.url(), headers: credentials, body: Data("{}".utf8)))
    #expect(answer.status == status)
    #expect(answer.headers["Location"] == "/again")
    #expect(server.requests.map(\.path) == ["/"])
  }

  @Test(arguments: ["http://example.com/", "http://192.0.2.1/", "ftp://127.0.0.1/"])
  func aRedirectToAnAddressThatIsNotSecureIsTheAnswer(location: String) async throws {
    let server = try LoopbackServer { _ in [.redirect(302, to: location)] }
    let answer = try await transport.exchange(
      TransportRequest(url: server.url(), headers: credentials))
    #expect(answer.status == 302)
    #expect(answer.headers["Location"] == location)
  }

  @Test func redirectsInACircleEnd() async throws {
    let server = try LoopbackServer { _ in [.redirect(302, to: "/again")] }
    await #expect(throws: TransportError.self) {
      try await transport.exchange(TransportRequest(url: server.url()))
    }
  }
}

/// An address that is known only after the server that is to name it was made.
private final class LoopbackAddress: @unchecked Sendable {
  private let lock = NSLock()
  private var address = ""

  var text: String {
    get { lock.withLock { address } }
    set { lock.withLock { address = newValue } }
  }
}
