import ArgumentParser
import Foundation
import Workbench

/// Generates, compiles and tries every schema of the corpora.
@main
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Generates, compiles and tries every schema of the corpora.",
    discussion: """
      The code is compiled as one module, with warnings as errors. Then every body is decoded, \
      validated, encoded and compared. The exit status is not zero if anything fails.
      """)

  @Option(help: "Another folder of schemas; those in the folders in it count too.")
  var schemas: String?

  @Option(help: "The folder of the bodies: SOURCE/MODEL/*.json for a schema SOURCE/MODEL.json.")
  var instances: String?

  @Option(help: "Where to write the code and build it.")
  var scratch: String?

  @Option(help: "How many compilers run at a time, each of which takes up to 2 GB.")
  var jobs = 1

  func run() throws {
    let folders = try folders()
    let files = SchemaFile.all(in: folders.schemas)
    guard !files.isEmpty else {
      throw ValidationError("There are no schemas in \(folders.schemas.path).")
    }
    var table = Table("what", "result")
    print("Generating the code of \(files.count) schemas…")
    let generation = try Generation(files)
    generation.report(to: &table)
    let cases = try Soundness(
      of: Corpora.cases(besides: folders.corpora).map { try $0.sourceFile() })
    if cases.count == 0 {
      print("There are no cases beside \(folders.corpora.path), so that none were looked at.")
    } else {
      cases.report(of: "\(cases.count) schemas of the cases", to: &table)
    }

    print("Compiling it…")
    let package = try CheckPackage(generation, in: Repository.scratch("corpus", or: scratch))
    let seconds = try package.build(jobs: jobs)
    table.add("compiled as one module, warnings as errors", "in \(seconds.rounded().formatted()) s")

    print("Decoding, validating and encoding the bodies…")
    let check = try package.check(generation.files, bodies: folders.instances)
    print(check.output, terminator: "")
    for number in check.numbers { table.add(number.what, "\(number.count)") }
    print("\n\(table)")
    guard generation.isSound, cases.isSound, check.passed else { throw ExitCode.failure }
  }

  /// Where the schemas and the bodies are, and the corpora that they belong to.
  private func folders() throws -> (schemas: URL, instances: URL, corpora: URL) {
    if let schemas {
      let folder = URL(fileURLWithPath: schemas)
      let beside = folder.deletingLastPathComponent().appendingPathComponent("instances")
      return (
        folder, instances.map { URL(fileURLWithPath: $0) } ?? beside,
        folder.deletingLastPathComponent()
      )
    }
    let corpora = try Corpora()
    return (
      corpora.schemas, instances.map { URL(fileURLWithPath: $0) } ?? corpora.instances,
      corpora.folder
    )
  }
}
