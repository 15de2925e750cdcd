import Foundation
import TypedMediaGenerator
import Workbench

/// The code of all schemas, generated twice.
struct Generation {
  /// The schemas that code could be generated for.
  let files: [SchemaFile]
  /// The code.
  let sources: GeneratedSources
  /// Whether both times have made the same bytes.
  private let isRepeatable: Bool
  /// What the code shall not have.
  private let soundness: Soundness

  /// Whether nothing was wrong.
  var isSound: Bool { sources.errors.isEmpty && isRepeatable && soundness.isSound }

  init(_ all: [SchemaFile]) throws {
    sources = try GeneratedSources(of: all.map { try $0.sourceFile() }, as: "Corpus")
    let generated = Set(sources.files.map(\.path))
    files = all.filter { generated.contains($0.url.path) }
    soundness = Soundness(of: sources.files)
    isRepeatable = try sources.isRepeatable()
  }

  func report(to table: inout Table) {
    for diagnostic in sources.errors + sources.output.warnings { print(diagnostic) }
    let milliseconds = (sources.seconds * 1000).rounded().formatted()
    table.add("schemas generated", "\(files.count), in \(milliseconds) ms")
    table.add("schemas refused", "\(Set(sources.errors.map(\.path)).count)")
    table.add("warnings", "\(sources.output.warnings.count)")
    soundness.report(of: "schemas", to: &table)
    table.add("the same bytes again, from the files in reverse", isRepeatable ? "yes" : "NO")
  }
}
