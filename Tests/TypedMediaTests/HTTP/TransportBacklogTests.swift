import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia

/// A server that is faster than the reader does not fill the memory.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportBacklogTests {
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

  /// 100 MB come at once, and the reader stays with the first piece until a third of them is sent.
  @Test func aSlowReaderGetsEverything() async throws {
    let size = 100_000_000
    let isFarAhead = Gate()
    let server = try LoopbackServer { _ in
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "\(size)"])),
        .write(Data(count: size / 3)), .hold { isFarAhead.open() },
        .write(Data(count: size - size / 3)),
      ]
    }
    let response = try await URLSessionTransport.guarded().send(
      TransportRequest(url: server.url()))
    var count = 0
    for try await piece in response.body {
      if count == 0 { await isFarAhead.pass() }
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
