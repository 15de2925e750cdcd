import Foundation
import TypedMedia

/// Shows how far a job is: a bar that moves on a terminal, a line for each change elsewhere.
final class ProgressDisplay {
  private let isTerminal = isatty(1) == 1
  private let clock = ContinuousClock()
  private var job = ""
  private var start = ContinuousClock.now
  private var lastStatus = ""

  /// Shows one status of `job`.
  func show(_ status: JobStatus<some Sendable>, of job: String) {
    if job != self.job { (self.job, start, lastStatus) = (job, clock.now, "") }
    let seconds = Double((clock.now - start).components.seconds)
    if isTerminal {
      bar(status, seconds: seconds)
    } else if status.rawStatus != lastStatus {
      print("  \(status.rawStatus)")
    }
    lastStatus = status.rawStatus
  }

  /// The place where a service does not say how much is done, the bar goes by the time that jobs
  /// usually take.
  private func bar(_ status: JobStatus<some Sendable>, seconds: Double) {
    let share = status.isTerminal ? 1 : status.progress ?? seconds / (seconds + 3)
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    print("\r\u{1B}[2K  \(bar) \(status.rawStatus)", terminator: status.isTerminal ? "\n" : "")
    fflush(nil)
  }
}
