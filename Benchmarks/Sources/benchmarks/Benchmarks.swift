import ArgumentParser
import Foundation
import Workbench

/// Measures what the package promises, and fails where a promise is broken.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measures what the package promises, and fails where a promise is broken.",
    discussion: """
      Each row is a ratio of processor time, of the whole tree of processes, measured by turns in one \
      run. What it may be at most is in Benchmarks/Thresholds. A row is broken where the ratio in the \
      middle exceeds that by more than half of the spread of its own turns.
      """,
    subcommands: [Measure.self, LedgerProbe.self, GenerationProbe.self, ValidationProbe.self],
    defaultSubcommand: Measure.self)
}

/// The command that measures all rows, or those of some groups.
struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures all rows, or those of some groups.")

  @Flag(help: "Leave out what takes minutes.")
  var short = false

  @Option(help: "How many turns each row has.")
  var turns = 5

  @Option(help: "A group to measure, of those in Benchmarks/Thresholds; all where none is named.")
  var group: [String] = []

  @Option(help: "Where to write the code and build it.")
  var scratch: String?

  func run() async throws {
    let folder = try Repository.scratch("benchmarks", or: scratch)
    var table = Table(
      "what", "against", "ours", "the other", "ratio", "in \(turns) turns", "at most", "")
    var rows: [Row] = []
    for benchmark in try benchmarks(in: folder) {
      rows += try benchmark.run(short: short, into: &table)
    }
    print("\(table)\n\n\(load())")
    let broken = rows.filter(\.isBroken).map(\.threshold.what)
    guard broken.isEmpty else {
      print("Broken: \(broken.joined(separator: "; ")).")
      throw ExitCode.failure
    }
    print("No promise is broken.")
  }

  /// Those of the groups that are wanted. A new one goes here.
  private func benchmarks(in folder: URL) throws -> [any Benchmark] {
    var benchmarks: [any Benchmark] = []
    if wants(LedgerBenchmark.self) {
      benchmarks.append(
        LedgerBenchmark(folder: folder, turns: turns, lines: short ? 100_000 : 1_000_000))
    }
    if wants(RuntimeBenchmark.self) { benchmarks.append(RuntimeBenchmark(turns: turns)) }
    if wants(ColdBuild.self), !short {
      benchmarks.append(ColdBuild(folder: folder.appendingPathComponent("cold"), turns: turns))
    }
    do {
      benchmarks += try benchmarksOfRealModels(in: folder)
    } catch let absent as Corpora.Absent {
      print("The rows of real models are left out. \(absent)")
    }
    return benchmarks
  }

  private func benchmarksOfRealModels(in folder: URL) throws -> [any Benchmark] {
    var benchmarks: [any Benchmark] = []
    let selection = try Selection(Corpora())
    if wants(ToolBenchmark.self) {
      benchmarks.append(
        ToolBenchmark(
          folder: folder.appendingPathComponent("tool"), turns: turns, models: short ? 500 : 5_000))
    }
    if wants(GenerationBenchmark.self) {
      benchmarks.append(GenerationBenchmark(selection: selection, folder: folder, turns: turns))
    }
    if wants(ValidationBenchmark.self) {
      benchmarks.append(ValidationBenchmark(selection: selection, folder: folder, turns: turns))
    }
    if wants(CodingBenchmark.self) || wants(CompileBenchmark.self) {
      let twins = try TwinPackage(selection, in: folder.appendingPathComponent("twins"))
      if wants(CodingBenchmark.self) {
        benchmarks.append(CodingBenchmark(package: twins, selection: selection, turns: turns))
      }
      if wants(CompileBenchmark.self) {
        benchmarks.append(CompileBenchmark(package: twins, turns: turns))
      }
    }
    return benchmarks
  }

  private func wants<Group: Benchmark>(_: Group.Type) -> Bool {
    group.isEmpty || group.contains(Group.group)
  }

  /// How busy the machine is, without which no time says much.
  private func load() -> String {
    var averages = [0.0, 0.0, 0.0]
    let count = getloadavg(&averages, 3)
    let processors = ProcessInfo.processInfo.activeProcessorCount
    return """
      \(Date.now.formatted(.iso8601.year().month().day())), on \(processors) processors, for which \
      \(count == 3 ? digits(averages[1]) : "an unknown number of") programs were ready in the last \
      five minutes.
      """
  }
}
