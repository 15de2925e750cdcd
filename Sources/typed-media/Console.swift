import Foundation
import TypedMediaUpdating

#if canImport(Darwin)
  import Darwin
#endif

/// Where results and complaints go.
struct Console: Sendable {
  /// Takes the places where results and complaints go.
  ///
  /// One that is closed is filled with what cannot be written to: the next file or socket that is opened
  /// would get its number, and what is printed.
  init() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes a line of the result.
  ///
  /// - Throws: ``Stop`` when it cannot be written; a reader that has gone away, such as `head`, is
  ///   no reason to say anything.
  func print(_ line: String) throws(Stop) {
    let number = write(line + "\n", to: STDOUT_FILENO)
    guard number != 0 else { return }
    throw Stop(
      message: number == EPIPE
        ? nil : "error: the result cannot be printed: \(reason(forNumber: number))",
      status: .outputFailed)
  }

  /// Says what is wrong. When that is impossible too, there is nobody left to tell.
  func complain(_ line: String) {
    _ = write(line + "\n", to: STDERR_FILENO)
  }

  /// Shows text where complaints go, as it is.
  func show(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes text as the system does, for `FileHandle` does not say on every platform what failed.
  ///
  /// - Returns: The `errno` of what failed; 0 when nothing did.
  private func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// The number of characters that a line of the terminal has; `nil` where the result goes
  /// elsewhere.
  var width: Int? { Self.width(of: STDOUT_FILENO) }

  /// The number of characters that a line has that can be written over where complaints go; `nil`
  /// where that is no terminal, or one that cannot.
  var progressWidth: Int? { Self.isDumb ? nil : Self.width(of: STDERR_FILENO) }

  /// Tells whether the result goes to a terminal that shows colours, and whoever sits there wants
  /// some (https://no-color.org).
  var takesColor: Bool {
    let refusal = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return refusal.isEmpty && !Self.isDumb && isatty(STDOUT_FILENO) == 1
  }

  private static var isDumb: Bool { ProcessInfo.processInfo.environment["TERM"] == "dumb" }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
