import ArgumentParser
import Foundation
import TypedMediaGenerator
import Workbench

/// Measures what builds run, in a process of its own.
struct GenerationBenchmark: Benchmark {
  static let group = "generation"
  static let unit = "s"

  let selection: Selection
  let folder: URL
  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let many = folder.appendingPathComponent("schemas/many")
    let some = folder.appendingPathComponent("schemas/some")
    _ = try selection.write(1_500, of: selection.all, to: many)
    // As mixed as the many.
    let every = stride(from: 0, to: selection.all.count, by: 4).map { selection.all[$0] }
    _ = try selection.write(150, of: every, to: some)
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for _ in 0..<turns {
      let generated = try seconds(.generate, many)
      measured["many", default: []].append((generated, try seconds(.read, many)))
      measured["linear", default: []].append((generated, 10 * (try seconds(.generate, some))))
    }
    return measured
  }

  private func seconds(_ action: GenerationProbe.Action, _ folder: URL) throws -> Double {
    try Measured.successfully(
      CommandLine.arguments[0], ["probe-generation", action.rawValue, folder.path]
    ).ending.processorSeconds
  }
}

/// The process in which code is generated.
struct GenerationProbe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe-generation", shouldDisplay: false)

  /// What is done with the schemas of folders.
  enum Action: String, ExpressibleByArgument { case generate, read }

  @Argument var action: Action
  @Argument var folders: [String]

  func run() throws {
    let files = folders.flatMap { SchemaFile.all(in: URL(fileURLWithPath: $0)) }
    switch action {
    case .generate:
      let generator = RequestGenerator(module: "Models", configuration: Configuration())
      _ = try generator.generate(files.map { try $0.sourceFile() })
    case .read:
      for file in files { _ = try JSONSerialization.jsonObject(with: Data(contentsOf: file.url)) }
    }
  }
}
