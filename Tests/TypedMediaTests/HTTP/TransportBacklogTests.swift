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
}

/// What was called.
private final class CallLog: @unchecked Sendable {
  private let lock = NSLock()
  private var log: [String] = []

  var calls: [String] { lock.withLock { log } }

  func append(_ call: String) { lock.withLock { log.append(call) } }
}
