/// The reason why a command cannot go on.
struct Stop: Error {
  /// What there is to say; `nil` when nobody is there to read it.
  var message: String?
  /// The way that the program ends.
  var status: ExitStatus
}

/// A command that was not written as it has to be.
struct Misuse: Error {
  /// What is wrong with it.
  let message: String

  init(_ message: String) { self.message = message }
}
