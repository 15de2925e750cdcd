/// A schema that cannot be compiled, with everything that is wrong with it.
public struct JSONSchemaError: Error, Hashable, Sendable {
  /// The problems, in the order in which they were found.
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
  /// The place in the schema.
  public let pointer: JSONPointer
  /// The message, for people.
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
