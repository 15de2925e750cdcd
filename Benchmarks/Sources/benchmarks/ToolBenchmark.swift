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
    guard let drift = Repository.product("drift"), let tool = Repository.product("typed-media")
    else { return [:] }
    try? FileManager.default.removeItem(at: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Measured.successfully(
      drift.path, ["keep", folder.path, "--models", "\(models)", "--edits", "\(models / 25)"])
    let (before, after) = (path("before"), path("after"))
    let (answer, edited) = (path("before.answer"), path("after.answer"))
    let update = ["update", "hoox", "--output", path("updated"), "--from"]
    func ending(_ arguments: [String], with status: Int32 = 0) throws -> ChildProcess.Ending {
      try Measured.successfully(tool.path, arguments, endingWith: status).ending
    }
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for _ in 0..<turns {
      // What a comparison and an update cannot do without: the files of both sides, read.
      let reading = try Measured.successfully(
        CommandLine.arguments[0], ["probe-generation", "read", before, after]
      ).ending
      let diff = try ending(["diff", before, after], with: 1)
      try? FileManager.default.removeItem(atPath: path("updated"))
      let new = try ending(update + [answer])
      let same = try ending(update + [answer])
      let changed = try ending(update + [edited])
      for (row, ending) in [("diff", diff), ("new", new), ("same", same), ("changed", changed)] {
        measured[row, default: []].append((ending.processorSeconds, reading.processorSeconds))
      }
      measured["changedMemory", default: []].append(
        (Double(changed.peakMemory) / 1e6, Double(reading.peakMemory) / 1e6))
    }
    return measured
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
