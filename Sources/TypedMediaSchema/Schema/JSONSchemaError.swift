/// A schema that cannot be compiled, with everything that is wrong with it.
public struct JSONSchemaError: Error, Hashable, Sendable {
  /// What is wrong, in the order in which it was found.
  public let problems: [JSONSchemaProblem]

  /// Creates an error.
  public init(problems: [JSONSchemaProblem]) { self.problems = problems }
}

extension JSONSchemaError: CustomStringConvertible {
  /// The problems, one a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Something that is wrong with a schema.
public struct JSONSchemaProblem: Hashable, Sendable {
  /// Where in the schema it is.
  public let pointer: JSONPointer
  /// What is wrong, for people.
  public let message: String

  /// Creates a problem.
  public init(pointer: JSONPointer, message: String) {
    self.pointer = pointer
    self.message = message
  }
}

extension JSONSchemaProblem: CustomStringConvertible {
  /// The place and the message.
  public var description: String { pointer == .root ? message : "\(pointer): \(message)" }
}
