import Dispatch
import Foundation

/// Runs work on a large stack of its own, for values and schemas that are nested deeply.
///
/// Secondary threads can have as little as 512 KB, which a recursive schema could exhaust.
enum DeepStack {
  private static let size = 32 << 20

  /// Runs `body` on another thread, and waits for it.
  static func run(_ body: () -> Bool) -> Bool {
    withoutActuallyEscaping(body) { body in
      let work = Work(body)
      let end = DispatchSemaphore(value: 0)
      let thread = Thread {
        work.run()
        end.signal()
      }
      thread.stackSize = size
      // Who waits must not wait for someone less urgent.
      thread.qualityOfService = Thread.current.qualityOfService
      thread.start()
      // The thread has no task, and is told when the one that waits here has been cancelled.
      while end.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
        if isCancelled { thread.cancel() }
      }
      return work.result
    }
  }

  /// Tells whether whoever the work at hand is for has been cancelled: the task, or the thread.
  static var isCancelled: Bool { Task.isCancelled || Thread.current.isCancelled }

  /// What one thread hands to another, which waits for it: they never touch it at one time.
  private final class Work: @unchecked Sendable {
    private var body: (() -> Bool)?
    private(set) var result = false

    init(_ body: @escaping () -> Bool) { self.body = body }

    func run() {
      result = body?() ?? false
      body = nil
    }
  }
}
