import Foundation
import TypedMediaTerminal
import TypedMediaUpdating

/// Where results and complaints go.
struct Console: Sendable {
  /// Takes the places where results and complaints go.
  init() { Terminal.fillClosedStreams() }

  /// Writes a line of the result.
  ///
  /// - Throws: ``Stop`` when it cannot be written; a reader that has gone away, such as `head`, is
  ///   no reason to say anything.
  func print(_ line: String) throws(Stop) {
    let number = Terminal.output.write(line + "\n")
    guard number != 0 else { return }
    throw Stop(
      message: number == EPIPE
        ? nil : "error: the result cannot be printed: \(reason(forNumber: number))",
      status: .outputFailed)
  }

  /// Says what is wrong. When that is impossible too, there is nobody left to tell.
  func complain(_ line: String) { _ = Terminal.errors.write(line + "\n") }

  /// How many characters a line of the terminal has; `nil` where the result goes elsewhere.
  var width: Int? { Terminal.output.width }

  /// Whether results are shown in colour.
  var takesColor: Bool { Terminal.output.takesColor }

  /// A view of how far some work is, where complaints go.
  func progressView() -> ProgressView { Terminal.errors.progressView() }
}
