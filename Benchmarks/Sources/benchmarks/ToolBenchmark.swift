import ArgumentParser
import Foundation
import Workbench

/// Measures what people and schedules run: `typed-media` on many models, with what `drift keep` writes.
struct ToolBenchmark: Benchmark {
  static let group = "tool"
  static let unit = "s"

  let folder: URL
  let turns: Int
  /// How many models there are.
  let models: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    guard let drift = program("drift"), let tool = program("typed-media") else { return [:] }
    try? FileManager.default.removeItem(at: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Measured.successfully(
      drift, ["keep", folder.path, "--models", "\(models)", "--edits", "\(models / 25)"])
    let (before, after) = (path("before"), path("after"))
    let (answer, edited) = (path("before.answer"), path("after.answer"))
    let update = ["update", "hoox", "--output", path("updated"), "--from"]
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for _ in 0..<turns {
      // What a comparison and an update cannot do without: the files of both sides, read.
      let reading = try run(CommandLine.arguments[0], ["probe-reading", before, after])
      let diff = try run(tool, ["diff", before, after], endsWith: 1)
      try? FileManager.default.removeItem(atPath: path("updated"))
      let new = try run(tool, update + [answer])
      let same = try run(tool, update + [answer])
      let changed = try run(tool, update + [edited])
      for (row, ending) in [("diff", diff), ("new", new), ("same", same), ("changed", changed)] {
        measured[row, default: []].append((ending.processorSeconds, reading.processorSeconds))
        let memory = (Double(ending.peakMemory) / 1e6, Double(reading.peakMemory) / 1e6)
        measured["\(row)Memory", default: []].append(memory)
      }
    }
    return measured
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// A program that is built beside this one.
  private func program(_ name: String) -> String? {
    let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name).path
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    print("The rows of \(name) are left out: `swift build -c release --product \(name)` makes it.")
    return nil
  }

  private func run(
    _ program: String, _ arguments: [String], endsWith status: Int32 = 0
  ) throws -> ChildProcess.Ending {
    let run = try Measured(program, arguments)
    guard run.ending.status == .exit(status) else {
      throw ValidationError(
        "\(program) \(arguments): \(run.ending.status)\n\(run.output.suffix(2_000))")
    }
    return run.ending
  }
}

/// The process that reads the files of folders, and nothing more.
struct ReadingProbe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe-reading", shouldDisplay: false)

  @Argument var folders: [String]

  func run() throws {
    for folder in folders {
      let folder = URL(fileURLWithPath: folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        _ = try JSONSerialization.jsonObject(with: data)
      }
    }
  }
}
