import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// How a wait ends before its answer is there.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportCancellationTests {
  let transport = TransportUnderTest.guarded()

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf"])
  func cancellingEndsTheWaitForAServerThatStalls(beginning: String) async throws {
    let server = try LoopbackServer { _ in [.write(beginning), .stall] }
    let url = try server.url()
    let (pieces, piece) = AsyncStream<Void>.makeStream()
    let task = Task {
      for try await _ in try await transport.send(TransportRequest(url: url)).body { piece.yield() }
      try Task.checkCancellation()
    }
    if beginning.isEmpty {
      try await server.received()
    } else {
      for await _ in pieces { break }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await server.fallenSilent()
  }

  @Test func aTaskThatIsCancelledAlreadySendsNothing() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let url = try server.url()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await transport.send(TransportRequest(url: url)).status
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(server.requests.isEmpty)
  }

  @Test func theTimeOutIsTheConfigurations() async throws {
    let server = try LoopbackServer { _ in [.stall] }
    let transport = TransportUnderTest.guarded(silence: 1)
    let error = try await caught(TransportError.self) {
      try await transport.exchange(TransportRequest(url: server.url()))
    }
    #expect(!error.isBeforeConnecting)
  }
}
