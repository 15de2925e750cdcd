import Foundation

/// The lists of what a service documents, held against its documents.
package struct DocumentedLists {
  private let folder: URL

  /// - Parameter tests: The target that has them, in its folder `Documented`.
  package init(in tests: String) {
    folder = Documents.repository.appending(path: "Tests/\(tests)/Documented")
  }

  /// Compares `calls.txt` with what a machine-readable document gives now, or rewrites it when `RECORD` is set.
  ///
  /// - Returns: What differs, and whether it was rewritten, which is to fail the test.
  package func problems(comparedWith calls: DocumentedCalls, of document: String) throws -> [String]
  {
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let text = "# Made from \(document); RECORD=1 makes it anew.\n\(calls)"
      try Data(text.utf8).write(to: folder.appending(path: "calls.txt"))
      return ["Recorded calls.txt. Read the diff, then run again without RECORD."]
    }
    let recorded = try list("calls.txt")
    return Set(calls.calls.keys).union(recorded.calls.keys).sorted()
      .filter { recorded.calls[$0] != calls.calls[$0] }
      .map { "\($0): differs from the document; RECORD=1 makes the list anew." }
  }

  /// Compares the lists with documents that people read: each word of code in them is a name or a value in the
  /// lists, or one that was looked at and is neither, which `other-words.txt` has; and the list from prose
  /// invents none.
  ///
  /// - Parameter others: Further documents, of which the list has something, that are not all of this service.
  package func problems(
    comparedWithWordsOf documents: String..., others: [String] = []
  ) throws -> [String] {
    let (made, read) = (try list("calls.txt"), try list("calls-from-prose.txt"))
    let text = try documents.map(Documents.text).joined(separator: "\n")
    let unlisted = Documents.codeWords(in: text).subtracting(made.words).subtracting(read.words)
    let other = Set(
      try String(contentsOf: folder.appending(path: "other-words.txt"), encoding: .utf8)
        .split(whereSeparator: \.isWhitespace).map(String.init))
    let parts = Documents.parts(of: try (documents + others).map(Documents.text).joined())
    return unlisted.subtracting(other).sorted().map { "\($0): in no list, and not looked at." }
      + other.subtracting(unlisted).sorted().map { "\($0): in other-words.txt for nothing." }
      + read.parts.subtracting(made.parts).subtracting(parts).sorted().map {
        "\($0): in no document."
      }
  }

  private func list(_ name: String) throws -> DocumentedCalls {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return DocumentedCalls() }
    return DocumentedCalls(parsing: try String(contentsOf: file, encoding: .utf8))
  }
}
