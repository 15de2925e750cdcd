public import TypedMediaSchema

/// Something to say about an input, at its place.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// Tells whether code can be generated all the same.
  public enum Severity: String, Hashable, Sendable {
    case warning, error
  }

  /// Tells whether code can be generated all the same.
  public var severity: Severity
  /// The message of what is wrong and what to do, in words.
  public var message: String
  /// The file, as it was named to the generator.
  public var path: String
  /// The position in the file; `nil` when it is about the whole of it.
  public var position: SourcePosition?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ message: String, path: String, position: SourcePosition? = nil
  ) {
    self.severity = severity
    self.message = message
    self.path = path
    self.position = position
  }

  /// `path:line:column: error: message`, which editors and Xcode turn into a link.
  public var description: String {
    let place = position ?? SourcePosition(line: 1, column: 1)
    // One line, whatever a schema or a file's name has: what reads a build's log takes each for itself.
    return Escaped.visible(
      "\(path):\(place.line):\(place.column): \(severity.rawValue): \(message)")
  }
}

/// Everything that kept code from being generated.
public struct GenerationFailure: Error, CustomStringConvertible {
  /// The errors, and the warnings found along the way. At least one is an error.
  public var diagnostics: [Diagnostic]

  /// Each diagnostic on a line of its own.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
