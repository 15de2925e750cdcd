import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// Large answers, and many.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportLoadTests {
  let transport = TransportUnderTest.guarded()

  @Test func aLargeBodyArrives() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let body = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    _ = try await transport.exchange(
      TransportRequest(method: "POST", url: server.url(), body: body))
    #expect(server.requests.first?.body == body)
  }

  @Test func aHundredRequestsInARowAreAnswered() async throws {
    let server = try LoopbackServer { [.answer(body: $0.path)] }
    for number in 0..<100 {
      let answer = try await transport.exchange(TransportRequest(url: server.url("/\(number)")))
      #expect(answer.body == Data("/\(number)".utf8))
    }
    #expect(server.requests.count == 100)
  }

  @Test func twentyRequestsAtOnceEachGetTheirOwnAnswer() async throws {
    // The first is answered when the second is there.
    let (count, isSecond) = (Counter(), DispatchSemaphore(value: 0))
    let server = try LoopbackServer { request in
      let number = count.next()
      if number == 1 { isSecond.signal() }
      return [.hold { if number == 0 { isSecond.wait() } }, .answer(body: request.path)]
    }
    let answers = try await withThrowingTaskGroup(of: (Int, Data).self) { group in
      for number in 0..<20 {
        let url = try server.url("/\(number)")
        group.addTask { (number, try await transport.exchange(TransportRequest(url: url)).body) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(answers.count == 20)
    for (number, body) in answers { #expect(body == Data("/\(number)".utf8)) }
  }

  @Test func anAnswerOutlivesItsTransport() async throws {
    let isAlone = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "100000"])),
        .hold { isAlone.wait() }, .write(Data(count: 100_000)),
      ]
    }
    let response = try await TransportUnderTest.guarded().send(
      TransportRequest(url: server.url()))
    isAlone.signal()
    var body = Data()
    for try await piece in response.body { body.append(piece) }
    #expect(body == Data(count: 100_000))
  }

  /// The server stops after 2 of 50 MB, so an answer that is read to its end would never come.
  @Test func whoStopsReadingEndsTheTransfer() async throws {
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "50000000"])),
        .write(Data(count: 2_000_000)), .stall,
      ]
    }
    for isRead in [true, false] {
      let response = try await transport.send(TransportRequest(url: server.url()))
      guard isRead else { continue }
      var pieces = response.body.makeAsyncIterator()
      #expect(try await pieces.next()?.isEmpty == false)
    }
    try await server.fallenSilent()
  }
}
