import Foundation
import Workbench

/// Measures the tool that builds run.
struct GenerationBenchmark {
  let selection: Selection
  let folder: URL
  let rounds: Int

  init(_ selection: Selection, in folder: URL, rounds: Int) throws {
    self.selection = selection
    self.folder = folder
    self.rounds = rounds
  }

  func rows() throws -> [Report.Row] {
    let release = try tool("release")
    let debug = try tool("debug")
    announce("Generating")
    let fifty = try selection.write(50, of: selection.fifty, to: schemas("fifty"))
    let many = try selection.write(1_500, of: selection.all, to: schemas("many"))
    let service = Repository.folder.appendingPathComponent("schemas/hoox")
    let hoox = SchemaFile.all(in: service)
    let hooxOptions = [
      "--stamp", service.appendingPathComponent("snapshot.json").path,
      "--configuration",
      Repository.folder.appendingPathComponent("Sources/Hoox/typed-media.json").path,
    ]
    return [
      try row("generate 50 real models, release tool", 0.1, release, fifty),
      try row("generate 1,500 real models, release tool", 1.5, release, many, memory: 150_000_000),
      try row(
        "generate the \(hoox.count) models of Hoox, debug tool", 0.5, debug, hoox, hooxOptions),
    ]
  }

  private func schemas(_ name: String) -> URL { folder.appendingPathComponent("schemas/\(name)") }

  /// Builds the tool.
  private func tool(_ configuration: String) throws -> String {
    announce("Building generate-requests for \(configuration)")
    let build = folder.appendingPathComponent("tool")
    _ = try Measured.successfully(
      "swift",
      [
        "build", "--package-path", Repository.folder.path, "--scratch-path", build.path,
        "-c", configuration, "--product", "generate-requests",
      ])
    return build.appendingPathComponent("\(configuration)/generate-requests").path
  }

  private func row(
    _ what: String, _ seconds: Double, _ tool: String, _ files: [SchemaFile],
    _ options: [String] = [], memory: Int? = nil
  ) throws -> Report.Row {
    let output = folder.appendingPathComponent("requests")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    let arguments =
      [
        "--module", "Models", "--catalog", output.appendingPathComponent("Models.swift").path,
        "--shared-types", output.appendingPathComponent("SharedTypes.swift").path,
      ] + options
      + files.flatMap { [$0.url.path, output.appendingPathComponent($0.swiftName).path] }
    let runs = try (0...rounds).map { _ in
      try empty(output)
      return try Measured.successfully(tool, arguments)
    }.dropFirst()
    return Report.Row(
      what: what, measured: .seconds(runs.map(\.seconds).median),
      processor: .seconds(runs.map(\.ending.processorSeconds).median), budget: .seconds(seconds),
      memory: (runs.map(\.ending.peakMemory).max() ?? 0, memory))
  }

  /// Empties all files in `folder`, so that each is written again.
  ///
  /// They stay where they are: for minutes after thousands of files went, ext4 takes up to a
  /// millisecond to make a new one.
  private func empty(_ folder: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try Data().write(to: folder.appendingPathComponent(name))
    }
  }
}
