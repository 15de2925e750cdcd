import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// How a wait ends before its answer is there.
@Suite(.timeLimit(.minutes(20))) struct TransportCancellationTests {
  let transport = URLSessionTransport.guarded()

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf"])
  func cancellingEndsTheWaitForAServerThatStalls(beginning: String) async throws {
    let server = try LoopbackServer { _ in [.write(beginning), .stall] }
    let log = ReadingLog(over: transport)
    let connection = try Sample.connection(over: log, at: server.url().absoluteString)
    let task = Task { try await connection.send(Sample.read) }
    try await beginning.isEmpty ? server.received() : log.readsOn()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await server.fallenSilent()
  }

  @Test func cancellingAPaidRequestThatWasSentLeavesItsOutcomeOpen() async throws {
    let server = try LoopbackServer { _ in [.stall] }
    let connection = try Sample.connection(over: transport, at: server.url().absoluteString)
    let task = Task { try await connection.send(Sample.purchase) }
    try await server.received()
    task.cancel()
    let error = try await caught { try await task.value }
    #expect(error.code == .outcomeUnknown)
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
    let transport = URLSessionTransport.guarded(silence: 1)
    let error = try await caught(TransportError.self) {
      try await transport.exchange(TransportRequest(url: server.url()))
    }
    #expect(error.mayHaveArrived)
  }
}
