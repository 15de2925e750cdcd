import Foundation
import Testing
import TypedMedia

/// Streams of events, in whatever pieces they come.
@Suite struct ServerSentEventTests {
  private func events(
    in pieces: [Data], maximumSize: Int = ServerSentEvents.defaultMaximumSize
  ) async throws -> [ServerSentEvent] {
    let stream = AsyncThrowingStream<Data, any Error> { continuation in
      for piece in pieces { continuation.yield(piece) }
      continuation.finish()
    }
    return try await ServerSentEvents(ResponseBody(stream), maximumSize: maximumSize)
      .reduce(into: []) { $0.append($1) }
  }

  private static let stream = """
    \u{FEFF}: a comment
    retry: 1500

    event: status
    id: 1
    data: {"a": 1}

    data:first
    data
    data:  third: with a colon
    unheard: of

    event: nothing

    id
    event: last
    data: ö
    retry: soon


    """
  private static let expected = [
    ServerSentEvent(
      name: "status", data: #"{"a": 1}"#, id: "1", retryDelay: .milliseconds(1_500)),
    ServerSentEvent(
      data: "first\n\n third: with a colon", id: "1", retryDelay: .milliseconds(1_500)),
    ServerSentEvent(name: "last", data: "ö", id: "", retryDelay: nil),
  ]

  @Test(arguments: ["\n", "\r", "\r\n"])
  func linesEndInAnyOfThreeWays(ending: String) async throws {
    let data = Data(Self.stream.replacing("\n", with: ending).utf8)
    for size in [1, 2, 7, data.count] {
      let pieces = stride(from: 0, to: data.count, by: size).map {
        Data(data[$0..<min($0 + size, data.count)])
      }
      let found = try await events(in: pieces)
      #expect(found.map(\.data) == Self.expected.map(\.data), "\(size)")
      #expect(found.map(\.name) == Self.expected.map(\.name))
      #expect(found.map(\.id) == Self.expected.map(\.id))
      #expect(found.first?.retryDelay == .milliseconds(1_500))
    }
  }

  @Test func whatTheStreamBreaksOffInIsLeftOut() async throws {
    let found = try await events(in: [Data("data: a\n\ndata: b\n".utf8)])
    #expect(found.map(\.data) == ["a"])
    #expect(try await events(in: []).isEmpty)
  }

  @Test func whatIsNoTextIsReadAllTheSame() async throws {
    let found = try await events(in: [Data("data: ".utf8) + [0xff, 0x41, 0x0a, 0x0a]])
    #expect(found.map(\.data) == ["\u{FFFD}A"])
  }

  @Test(arguments: ["data: AAAAAAAAAAAAAAAAAAAA", "data: AAAA\ndata: BBBB\ndata: CCCC\n"])
  func anEventWithoutEndIsRefused(text: String) async throws {
    let error = try await caught { try await events(in: [Data(text.utf8)], maximumSize: 16) }
    #expect(error.code == .responseTooLarge)
  }

  @Test(arguments: ["retry: -5", "retry: 99999999999999999999", "retry: 1e3"])
  func anAbsurdDelayIsNone(line: String) async throws {
    let found = try await events(in: [Data("\(line)\ndata: a\n\n".utf8)])
    #expect(found.map(\.retryDelay) == [nil])
  }

  @Test func aStreamOfAServiceIsOpenedWithItsKey() async throws {
    let transport = CannedTransport { request in
      #expect(request.headers["Authorization"] == "Bearer \(Sample.key)")
      #expect(request.headers["Accept"] == "text/event-stream")
      #expect(request.headers["Last-Event-Id"] == "7")
      return TransportResponse(
        status: 200, headers: ["Content-Type": "text/event-stream;charset=utf-8"],
        body: .data(Data("data: a\n\n".utf8)))
    }
    let connection = try Sample.connection(over: transport)
    var call = ServiceCall.get("stream")
    call.headers["Last-Event-Id"] = "7"
    let found = try await connection.events(call).reduce(into: []) { $0.append($1.data) }
    #expect(found == ["a"])
  }

  @Test(arguments: [
    (404, "text/event-stream", MediaError.Code.notFound),
    (200, "application/json", .malformedResponse),
    (503, "text/html", .serverError),
  ])
  func whatIsNoStreamIsAnError(
    status: Int, type: String, code: MediaError.Code
  ) async throws {
    let connection = try Sample.connection(
      over: CannedTransport { _ in
        TransportResponse(
          status: status, headers: ["Content-Type": type], body: .data(Data("{}".utf8)))
      })
    let error = try await caught { try await connection.events(.get("stream")) }
    #expect(error.code == code)
  }
}
