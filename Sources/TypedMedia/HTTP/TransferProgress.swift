import Foundation

/// The progress of an upload or a download.
public struct TransferProgress: Hashable, Sendable {
  /// The number of bytes that have been sent, or received.
  public var completedBytes: Int64
  /// The number of bytes in all; `nil` when that is not known.
  public var totalBytes: Int64?

  /// Creates a progress.
  public init(completedBytes: Int64, totalBytes: Int64? = nil) {
    self.completedBytes = completedBytes
    self.totalBytes = totalBytes
  }

  /// The share that is done, from 0 to 1; `nil` when the total is not known.
  public var fraction: Double? {
    guard let totalBytes else { return nil }
    return totalBytes > 0 ? min(Double(completedBytes) / Double(totalBytes), 1) : 1
  }
}

/// Passes progress on, no more often than a display can use: ten times a second, and at the end.
final class ProgressMeter: @unchecked Sendable {
  private let report: @Sendable (TransferProgress) -> Void
  private let stopwatch: Stopwatch
  private let lock = NSLock()
  /// What was reported last, and when. Guarded by `lock`.
  private var last: (progress: TransferProgress, time: Duration)?

  init(
    _ report: @escaping @Sendable (TransferProgress) -> Void,
    stopwatch: Stopwatch = Stopwatch(ContinuousClock())
  ) {
    self.report = report
    self.stopwatch = stopwatch
  }

  /// - Parameter isLast: Whether there will be no more, so that this is to be seen in any case.
  func update(_ progress: TransferProgress, isLast: Bool = false) {
    let now = stopwatch.elapsed()
    let isDue = lock.withLock { () -> Bool in
      if let last {
        let isSoon = now - last.time < .milliseconds(100)
        guard progress != last.progress, isLast || !isSoon else { return false }
      }
      last = (progress, now)
      return true
    }
    if isDue { report(progress) }
  }
}
