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
        : try Data(contentsOf: URL(filePath: path))
      self.init(path: path == "-" ? "<stdin>" : path, name: name ?? path, data: data)
    } catch {
      throw Stop(
        message: "error: '\(path)' cannot be read: \(reason(for: error))", status: .noInput)
    }
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
