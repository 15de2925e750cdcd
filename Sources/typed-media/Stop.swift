import Foundation

/// Why a command cannot go on.
struct Stop: Error {
  /// What there is to say; `nil` when nobody is there to read it.
  var message: String?
  /// How the program ends.
  var status: ExitStatus
}

/// A command that was not written as it has to be.
struct Misuse: Error {
  /// What is wrong with it.
  let message: String

  init(_ message: String) { self.message = message }
}

/// Why the system refused, in its own words where it has some.
func reason(for error: any Error) -> String {
  if let cause = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError {
    return reason(forNumber: cause.code.rawValue)
  }
  return error.localizedDescription
}

/// What an `errno` means: `permission denied`.
func reason(forNumber number: Int32) -> String {
  let text = String(cString: strerror(number))
  return text.prefix(1).lowercased() + text.dropFirst()
}
