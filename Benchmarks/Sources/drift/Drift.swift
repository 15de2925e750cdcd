import ArgumentParser
import Foundation
import TypedMediaComparison
import TypedMediaGenerator
import Workbench

/// Compares many models with the same after edits of which it is known what they mean.
@main
struct Drift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Compares many models with the same after edits of which it is known what they mean.",
    discussion: """
      The models are those of the corpora, again and again under other names. An edit is made in \
      some of them, one a model, and it is counted what the comparison does not tell of, what it \
      tells of though it was not edited, and what it tells otherwise. The exit status is not zero \
      if there is any of it, or the report is longer than 100 lines.
      """,
    subcommands: [Cost.self, Keep.self])

  @OptionGroup
  var models: ModelSet.Options

  @Flag(help: "Also print the report.")
  var report = false

  func run() throws {
    guard let set = try models.set() else { return }
    let (before, after) = (ModelSet.files(set.before), ModelSet.files(set.after))
    let (comparison, seconds) = try Self.measured {
      try SnapshotComparison(old: before, new: after)
    }
    let (_, generation) = try Self.measured {
      for files in [before, after] { _ = try RequestGenerator(module: "Models").generate(files) }
    }
    let verdict = Verdict(on: comparison, of: set)
    let lines = comparison.text.split(separator: "\n", omittingEmptySubsequences: false).count
    if report { print(comparison.text) }
    for line in verdict.lines { print(line) }
    print("\n\(verdict.table)\n")
    var table = Table("what", "result")
    table.add("models", "\(before.count) and \(after.count)")
    table.add("changes", "\(comparison.changes.count)")
    table.add("lines of the report", "\(lines)")
    table.add("processor time", "\(Self.text(seconds)) s")
    table.add("… of generating the code of both", "\(Self.text(generation)) s")
    table.add("ratio", Self.text(seconds / generation))
    print(table)
    guard verdict.isRight, lines <= 100 else { throw ExitCode.failure }
  }

  /// What `work` makes, and for how long processors have worked for it.
  private static func measured<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
    let start = ResourceUse.now.seconds
    let result = try work()
    return (result, ResourceUse.now.seconds - start)
  }

  private static func text(_ value: Double) -> String {
    value.formatted(
      .number.precision(.significantDigits(1...3)).locale(Locale(identifier: "en_US")))
  }
}
