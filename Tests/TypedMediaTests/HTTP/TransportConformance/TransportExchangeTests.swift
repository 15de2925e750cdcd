import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// What goes over the wire when all is well.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportExchangeTests {
  let transport = TransportUnderTest.guarded()

  @Test(arguments: [200, 201, 404, 429, 500])
  func statusHeadersAndBodyArrive(status: Int) async throws {
    let server = try LoopbackServer { _ in
      [.answer(status, ["X-Request-Id": "r-7", "Content-Type": "text/plain"], body: "tide pool")]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.status == status)
    #expect(answer.headers["x-request-id"] == "r-7")
    #expect(answer.headers["Content-Type"] == "text/plain")
    #expect(answer.body == Data("tide pool".utf8))
  }

  @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"])
  func methodHeadersAndBodyArriveAsTheyWereSent(method: String) async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let body = Data(#"{"prompt": "Gezeitentümpel 🦊"}"#.utf8)
    let request = TransportRequest(
      method: method, url: try server.url("/v1/jobs?kind=a%20b&x=1"),
      headers: [
        "Authorization": "Bearer \(Sample.key)", "Content-Type": "application/json",
        "X-Custom": "seven, eight",
      ],
      body: body)
    _ = try await transport.exchange(request)
    let received = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(received.method == method)
    #expect(received.target == "/v1/jobs?kind=a%20b&x=1")
    #expect(received.headers["authorization"] == "Bearer \(Sample.key)")
    #expect(received.headers["content-type"] == "application/json")
    #expect(received.headers["x-custom"] == "seven, eight")
    #expect(received.body == body)
  }

  @Test func aGetHasNoBody() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    _ = try await transport.exchange(TransportRequest(url: server.url("/v1/models")))
    let received = try #require(server.requests.first)
    #expect(received.method == "GET")
    #expect(received.target == "/v1/models")
    #expect(received.body.isEmpty)
  }

  @Test func aBodyInManyPiecesIsWhole() async throws {
    let pieces = (0..<40).map { "piece \($0);" }
    let length = 100_000 + pieces.joined().utf8.count
    let isRead = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _ in
      [.write(LoopbackServer.Step.head(200, ["Content-Length": "\(length)"]))]
        + pieces.flatMap { [.write($0), .hold { isRead.wait() }] } + [.write(Data(count: 100_000))]
    }
    var body = Data()
    for try await piece in try await transport.send(TransportRequest(url: server.url())).body {
      body.append(piece)
      isRead.signal()
    }
    #expect(body == Data(pieces.joined().utf8) + Data(count: 100_000))
  }

  @Test func aHeadInManyPiecesIsWhole() async throws {
    let text = LoopbackServer.Step.head(200, ["Content-Length": "2", "X-Long": "tide pool"]) + "ok"
    let server = try LoopbackServer { _ in
      text.flatMap { [.write(String($0)), .wait(.milliseconds(1))] }
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.headers["X-Long"] == "tide pool")
    #expect(answer.body == Data("ok".utf8))
  }

  @Test func aChunkedBodyIsPutTogether() async throws {
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Transfer-Encoding": "chunked"])),
        .write("5\r\ntide \r\n"), .write("4\r\npool\r\n"), .write("0\r\n\r\n"),
      ]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.body == Data("tide pool".utf8))
  }

  @Test func aBodyWithoutLengthEndsWithTheConnection() async throws {
    let server = try LoopbackServer { _ in
      [.write(LoopbackServer.Step.head(200, ["Connection": "close"]) + "tide pool"), .close]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.body == Data("tide pool".utf8))
  }

  @Test(arguments: [
    "HTTP/1.1 204 No Content\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
  ])
  func anEmptyBodyIsEmpty(text: String) async throws {
    let server = try LoopbackServer { _ in [.write(text)] }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect((200...204).contains(answer.status))
    #expect(answer.body.isEmpty)
  }

  /// The defaults are the transport's own, hence no configuration here.
  @Test func nothingIsRememberedFromOneRequestToTheNext() async throws {
    let transport = TransportUnderTest.usual()
    let server = try LoopbackServer { _ in
      [.answer(200, ["Cache-Control": "max-age=3600", "Set-Cookie": "session=1; Path=/"])]
    }
    for _ in 0..<2 { _ = try await transport.exchange(TransportRequest(url: server.url())) }
    #expect(server.requests.map { $0.headers["cookie"] } == [nil, nil])
  }

  @Test(arguments: [100, 102, 103])
  func whatComesBeforeTheAnswerIsNotTheAnswer(status: Int) async throws {
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(status, ["Link": "</style.css>"])),
        .answer(body: "tide pool"),
      ]
    }
    let answer = try await transport.exchange(TransportRequest(url: server.url()))
    #expect(answer.status == 200)
    #expect(answer.body == Data("tide pool".utf8))
  }
}
