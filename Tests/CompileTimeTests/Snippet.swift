import Foundation

/// A small program that either compiles or has to be refused by the compiler.
///
/// `name.fails.swift` says on the line what the error is; `name.compiles.swift` is the same program
/// put right, so that a failure cannot come from a typing error or a missing module.
struct Snippet: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable {
    case compiles, fails
  }

  /// Its path in the tests, without its ending.
  let name: String
  let kind: Kind

  var file: URL { Self.tests.appending(path: description) }
  var description: String { "\(name).\(kind.rawValue).swift" }

  /// The snippets are read where they are written: as resources they would be copied, and compilers
  /// would name the copy in their errors.
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The snippets of one kind, in the folders `Snippets` of all tests; empty when these cannot be read.
  static func all(_ kind: Kind) -> [Snippet] {
    let targets = (try? FileManager.default.contentsOfDirectory(atPath: tests.path)) ?? []
    let ending = ".\(kind.rawValue).swift"
    return targets.sorted().flatMap { target in
      let folder = tests.appending(path: "\(target)/Snippets").path
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .filter { $0.hasSuffix(ending) }
        .map { Snippet(name: "\(target)/Snippets/\($0.dropLast(ending.count))", kind: kind) }
    }
  }
}
