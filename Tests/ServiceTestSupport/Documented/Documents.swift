package import Foundation
package import TypedMedia

/// The services' documents, which are not part of this repository.
///
/// They are looked for in the folder that `TYPED_MEDIA_DOCUMENTS` names, else at `shared/facts` beside the
/// repository. Tests that need one are skipped where it is absent.
package enum Documents {
  package static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_DOCUMENTS"] {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    return repository.appending(path: "../shared/facts").standardizedFileURL
  }()

  /// The folder of this repository.
  package static let repository: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    // This file, its folder, its target, the tests.
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// Whether the documents of those names are there.
  package static func contain(_ names: String...) -> Bool {
    names.allSatisfy { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  package static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  package static func json(_ name: String) throws -> JSON {
    try JSON(parsing: Data(contentsOf: folder.appending(path: name)))
  }

  /// The words in the code of a text in Markdown, of code spans and of blocks, each once.
  package static func codeWords(in text: String) -> Set<String> {
    var words: Set<String> = []
    for (index, block) in text.components(separatedBy: "```").enumerated() {
      let spans =
        index.isMultiple(of: 2)
        ? block.matches(of: /`([^`\n]+)`/).map { $0.output.1 } : [Substring(block)]
      for span in spans { words.formUnion(Self.words(in: String(span))) }
    }
    return words
  }

  static func words(in text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z_][A-Za-z0-9_-]*/).map { String($0.output) })
  }

  /// The words of a text, taken apart at hyphens and underscores.
  static func parts(of text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z][A-Za-z0-9]*/).map { String($0.output) })
  }
}
