/// One way in which a value breaks a schema.
public struct SchemaViolation: Error, Hashable, Sendable {
  /// The place of the value.
  public let instancePath: JSONPointer
  /// The place of the rule, in the schema that it is written in.
  public let schemaPath: JSONPointer
  /// The keyword of the rule, such as `enum`, or ``unchecked``.
  public let rule: String
  /// The value's text, cut to 60 characters.
  public let found: String
  /// The values that the rule allows, for people: `one of 4, 6, 8`, `from 1 to 4`, `at most 2500
  /// characters`.
  public let allowed: String
  /// The problem, in one sentence: `/duration is 7; allowed: one of 4, 6, 8`.
  public let message: String

  /// Creates a violation.
  public init(
    instancePath: JSONPointer,
    schemaPath: JSONPointer,
    rule: String,
    found: String,
    allowed: String,
    message: String
  ) {
    self.instancePath = instancePath
    self.schemaPath = schemaPath
    self.rule = rule
    self.found = found
    self.allowed = allowed
    self.message = message
  }
}

extension SchemaViolation {
  /// The rule of a violation that says that the value was not checked to its end: that would have taken
  /// more than ``JSONSchema/Options/maximumSteps``, or the task was cancelled.
  public static let unchecked = "unchecked"
}

extension SchemaViolation: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
