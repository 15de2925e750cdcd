import AsyncHTTPClient
import AsyncHTTPClientTransport
import Foundation
import LoopbackServer
import NIOCore
import Testing
import TypedMedia

/// What this transport promises beyond what every transport does.
@Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTransportTests {
  let transport = AsyncHTTPClientTransport()

  /// Foundation on Linux ends the process on each of these.
  @Test func answersThatEndOtherProcessesAreAnswers() async throws {
    let chunked = LoopbackServer.Step.head(200, ["Transfer-Encoding": "chunked"])
    let answers = [
      chunked + "4\r\npool\r\n0\r\nServer-Timing: a\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length:4\r\nX-Long:tide\r\n\r\npool",
      "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Empty:\r\n\r\npool",
    ]
    for answer in answers {
      let server = try LoopbackServer { _ in [.write(answer)] }
      for method in ["GET", "POST"] {
        let response = try await transport.exchange(
          TransportRequest(method: method, url: server.url()))
        #expect(response.status == 200, "\(answer)")
        #expect(response.body == Data("pool".utf8), "\(answer)")
      }
    }
  }

  @Test(arguments: [
    "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
    "99999999999999999999999", "-1", "0x10", "four",
  ])
  func aLengthThatCannotBeIsAnError(length: String) async throws {
    let server = try LoopbackServer { _ in
      [.write("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\npool"), .close]
    }
    let error = try await caught(TransportError.self) {
      try await transport.exchange(TransportRequest(url: server.url()))
    }
    #expect(!error.isBeforeConnecting)
  }

  @Test func aServerThatFallsSilentInTheBodyIsGivenUp() async throws {
    let server = try LoopbackServer { _ in
      [.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ntide"), .stall]
    }
    var request = TransportRequest(url: try server.url())
    request.timeout = .milliseconds(200)
    let error = try await caught(TransportError.self) { try await transport.exchange(request) }
    #expect(!error.isBeforeConnecting)
  }

  @Test func anUploadOfWhichTheServerTakesNothingIsGivenUp() async throws {
    // More than what the buffers of both sides hold, so that the rest has to wait.
    let server = try LoopbackServer(interrupting: { _ in [.wait(.seconds(60))] }) { _ in [] }
    var request = TransportRequest(
      method: "PUT", url: try server.url(), body: Data(count: 50_000_000))
    request.timeout = .milliseconds(500)
    let error = try await caught(TransportError.self) { try await transport.exchange(request) }
    #expect(!error.isBeforeConnecting)
  }

  @Test func aBodyIsDecompressedUnlessItIsAskedForAsItIs() async throws {
    let zipped = try #require(
      Data(base64Encoded: "H4sIAAAAAAACAyvJTElVKMjPzwEAZpI27AkAAAA="))
    let server = try LoopbackServer { request in
      guard request.headers["accept-encoding"]?.contains("gzip") == true else {
        return [.answer(body: "as it is")]
      }
      let fields = ["Content-Encoding": "gzip", "Content-Length": "\(zipped.count)"]
      return [.write(LoopbackServer.Step.head(200, fields)), .write(zipped)]
    }
    var request = TransportRequest(url: try server.url())
    #expect(try await transport.exchange(request).body == Data("tide pool".utf8))
    request.headers["Accept-Encoding"] = "identity"
    #expect(try await transport.exchange(request).body == Data("as it is".utf8))
    #expect(server.requests.last?.headers["accept-encoding"] == "identity")
  }

  @Test func fieldsOfOneNameAreOneField() async throws {
    let server = try LoopbackServer { _ in
      [.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nVary: a\r\nvary: b\r\n\r\n")]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.headers["Vary"] == "a, b")
  }

  @Test func whatIsNotAGetHasAConnectionOfItsOwn() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    for number in 1...20 {
      _ = try await transport.exchange(
        TransportRequest(method: "POST", url: server.url(), body: Data("{}".utf8)))
      #expect(server.requestHeadCount == number)
      try await server.fallenSilent()
    }
  }

  @Test func moreRequestsWaitAtOnceThanClientsUsuallyHaveConnections() async throws {
    let server = try LoopbackServer { [.wait(.milliseconds(50)), .answer(body: $0.path)] }
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        let request = TransportRequest(
          method: "POST", url: try server.url("/\(number)"), body: Data("{}".utf8))
        group.addTask { try await transport.exchange(request).status }
      }
      return try await group.reduce(into: 0) { $0 += $1 == 200 ? 1 : 0 }
    }
    #expect(count == 100)
  }

  @Test func anAnswerThatAsksForAPasswordIsAnAnswer() async throws {
    let server = try LoopbackServer { _ in
      [.answer(401, ["WWW-Authenticate": "Basic realm=\"x\""], body: "who?")]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.status == 401)
    #expect(answer.body == Data("who?".utf8))
  }

  /// Errors from before there was a connection, each with a body that nobody asked for.
  @Test(arguments: ["http://nowhere.invalid/", "https://127.0.0.1", "wss://127.0.0.1/"])
  func whatWasNotSentIsKnownNotToHaveArrived(address: String) async throws {
    // It takes the connection and says nothing, so that there is no handshake.
    let server = try LoopbackServer { _ in [.stall] }
    var configuration = AsyncHTTPClientTransport.recommended
    configuration.timeout.connect = .milliseconds(500)
    let transport = AsyncHTTPClientTransport(configuration: configuration)
    let text = address.hasSuffix("1") ? "\(address):\(server.port)/?signature=5ecre7" : address
    let request = TransportRequest(
      method: "POST", url: try #require(URL(string: text)), body: Data("{}".utf8))
    let error = try await caught(TransportError.self) { try await transport.exchange(request) }
    #expect(error.isBeforeConnecting, "\(error)")
    #expect(error.sentBodyBytes == 0, "\(error)")
    #expect(!error.message.contains("5ecre7"))
  }

  @Test func aHeaderFieldThatCouldSplitIsNeitherSentNorShown() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let request = TransportRequest(
      method: "POST", url: try server.url(),
      headers: ["Authorization": "Bearer \(Sample.key)\r\nX-Evil: 1"], body: Data("{}".utf8))
    let error = try await caught(TransportError.self) { try await transport.exchange(request) }
    #expect(error.isBeforeConnecting)
    #expect(error.sentBodyBytes == 0)
    var shown = "\(error)"
    dump(error, to: &shown)
    #expect(!shown.contains(Sample.key))
    #expect(server.requestHeadCount == 0)
  }

  @Test func whatARedirectLeadsToNeverUndoesThatTheFirstRequestArrived() async throws {
    let port = try DeafPort()
    let location = port.url.absoluteString
    let server = try LoopbackServer { _ in [.redirect(302, to: location)] }
    let error = try await caught(TransportError.self) {
      try await transport.exchange(TransportRequest(url: server.url()))
    }
    #expect(!error.isBeforeConnecting)
  }
}
