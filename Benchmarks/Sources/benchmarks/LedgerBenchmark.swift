import Foundation
import TypedMedia
import Workbench

/// Measures ledgers of many lines, each in a process of its own.
struct LedgerBenchmark: Benchmark {
  static let group = "ledger"
  static let unit = "s"

  let folder: URL
  let turns: Int
  /// How many lines the large ledger has.
  let lines: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let large = folder.appendingPathComponent("large.jsonl").path
    let small = folder.appendingPathComponent("small.jsonl").path
    let tiny = folder.appendingPathComponent("tiny.jsonl").path
    defer {
      for path in [large, small, tiny] { try? FileManager.default.removeItem(atPath: path) }
    }
    let open = lines / 3_000
    _ = try probe("write", large, "\(lines)", "\(open)")
    _ = try probe("write", small, "\(lines / 10)", "\(open)")
    _ = try probe("write", tiny, "50", "17")
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for _ in 0..<turns {
      let opened = try probe("open", large)
      let parsed = try probe("parse", large)
      let (asked, askedSmall) = (try probe("ask", large), try probe("ask", small))
      let askedTiny = try probe("ask", tiny)
      measured["open", default: []].append((opened.seconds("all"), parsed.seconds("all")))
      measured["memory", default: []].append((Double(opened.run.ending.peakMemory) / 1e6, 1))
      measured["recover", default: []].append(
        (asked.seconds("recover") * 1e6, askedSmall.seconds("recover") * 1e6))
      measured["webhook", default: []].append(
        (asked.seconds("webhook") * 1e6, askedTiny.seconds("webhook") * 1e6))
      measured["submissions", default: []].append(
        (asked.seconds("submissions"), parsed.seconds("all")))
    }
    return measured
  }

  private struct Probed {
    let run: Measured
    let result: JSON

    func seconds(_ name: String) -> Double {
      name == "all" ? run.ending.processorSeconds : result[name]?.double ?? .nan
    }
  }

  private func probe(_ arguments: String...) throws -> Probed {
    let run = try Measured.successfully(CommandLine.arguments[0], ["probe-ledger"] + arguments)
    return Probed(run: run, result: try JSON(parsing: run.output.isEmpty ? "{}" : run.output))
  }
}
