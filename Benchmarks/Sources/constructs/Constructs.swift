import ArgumentParser
import Foundation
import TypedMediaGenerator
import Workbench

/// Generates, compiles and tries schemas of every construct.
@main
struct Constructs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constructs",
    abstract: "Generates, compiles and tries schemas of every construct of JSON Schema.",
    discussion: """
      The schemas, each with bodies that are valid and bodies that are broken, are in \
      Benchmarks/Constructs, beside the program that made and judged them. The exit status is not zero \
      if a type refuses a valid body or takes a broken one, and the documentation does not say so.
      """)

  @Option(help: "Only schemas whose names begin with this.")
  var only = ""

  @Option(help: "Where to write the code and build it.")
  var scratch: String?

  @Option(help: "How many compilers run at a time.")
  var jobs = 2

  func run() throws {
    let constructs = try Construct.all().filter { $0.name.hasPrefix(only) }
    guard !constructs.isEmpty else {
      throw ValidationError("No schema has a name that begins with \"\(only)\".")
    }
    print("Generating the code of \(constructs.count) schemas…")
    let package = try ConstructPackage(
      constructs, in: Repository.scratch("constructs", or: scratch))
    let errors = package.modules.flatMap(\.errors)
    for error in errors { print(error) }
    print("Compiling it…")
    let seconds = try package.build(jobs: jobs)
    print("Compiled in \(seconds.rounded().formatted()) s. Decoding, validating and encoding…")
    let outcomes = try package.outcomes(of: constructs)
    let warnings = Dictionary(grouping: package.modules.flatMap(\.output.warnings), by: \.path)
    var tally = Tally()
    for construct in constructs {
      tally.add(
        construct, outcomes[construct.name], warnings: warnings[construct.file.path] ?? [])
    }
    let soundness = Soundness(of: package.modules.flatMap(\.files))
    var summary = Table("what", "result")
    soundness.report(of: "schemas", to: &summary)
    print("\n\(tally.table)\n\n\(summary)")
    guard errors.isEmpty, tally.isClean, soundness.isSound else { throw ExitCode.failure }
  }
}
