/// What is wrong with what a control says.
public struct FormProblem: Hashable, Sendable {
  /// The control's name; empty when it is about the form as a whole.
  public var name: String
  /// What is wrong, for people.
  public var message: String

  /// Creates a problem.
  public init(name: String, message: String) {
    self.name = name
    self.message = message
  }
}

/// A form that makes no request yet.
public struct FormRejection: Error, Hashable, Sendable {
  /// What is wrong, at which control.
  public var problems: [FormProblem]

  /// Creates an error.
  public init(problems: [FormProblem]) { self.problems = problems }
}
