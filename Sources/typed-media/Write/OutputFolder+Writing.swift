import Foundation
import TypedMediaUpdating

extension OutputFolder {
  /// Makes the folder what it should be.
  ///
  /// - Parameters:
  ///   - changes: What there is to do.
  ///   - files: The texts, by the files' names.
  func apply(_ changes: Changes, from files: [String: String]) throws(Stop) {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    do {
      try StagedFiles(folder: folder).write(
        changes.outdated.map { ($0, Data((files[$0] ?? "").utf8)) }, removing: changes.leftOver)
    } catch {
      throw Stop(
        message: "error: '\(path)' cannot be written: \(reason(for: error))",
        status: .cannotCreate)
    }
  }
}
