import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// How a wait ends before its answer is there.
@Suite(.timeLimit(.minutes(5))) struct TransportCancellationTests {
  let transport = TransportUnderTest.guarded()

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"])
  func cancellingEndsTheWaitForAServerThatStalls(beginning: String) async throws {
    let server = try LoopbackServer { _ in [.write(beginning), .stall] }
    let url = try server.url()
    let task = Task { try await transport.exchange(TransportRequest(url: url)).status }
    try await server.received()
    if !beginning.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await server.fallenSilent()
  }

  @Test func aTaskThatIsCancelledAlreadySendsNothing() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let url = try server.url()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await transport.send(TransportRequest(url: url)).status
    }
    task.cancel()
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
