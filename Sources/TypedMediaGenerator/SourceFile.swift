public import Foundation
import TypedMediaSchema

/// A file that code is generated from, in memory.
public struct SourceFile: Sendable {
  /// The path by which diagnostics name it.
  public var path: String
  /// The name that generated code has for it: `schemas/hoox/veo-3.1.json`, the same on every
  /// machine.
  public var name: String
  /// Its bytes.
  public var data: Data

  /// Creates a file.
  public init(path: String, name: String, data: Data) {
    self.path = path
    self.name = name
    self.data = data
  }

  /// Reads the file as JSON.
  func document() throws(Diagnostic) -> JSONDocument {
    do {
      return try JSONDocument(parsing: data)
    } catch {
      throw Diagnostic(
        .error, "this is not valid JSON: \(error.message)", path: path, position: error.position)
    }
  }
}
