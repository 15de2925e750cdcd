import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The connections of a ``LoopbackServer``, each with a thread of its own: blocking calls would use
/// up the few threads that Swift's tasks share.
///
/// It is apart from the server so that running threads do not keep that alive.
final class LoopbackConnections: @unchecked Sendable {
  private let script: LoopbackServer.Script
  private let interruption: LoopbackServer.Interruption
  private let greeting: [LoopbackServer.Step]?
  private let remembersRequests: Bool
  private let lock = NSLock()
  private var isStopped = false
  private var open: Set<Int32> = []
  private var received: [LoopbackRequest] = []
  private var heads = 0
  private var listeners: [AsyncStream<Void>.Continuation] = []

  init(
    script: @escaping LoopbackServer.Script, interruption: @escaping LoopbackServer.Interruption,
    greeting: [LoopbackServer.Step]?, remembersRequests: Bool
  ) {
    self.remembersRequests = remembersRequests
    self.script = script
    self.interruption = interruption
    self.greeting = greeting
  }

  var requests: [LoopbackRequest] { lock.withLock { received } }
  var headCount: Int { lock.withLock { heads } }
  var openCount: Int { lock.withLock { open.count } }

  /// Returns when a condition is true, which is asked again after each change.
  func wait(until condition: () -> Bool) async throws {
    let changes = AsyncStream(bufferingPolicy: .bufferingNewest(1)) { listener in
      lock.withLock { listeners.append(listener) }
      listener.yield()
    }
    for await _ in changes where condition() { return }
    throw CancellationError()
  }

  /// Changes what is counted, and wakes those who wait for it.
  private func change(_ body: () -> Void) {
    let listeners = lock.withLock {
      body()
      return self.listeners
    }
    for listener in listeners { listener.yield() }
  }

  /// Takes connections until ``stop()``, and closes `listener` then.
  func accept(from listener: Int32) {
    // An accept that blocks cannot be ended from another thread on every system, hence the poll.
    while !lock.withLock({ isStopped }) {
      guard LoopbackSocket.isReadable(listener, within: 50) else { continue }
      #if canImport(Glibc)
        let connection = Glibc.accept(listener, nil, nil)
      #else
        let connection = Darwin.accept(listener, nil, nil)
      #endif
      guard connection >= 0 else { continue }
      LoopbackSocket.prepare(connection)
      change { _ = open.insert(connection) }
      Thread.detachNewThread { self.serve(connection) }
    }
    _ = close(listener)
  }

  /// Wakes every thread that waits for a peer; each then closes its own connection.
  func stop() {
    lock.withLock {
      isStopped = true
      for connection in open { _ = shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func serve(_ connection: Int32) {
    var reader = LoopbackRequest.Reader()
    _ = greeting?.allSatisfy { perform($0, on: connection) }
    var steps: [LoopbackServer.Step]?
    let wantsBody = { (head: LoopbackRequest) in
      self.change { self.heads += 1 }
      steps = self.interruption(head)
      return steps == nil
    }
    while greeting == nil, let request = reader.next(from: connection, wantsBody: wantsBody) {
      if let steps {
        _ = steps.allSatisfy { perform($0, on: connection) }
        break
      }
      if remembersRequests { change { received.append(request) } }
      guard script(request).allSatisfy({ perform($0, on: connection) }) else { break }
    }
    // Under the lock, so that `stop` never sees a number that the system has given away again.
    change {
      open.remove(connection)
      _ = close(connection)
    }
  }

  /// Returns whether the connection is still to be used.
  private func perform(_ step: LoopbackServer.Step, on connection: Int32) -> Bool {
    switch step {
    case .write(let data):
      return LoopbackSocket.write(data, to: connection)
    case .wait(let duration):
      Thread.sleep(forTimeInterval: duration / .seconds(1))
      return true
    case .hold(let body):
      body()
      return true
    case .flood(let data):
      // The pause leaves the machine to the other tests; the peer has no end to wait for all the same.
      while LoopbackSocket.write(data, to: connection) { Thread.sleep(forTimeInterval: 0.001) }
      return false
    case .stall:
      while LoopbackSocket.read(connection) != nil {}
      return false
    case .close:
      return false
    case .reset:
      LoopbackSocket.lingerZero(connection)
      return false
    }
  }
}
