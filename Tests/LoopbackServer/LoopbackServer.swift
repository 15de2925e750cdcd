package import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An HTTP server on this machine that does to each connection what a test tells it to.
///
/// It speaks raw TCP, because the point is to misbehave: to stop in the middle, to reset, to answer
/// with something that is not HTTP. It ends, with all its connections, when it is released.
///
/// Suites that use it are `.serialized`: each server has a few descriptors, and where all tests began at once
/// there were 1,500 of them. Foundation's `Process` on Linux reads past a page while it lists more than some 1,365
/// of its own, and other systems allow a process 256.
package final class LoopbackServer: Sendable {
  /// What to do next with a connection.
  package enum Step: Sendable {
    case write(Data)
    /// Take that long, as a slow server does. What a test shows may not depend on it.
    case wait(Duration)
    /// Go on when the closure returns, which may block: each connection has a thread of its own.
    case hold(@Sendable () -> Void)
    /// Write the data again and again, until the peer is gone.
    case flood(Data)
    /// Say nothing more, until the peer is gone.
    case stall
    case close
    /// Break the connection off, as a crashed server or a firewall does.
    case reset

    package static func write(_ text: String) -> Step { .write(Data(text.utf8)) }
  }

  /// What to do about a request. After the last step the connection waits for the next request.
  package typealias Script = @Sendable (LoopbackRequest) -> [Step]

  /// What to do about a request of which only the head has arrived, after which the connection ends;
  /// `nil` to wait for the body.
  package typealias Interruption = @Sendable (LoopbackRequest) -> [Step]?

  package let port: Int
  private let state: LoopbackConnections

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - remembersRequests: Whether ``requests`` has what arrived; not where that would be too much.
  ///   - greeting: What to do with each connection before anything is read, after which it ends; `nil` to
  ///     wait for requests.
  ///   - interruption: What to do about requests that have only begun to arrive.
  ///   - script: What to do about requests.
  package init(
    remembersRequests: Bool = true,
    greeting: [Step]? = nil,
    interrupting interruption: @escaping Interruption = { _ in nil },
    script: @escaping Script
  ) throws {
    let (listener, port) = try LoopbackSocket.bound()
    guard listen(listener, 128) == 0 else {
      let failure = LoopbackSocket.Failure(call: "listen")
      _ = close(listener)
      throw failure
    }
    self.port = port
    let state = LoopbackConnections(
      script: script, interruption: interruption, greeting: greeting,
      remembersRequests: remembersRequests)
    self.state = state
    Thread.detachNewThread { state.accept(from: listener) }
  }

  /// A server that answers the first request by the first script, the second by the second, and what
  /// comes after the last by the last.
  package static func inTurn(_ scripts: Script...) throws -> LoopbackServer {
    let count = Counter()
    return try LoopbackServer { scripts[min(count.next(), scripts.count - 1)]($0) }
  }

  deinit { state.stop() }

  /// The requests that arrived whole, in their order.
  package var requests: [LoopbackRequest] { state.requests }

  /// How many requests began to arrive, with or without their body.
  package var requestHeadCount: Int { state.headCount }

  package func url(_ path: String = "/") throws -> URL {
    guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else {
      throw URLError(.badURL)
    }
    return url
  }

  /// Returns when `count` requests have arrived. It waits as long as it takes: the tests that call
  /// it have a time limit.
  package func received(_ count: Int = 1) async throws {
    try await state.wait { requests.count >= count }
  }

  /// Returns when no connection is open any more.
  package func fallenSilent() async throws {
    try await state.wait { state.openCount == 0 }
  }
}

/// An address at which nobody answers: its port is taken, but not listened to.
package final class DeafPort: Sendable {
  package let url: URL
  private let descriptor: Int32

  package init() throws {
    let (descriptor, port) = try LoopbackSocket.bound()
    guard let url = URL(string: "http://127.0.0.1:\(port)/") else { throw URLError(.badURL) }
    self.descriptor = descriptor
    self.url = url
  }

  deinit { _ = close(descriptor) }
}

/// Counts from zero.
package final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var upcoming = 0

  package init() {}

  package func next() -> Int {
    lock.withLock {
      defer { upcoming += 1 }
      return upcoming
    }
  }
}
