import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// A standard stream of the program, which may be a terminal.
package struct Terminal: Sendable {
  private let descriptor: Int32

  /// Where results go.
  package static let output = Terminal(descriptor: STDOUT_FILENO)
  /// Where complaints go.
  package static let errors = Terminal(descriptor: STDERR_FILENO)

  /// Fills each standard stream that is closed with what cannot be written to: the next file or socket that
  /// is opened would get its number, and what is printed.
  package static func fillClosedStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes text as the system does, for `FileHandle` does not say on every platform what failed.
  ///
  /// - Returns: The `errno` of what failed; 0 when nothing did.
  package func write(_ text: String) -> Int32 {
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

  /// How many characters a line has; `nil` where it is no terminal.
  package var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// How many characters a line has that can be written over; `nil` where none can.
  package var lineWidth: Int? { isDumb ? nil : width }

  /// Whether it shows colours, and whoever sits there wants some (https://no-color.org).
  package var takesColor: Bool {
    let refusal = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return refusal.isEmpty && !isDumb && isTerminal
  }

  private var isTerminal: Bool { isatty(descriptor) == 1 }
  private var isDumb: Bool { ProcessInfo.processInfo.environment["TERM"] == "dumb" }
}
