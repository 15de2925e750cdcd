import Foundation
import TypedMediaGenerator
import TypedMediaSchema
import TypedMediaUpdating

extension SourceFile {
  /// Reads a file; `-` is the standard input.
  ///
  /// - Throws: ``Stop``.
  init(reading path: String, name: String? = nil) throws(Stop) {
    do {
      let data =
        path == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Self.contents(of: path)
      self.init(path: path == "-" ? "<stdin>" : path, name: name ?? path, data: data)
    } catch {
      throw Stop(
        message: "error: '\(path)' cannot be read: \(reason(for: error))", status: .noInput)
    }
  }

  /// Reads a file's bytes by its path: to make a URL of it takes longer. It is the URL's way of reading
  /// that says what is wrong.
  private static func contents(of path: String) throws -> Data {
    try FileManager.default.contents(atPath: path) ?? Data(contentsOf: URL(filePath: path))
  }

  /// Reads the file's contents.
  ///
  /// - Throws: A `Diagnostic`, at the place where it stops being JSON.
  func json() throws(Diagnostic) -> JSONDocument {
    do {
      return try JSONDocument(parsing: data)
    } catch {
      throw Diagnostic(
        .error, "this is not valid JSON: \(error.message)", path: path, position: error.position)
    }
  }
}
