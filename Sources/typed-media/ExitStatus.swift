/// The way that the program ends: 0 and 1 are answers, the rest are the numbers of `sysexits.h`.
enum ExitStatus: Int32, Comparable {
  /// All is well.
  case success = 0
  /// The answer is no: something is invalid, or not up to date.
  case failure = 1
  /// The command was not written as it has to be.
  case usage = 64
  /// A file is not what it should be.
  case badData = 65
  /// A file is missing, or may not be read.
  case noInput = 66
  /// A service cannot be reached, or does not answer as it has to.
  case unavailable = 69
  /// A file cannot be written.
  case cannotCreate = 73
  /// The results cannot be written.
  case outputFailed = 74
  /// The environment lacks what the command needs.
  case notConfigured = 78
  /// Somebody pressed Ctrl-C: 128 and the number of the signal, as shells have it.
  case interrupted = 130

  /// Tells whether `right` is the one to end with, when both happened.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
