import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// What is particular to the transport on `URLSession`.
@Suite(.serialized, .timeLimit(.minutes(5))) struct URLSessionTransportTests {
  let transport = URLSessionTransport.guarded()

  /// Where both are said, the length does not count (RFC 9112, section 6.3). Other clients refuse such
  /// an answer, as they may.
  @Test func aChunkedBodyIsWholeWhateverLengthIsSaid() async throws {
    let isRead = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _ in
      [
        .write(
          LoopbackServer.Step.head(200, ["Transfer-Encoding": "chunked", "Content-Length": "5"])),
        .write("5\r\ntide \r\n"), .hold { isRead.wait() }, .write("4\r\npool\r\n"),
        .write("0\r\n\r\n"),
      ]
    }
    var body = Data()
    for try await piece in try await transport.send(TransportRequest(url: server.url())).body {
      body.append(piece)
      isRead.signal()
    }
    #expect(body == Data("tide pool".utf8))
  }

  /// A session would answer the server by itself.
  @Test(arguments: ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer", "Negotiate"])
  func anAnswerThatAsksForAPasswordIsAnAnswer(challenge: String) async throws {
    let server = try LoopbackServer { _ in
      [.answer(401, ["WWW-Authenticate": challenge], body: "who?")]
    }
    for method in ["GET", "POST"] {
      let answer = try await transport.exchange(
        TransportRequest(
          method: method, url: server.url(), headers: ["Authorization": "Bearer \(Sample.key)"]))
      #expect(answer.status == 401)
      // Foundation on Linux loses the body of an answer that asks for a password in the basic way.
      if !challenge.hasPrefix("Basic") { #expect(answer.body == Data("who?".utf8)) }
    }
    #expect(server.requests.map(\.method) == ["GET", "POST"])
  }
}
