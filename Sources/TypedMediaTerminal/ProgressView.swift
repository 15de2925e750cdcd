import Foundation
import TypedMedia

/// Shows how far some work is: on a terminal as a line that moves, elsewhere as a line for each step.
///
/// The time counts from its creation.
package final class ProgressView: @unchecked Sendable {
  /// The place where it is shown.
  package struct Output: Sendable {
    /// The number of characters that a line has that can be written over; `nil` where none can.
    let width: @Sendable () -> Int?
    /// Writes text as it is.
    let write: @Sendable (_ text: String) -> Void

    /// Creates an output.
    package init(
      width: @escaping @Sendable () -> Int?, write: @escaping @Sendable (_ text: String) -> Void
    ) {
      self.width = width
      self.write = write
    }
  }

  private let output: Output
  private let stopwatch: Stopwatch
  private let lock = NSLock()
  /// What is shown; `nil` before there is something, and after the end. Guarded by `lock`, as the next.
  private var line: ProgressLine?
  private var ticker: Task<Void, Never>?

  private static let eraser = "\r\u{1B}[K"

  /// Creates a view that shows nothing yet.
  package init(_ output: Output, clock: any Clock<Duration> = ContinuousClock()) {
    self.output = output
    stopwatch = Stopwatch(clock)
  }

  deinit { ticker?.cancel() }

  /// Shows what is done now.
  package func show(_ line: ProgressLine) {
    lock.withLock {
      let isNews = line.subject != self.line?.subject || line.step != self.line?.step
      self.line = line
      if output.width() != nil {
        draw()
        startTicking()
      } else if isNews {
        output.write(line.text(after: stopwatch.elapsed()) + "\n")
      }
    }
  }

  /// Writes lines that stay.
  package func say(_ text: String) {
    lock.withLock {
      output.write((isDrawn ? Self.eraser : "") + text + "\n")
      draw()
    }
  }

  /// Shows nothing any more.
  package func end() {
    lock.withLock {
      if isDrawn { output.write(Self.eraser) }
      line = nil
      ticker?.cancel()
      ticker = nil
    }
  }

  private var isDrawn: Bool { line != nil && output.width() != nil }

  private func draw() {
    guard let line, let width = output.width() else { return }
    // A line that is full makes some terminals begin the next.
    output.write(Self.eraser + line.text(after: stopwatch.elapsed(), width: width - 1))
  }

  private func startTicking() {
    guard ticker == nil else { return }
    ticker = Task { [weak self, stopwatch] in
      while (try? await stopwatch.sleep(for: .milliseconds(100))) != nil {
        guard let self else { return }
        self.lock.withLock { self.draw() }
      }
    }
  }
}

extension Terminal {
  /// A view on the terminal, or in the log, that is there.
  package func progressView() -> ProgressView {
    ProgressView(ProgressView.Output(width: { lineWidth }, write: { _ = write($0) }))
  }
}
