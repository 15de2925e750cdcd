import Dispatch
import Foundation
import TypedMedia

/// A connection to a server that begins another session where one is lost.
final class Connection: @unchecked Sendable {
  // Only the queue's blocks use it. The queue keeps the waits for the server off the threads that
  // tasks run on.
  private var session: Session?
  private var wasReached = false
  private let queue = DispatchQueue(label: "PostgresLedger")
  private let string: ConnectionString
  private let patience: Duration

  /// Creates a connection, of which the first session begins with the first work.
  ///
  /// - Parameters:
  ///   - string: Where the server is.
  ///   - patience: How long to try to reach it once more.
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where the string cannot be read.
  init(to string: String, patience: Duration) throws {
    self.string = try ConnectionString(string)
    self.patience = patience
  }

  /// Does `work`, and does it again where the session is lost, as long as the patience lasts: it
  /// has to be such that it does no harm to have done it twice.
  ///
  /// - Throws: What `work` throws; or `MediaError` with the code `ledgerUnavailable`.
  func perform<Value: Sendable>(
    _ work: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [self] in
        continuation.resume(with: Result { try persist(work) })
      }
    }
  }

  private func persist<Value>(_ work: (Session) throws -> Value) throws -> Value {
    var (pause, waited) = (Duration.zero, Duration.zero)
    while true {
      do {
        let session = try self.session ?? Session(string)
        self.session = session
        wasReached = true
        return try work(session)
      } catch {
        // It is the server that said no, and not the connection that broke.
        if let session, !session.isLost { throw error }
        session = nil
        // A server that was never there may have another name: that is worth no wait.
        guard wasReached, pause <= patience - waited else { throw error }
        Thread.sleep(forTimeInterval: pause / .seconds(1))
        waited += pause
        pause = min(max(pause * 2, .milliseconds(100)), .seconds(1))
      }
    }
  }
}
