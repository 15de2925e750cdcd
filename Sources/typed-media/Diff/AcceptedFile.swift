import Foundation
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaUpdating

/// The file of the changes that somebody has accepted.
struct AcceptedFile {
  let path: String

  /// What is in it.
  ///
  /// - Parameter mayBeMissing: Whether a file that is not there has nothing in it.
  /// - Throws: ``Stop`` when it cannot be read, `Diagnostic` when a line is wrong.
  func read(mayBeMissing: Bool) throws -> AcceptedChanges {
    if mayBeMissing, !FileManager.default.fileExists(atPath: path) {
      return try AcceptedChanges(SourceFile(path: path, name: path, data: Data()))
    }
    return try AcceptedChanges(SourceFile(reading: path))
  }

  /// Adds the changes.
  ///
  /// - Throws: ``Stop`` when it cannot be written.
  func append(_ changes: [Change]) throws(Stop) {
    guard !changes.isEmpty else { return }
    do {
      let url = URL(filePath: path)
      var text = ""
      if FileManager.default.fileExists(atPath: path) {
        text = try String(contentsOf: url, encoding: .utf8)
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      }
      text += changes.map { "\($0.id)\n" }.joined()
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw Stop(
        message: "error: '\(path)' cannot be written: \(reason(for: error))",
        status: .cannotCreate)
    }
  }
}
