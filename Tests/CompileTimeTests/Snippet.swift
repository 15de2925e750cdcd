import Foundation

/// A small program that either compiles or has to be refused by the compiler.
///
/// `name.fails.swift` says on the line what the error is; `name.compiles.swift` is the same program
/// put right, so that a failure cannot come from a typing error or a missing module.
struct Snippet: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable {
    case compiles, fails
  }

  let name: String
  let kind: Kind

  var file: URL { Self.folder.appending(path: description) }
  var description: String { "\(name).\(kind.rawValue).swift" }

  /// The snippets are read where they are written: as resources they would be copied, and compilers
  /// would name the copy in their errors.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snippets")

  /// The snippets of one kind; empty when the folder cannot be read.
  static func all(_ kind: Kind) -> [Snippet] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let ending = ".\(kind.rawValue).swift"
    return files.filter { $0.hasSuffix(ending) }.sorted()
      .map { Snippet(name: String($0.dropLast(ending.count)), kind: kind) }
  }
}
