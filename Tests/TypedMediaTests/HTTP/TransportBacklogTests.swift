import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// A server that is faster than the reader does not fill the memory.
@Suite(.timeLimit(.minutes(5))) struct TransportBacklogTests {
  @Test func aBacklogIsFullOnceAndDrainsToHalf() {
    let log = CallLog()
    let backlog = Backlog(limit: 100) {
      log.append("full")
    } onDrained: {
      log.append("drained")
    }
    backlog.arrived(100)
    #expect(log.calls.isEmpty)
    backlog.arrived(1)
    backlog.arrived(50)
    #expect(log.calls == ["full"])
    backlog.read(100)
    #expect(log.calls == ["full"])
    backlog.read(1)
    backlog.read(50)
    #expect(log.calls == ["full", "drained"])
    backlog.arrived(101)
    #expect(log.calls == ["full", "drained", "full"])
  }

  /// 100 MB come at once, and the reader takes its time with the first piece.
  @Test func aSlowReaderGetsEverything() async throws {
    let size = 100_000_000
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "\(size)"])),
        .write(Data(count: size)),
      ]
    }
    let response = try await URLSessionTransport.guarded().send(
      TransportRequest(url: server.url()))
    var count = 0
    for try await piece in response.body {
      if count == 0 { try await Task.sleep(for: .milliseconds(300)) }
      count += piece.count
    }
    #expect(count == size)
  }
}

/// What was called.
private final class CallLog: @unchecked Sendable {
  private let lock = NSLock()
  private var log: [String] = []

  var calls: [String] { lock.withLock { log } }

  func append(_ call: String) { lock.withLock { log.append(call) } }
}
