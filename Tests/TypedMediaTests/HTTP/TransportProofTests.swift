import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia

/// What is known of a paid request whose answer is lost, on real sockets: it is sent once, and its outcome
/// stays open, unless it cannot have left.
@Suite(.serialized, .timeLimit(.minutes(10))) struct TransportProofTests {
  let transport = URLSessionTransport.guarded()

  static let head = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX-Request-Id: r-1\r\n\r\n"

  @Test func anAnswerMayBeLostAtEachByteOfItsHead() async throws {
    for length in 0..<Self.head.utf8.count where !isFatal(length) {
      let part = String(decoding: Self.head.utf8.prefix(length), as: UTF8.self)
      try await expectOneRequestInDoubt([.write(part), .close], "after \(length) bytes")
    }
  }

  @Test(arguments: [
    "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n", "just a body, as of HTTP/0.9",
    "HTTP/1.1 2OO OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/3 200\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nno colon here\r\n\r\n{}",
    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Nul: a\u{0}b\r\n\r\n{}", "\r\n\r\n\r\n",
    "\u{16}\u{3}\u{1}",
  ])
  func whatIsNoAnswerLeavesTheOutcomeOpen(text: String) async throws {
    try await expectOneRequestInDoubt([.write(text), .close], text)
    try await expectOneRequestInDoubt([.write(text), .reset], text)
  }

  /// Whatever a gateway in between says, the service may have the request.
  @Test(arguments: [
    300, 302, 303, 408, 409, 423, 425, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530,
  ])
  func aGatewaysAnswerLeavesTheOutcomeOpen(status: Int) async throws {
    for fields in [[:], ["Retry-After": "0", "Location": "/elsewhere"]] {
      try await expectOneRequestInDoubt([.answer(status, fields, body: "<html>")], "\(status)")
    }
  }

  @Test func aRefusedConnectionIsTriedAgainAndCostsNothing() async throws {
    let port = try DeafPort()
    let (error, ledger, _) = try await submit(to: port.url)
    #expect(error.code == .unreachable)
    #expect(await ledger.submissions().first?.isClosed == true)
  }

  @Test func aServiceThatDoesNotSpeakTLSWasSentNothing() async throws {
    let server = try LoopbackServer(greeting: [.write("220 mail.example.com ESMTP\r\n"), .close]) {
      _ in []
    }
    let (error, ledger, _) = try await submit(
      to: Sample.url("https://127.0.0.1:\(server.port)"))
    // Foundation on Linux has no code of its own for this: then the outcome is open, which is safe.
    #expect([.unreachable, .outcomeUnknown].contains(error.code), "\(error)")
    #expect(await ledger.submissions().first?.isClosed == (error.code == .unreachable))
    #expect(server.requests.isEmpty)
  }

  /// Of a host's two addresses the first refuses, as where IPv6 is half set up: the system goes on to the
  /// second, and reports an answer that is lost there by the first one's refusal.
  @Test func aHostWithAnAddressThatRefusesIsSentOneRequest() async throws {
    for steps: [LoopbackServer.Step] in [[.close], [.reset], [.write("HTTP/1.1 2"), .close]] {
      try await expectOneRequestInDoubt(steps, "\(steps)", host: "localhost")
    }
  }

  /// Needs a name with two IPv4 addresses, of which the first refuses: `.ci/two-addresses` makes one.
  @Test(.enabled(if: twoAddresses != nil, "TWO_ADDRESSES names no host with two addresses."))
  func aHostWithTwoAddressesOfOneKindIsSentOneRequest() async throws {
    let hosts = (Self.twoAddresses ?? "").split(separator: ",").map(String.init)
    for host in hosts {
      for steps: [LoopbackServer.Step] in [[.close], [.reset], [.write("HTTP/1.1 2"), .close]] {
        let server = try LoopbackServer { _ in steps }
        let error = try await caught(TransportError.self) {
          try await transport.exchange(
            TransportRequest(
              method: "POST", url: Sample.url("http://\(host):\(server.port)/"),
              body: Data("{}".utf8)))
        }
        #expect(server.requests.count == 1, "\(host) \(steps)")
        #expect(error.sentBodyBytes == 2, "\(host) \(steps)")
      }
    }
  }

  private static let twoAddresses = ProcessInfo.processInfo.environment["TWO_ADDRESSES"]

  private func expectOneRequestInDoubt(
    _ steps: [LoopbackServer.Step], _ what: String, host: String = "127.0.0.1"
  ) async throws {
    let server = try LoopbackServer { _ in steps }
    let (error, ledger, attempts) = try await submit(
      to: Sample.url("http://\(host):\(server.port)"))
    #expect(error.code == .outcomeUnknown, "\(what)")
    #expect(server.requests.count == 1, "\(what)")
    #expect(attempts == 1, "\(what)")
    #expect(await ledger.submissions().first?.isUnsettled == true, "\(what)")
  }

  private func submit(
    to url: URL
  ) async throws -> (MediaError, MemoryLedger, attempts: Int) {
    let ledger = MemoryLedger()
    let attempts = Attempts()
    let connection = try Sample.connection(
      over: transport, at: url.absoluteString,
      configuration: ClientConfiguration(
        ledger: ledger, retries: RetryPolicy(maximumRetries: 2, first: .milliseconds(1)),
        observer: attempts.append))
    let error = try await caught {
      try await connection.submit(Sample.purchase) { [try $0.object.id("id")] }
    }
    return (error, ledger, attempts.all.count)
  }

  /// Whether Foundation on Linux ends the process when an answer ends there: behind the status line, before
  /// a length was given (swift-corelibs-foundation issue 5285).
  private func isFatal(_ length: Int) -> Bool {
    #if canImport(FoundationNetworking)
      let statusLine = "HTTP/1.1 200 OK\r\n".utf8.count
      let length1 = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n".utf8.count
      return (statusLine..<length1).contains(length)
    #else
      return false
    #endif
  }
}
