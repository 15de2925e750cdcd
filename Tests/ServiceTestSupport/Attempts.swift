import Foundation
package import TypedMedia

/// What an observer saw.
package final class Attempts: @unchecked Sendable {
  private let lock = NSLock()
  private var attempts: [CallAttempt] = []

  package init() {}

  package var all: [CallAttempt] { lock.withLock { attempts } }
  package func append(_ attempt: CallAttempt) { lock.withLock { attempts.append(attempt) } }
}
