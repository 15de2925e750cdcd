import Foundation
import TypedMediaTerminal

#if canImport(Darwin)
  import Darwin
#endif

/// What the demo says, on a terminal or to whatever reads it.
struct Screen: Sendable {
  private let terminal = Terminal.output

  /// Says a line that stays.
  ///
  /// - Throws: ``Stop``, where nobody reads any more: what is paid for then goes on without the demo.
  func say(_ line: String = "", in color: TextColor? = nil) throws {
    guard terminal.write(painted(line, in: color) + "\n") == 0 else {
      throw Stop(nil, status: 74)
    }
  }

  /// Says something while a bar may move, which is written over, and drawn again below.
  func interject(_ line: String) {
    _ = terminal.write((terminal.lineWidth == nil ? "" : "\r\u{1B}[K") + line + "\n")
  }

  /// Asks before money is spent.
  ///
  /// - Throws: ``Stop``, unless the answer is yes; `CancellationError`, where the task is cancelled before
  ///   there is one.
  func confirm(_ question: String) throws {
    _ = terminal.write("\(question) [y/N] ")
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // A line that is read cannot be cancelled.
    while poll(&input, 1, 100) == 0 { try Task.checkCancellation() }
    guard let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) else {
      throw Stop("Nothing was spent on this.", status: 0)
    }
  }

  /// Shows how far some work is.
  func progressView() -> ProgressView { terminal.progressView() }

  /// Shows rows below their heads, within the width that there is.
  ///
  /// - Parameter column: The column that one comes for, which is whole.
  func show(_ rows: [[String]], below heads: [String], keeping column: Int) throws {
    let isColored = terminal.takesColor
    let table = Table(rows: [heads] + rows, width: terminal.width, keptColumn: column) { row, _ in
      isColored && row == 0 ? .gray : nil
    }
    for line in table.lines { try say(line) }
  }

  private func painted(_ text: String, in color: TextColor?) -> String {
    guard let color, terminal.takesColor else { return text }
    return color.applied(to: text)
  }
}
