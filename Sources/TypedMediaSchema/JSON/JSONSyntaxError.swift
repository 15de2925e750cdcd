/// The problem of a text that is not JSON, and its place.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The message of what was found and what was expected, for people.
  public let message: String
  /// The place at which the text stops being JSON.
  public let position: SourcePosition

  /// Creates an error.
  public init(message: String, position: SourcePosition) {
    self.message = message
    self.position = position
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The place and the message: `3:5: a comma or '}' was expected, not 'x'`.
  public var description: String { "\(position): \(message)" }
}
