/// The progress of some work, as a line for people.
package struct ProgressLine: Hashable, Sendable {
  /// The subject of the work: a model.
  package var subject: String
  /// The step that is done just now.
  package var step: String
  /// The share of it that is done, from 0 to 1; `nil` where nobody says.
  package var fraction: Double?

  /// Creates a line.
  package init(_ subject: String, _ step: String, fraction: Double? = nil) {
    self.subject = subject
    self.step = step
    self.fraction = fraction
  }

  /// The line for a log, which has no bar: `0:02 veo-3.1: generating`.
  ///
  /// - Parameter elapsed: The time since the first moment.
  package func text(after elapsed: Duration) -> String {
    "\(Self.time(elapsed)) \(subject): \(step)".printable
  }

  /// The line for a terminal, with a bar that moves also where nobody says how much is done.
  ///
  /// - Parameters:
  ///   - elapsed: The time since the first moment.
  ///   - width: The most characters that it may have.
  package func text(after elapsed: Duration, width: Int) -> String {
    let bar = bar(after: elapsed, length: min(24, width / 4))
    let percent = fraction.map { " \(Int(Self.clamped($0) * 100)) %" } ?? ""
    let text = "\(bar) \(Self.time(elapsed))\(percent) \(subject): \(step)".printable
    return text.count > width ? text.prefix(max(width - 1, 0)) + (width > 0 ? "…" : "") : text
  }

  private func bar(after elapsed: Duration, length: Int) -> String {
    guard length > 0 else { return "" }
    func cells(_ isFull: (Int) -> Bool) -> String {
      (0..<length).map { isFull($0) ? "█" : "░" }.joined()
    }
    if let fraction {
      let count = Int(Self.clamped(fraction) * Double(length))
      return cells { $0 < count }
    }
    // A part that goes back and forth, a cell each tenth of a second.
    let partLength = max(1, length / 6)
    let way = max(1, length - partLength)
    let step = Int(elapsed / .milliseconds(100)) % (2 * way)
    let start = step < way ? step : 2 * way - step
    return cells { ($0 - start) >= 0 && ($0 - start) < partLength }
  }

  private static func clamped(_ fraction: Double) -> Double {
    fraction.isFinite ? min(max(fraction, 0), 1) : 0
  }

  /// `0:07`, `12:30` or `1:02:03`.
  private static func time(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    return (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(seconds % 60)
  }
}
