import Foundation
import TypedMediaGenerator
import Workbench

/// The code of all schemas, generated twice.
struct Generation {
  /// The schemas that code could be generated for.
  var files: [SchemaFile]
  /// The code.
  var output: RequestGenerator.Output
  /// What kept other schemas from having code.
  var errors: [Diagnostic] = []
  /// How long it took.
  var seconds: Double
  /// Whether both times have made the same bytes.
  var isRepeatable: Bool

  /// What the code shall not have.
  private var soundness: Soundness

  /// Whether nothing was wrong.
  var isSound: Bool { errors.isEmpty && isRepeatable && soundness.isSound }

  init(_ all: [SchemaFile]) throws {
    files = all
    let generator = RequestGenerator(
      module: "Corpus", configuration: try Configuration(Self.configuration))
    let clock = ContinuousClock()
    var first: (output: RequestGenerator.Output, seconds: Double)?
    while first == nil {
      let sources = try files.map { try $0.sourceFile() }
      let start = clock.now
      do {
        first = (try generator.generate(sources), (clock.now - start).seconds)
      } catch {
        // What is wrong with one schema shall not hide what is wrong with the code of the others.
        errors += error.diagnostics.filter { $0.severity == .error }
        let broken = Set(errors.map(\.path))
        let rest = files.filter { !broken.contains($0.url.path) }
        guard rest.count < files.count else { throw error }
        files = rest
      }
    }
    guard let first else { throw CocoaError(.coderInvalidValue) }
    (output, seconds) = first
    soundness = Soundness(of: files, output)
    let second = try generator.generate(files.reversed().map { try $0.sourceFile() })
    isRepeatable =
      second.requests == output.requests && second.sharedTypes == output.sharedTypes
      && second.catalog == output.catalog
  }

  func report(to table: inout Table) {
    for diagnostic in errors + output.warnings { print(diagnostic) }
    let milliseconds = (seconds * 1000).rounded().formatted()
    table.add("schemas generated", "\(files.count), in \(milliseconds) ms")
    table.add("schemas refused", "\(Set(errors.map(\.path)).count)")
    table.add("warnings", "\(output.warnings.count)")
    soundness.report(to: &table)
    table.add("the same bytes again, from the files in reverse", isRepeatable ? "yes" : "NO")
  }

  private static let configuration = SourceFile(
    path: "typed-media.json", name: "typed-media.json", data: Data(#"{"access": "package"}"#.utf8))
}
