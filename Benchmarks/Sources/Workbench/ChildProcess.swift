import Foundation

/// A program that runs beside this one.
///
/// Foundation's `Process` does not say what a program has cost; the system call beneath does.
public struct ChildProcess: Sendable {
  /// The number that the system knows the process by.
  public let identifier: Int32

  /// Starts a program, which is looked for in `PATH`.
  ///
  /// - Parameter output: The file descriptor that gets what the program writes, errors too.
  public init(_ program: String, _ arguments: [String], output: Int32) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let (words, variables) = ([program] + arguments, environment)
    var started: Int32 = 0
    let failure = withCStrings(words) { words in
      withCStrings(variables) { variables in
        posix_spawnp(&started, program, &actions, nil, words, variables)
      }
    }
    guard failure == 0 else {
      throw CocoaError(.executableNotLoadable, userInfo: [NSFilePathErrorKey: program])
    }
    identifier = started
  }

  /// Ends the program at once.
  public func kill() { _ = Foundation.kill(identifier, SIGKILL) }

  /// Waits for the program to end.
  ///
  /// - Parameter limit: How long it may take before it is ended; `nil` for as long as it likes.
  public func wait(atMost limit: Duration? = nil) -> Ending {
    var (status, usage) = (Int32(0), rusage())
    if let limit {
      let end = ContinuousClock.now + limit
      while wait4(identifier, &status, WNOHANG, &usage) == 0 {
        if ContinuousClock.now > end { kill() }
        usleep(5_000)
      }
    } else {
      while wait4(identifier, &status, 0, &usage) < 0, errno == EINTR {}
    }
    #if canImport(Darwin)
      let peak = usage.ru_maxrss
    #else
      let peak = usage.ru_maxrss * 1024
    #endif
    let signal = status & 0x7f
    return Ending(
      status: signal == 0 ? .exit((status >> 8) & 0xff) : .signal(signal),
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds, peakMemory: peak)
  }

  /// How a program has ended.
  public struct Ending: Sendable {
    /// How it has ended.
    public var status: Status
    /// How long processors have worked for it and the programs that it ran.
    public var processorSeconds: Double
    /// The most memory that it, or a program that it ran, has held, in bytes.
    ///
    /// It is at most this: the system starts a program's count at that of the program that ran it.
    public var peakMemory: Int
  }

  /// A program's last word.
  public enum Status: Hashable, Sendable, CustomStringConvertible {
    /// It ended by itself, with this status.
    case exit(Int32)
    /// It was ended by this signal.
    case signal(Int32)

    /// The status in words.
    public var description: String {
      switch self {
      case .exit(let status): "exit status \(status)"
      case .signal(let signal): String(cString: strsignal(signal))
      }
    }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return body(pointers + [nil])
}
