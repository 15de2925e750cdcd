import Foundation
import TypedMedia

/// What was reported of a transfer.
final class ProgressLog: @unchecked Sendable {
  private let lock = NSLock()
  private var log: [TransferProgress] = []

  var entries: [TransferProgress] { lock.withLock { log } }

  @Sendable func append(_ progress: TransferProgress) { lock.withLock { log.append(progress) } }
}
