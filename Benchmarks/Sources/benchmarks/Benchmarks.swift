import ArgumentParser
import Foundation
import Workbench

/// Measures what the package promises, and prints it beside the promise.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measures what the package promises, and prints it beside the promise.",
    discussion: """
      The straightforward way is plain structs with synthesised Codable, Hashable and Sendable for \
      the same models, coded by JSONEncoder and JSONDecoder. Both are measured by turns. Times are \
      medians on the clock, so that they depend on what else the machine does.
      """)

  @Option(help: "How often each thing is measured.")
  var rounds = 5

  @Flag(help: "Also build two packages from nothing, which takes minutes.")
  var cold = false

  @Option(help: "Where to write the code and build it.")
  var scratch: String?

  func run() throws {
    let selection = try Selection(Corpora())
    let folder = try Repository.scratch("benchmarks", or: scratch)
    var report = Report()
    let generation = try GenerationBenchmark(selection, in: folder, rounds: rounds)
    report.rows += try generation.rows()
    let package = try TwinPackage(selection, in: folder.appendingPathComponent("twins"))
    report.rows += try CompileBenchmark(package: package, rounds: rounds).rows()
    report.rows += try RunBenchmark(package: package, selection: selection).rows()
    if cold { report.rows += [try ColdBuild(folder: folder.appendingPathComponent("cold")).row()] }
    print("\n\(selection.description)\n\n\(report)\n\(load())")
  }

  /// How busy the machine is, without which no time says much.
  private func load() -> String {
    var averages = [0.0, 0.0, 0.0]
    guard getloadavg(&averages, 3) == 3 else { return "" }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    return """
      Over the last 15 minutes \(digits(averages[2])) programs were ready to run on \
      \(processors) processors, this one's among them.
      """
  }
}

/// Says what is being done, for that may take a while.
func announce(_ text: String) {
  FileHandle.standardError.write(Data("\(text)…\n".utf8))
}
