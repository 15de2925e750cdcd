import Foundation
import TypedMedia
import Workbench

/// Measures calls over loopback, in the programs that have an HTTP client: `runtime` beside this one, and
/// `servers` of the package `Servers`.
struct RuntimeBenchmark: Benchmark {
  static let group = "runtime"
  static let unit = "µs"

  /// How many times a turn compares the two, of which the one in the middle counts. Many short rounds are
  /// steadier than a few long ones: other programs disturb a part of them.
  private static let rounds = 15

  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let session = Repository.product("runtime")
    let server = Repository.built(
      Repository.folder.appendingPathComponent("Benchmarks/Servers/.build/release/servers"))
    let wanted = Set(rows.map(\.name))
    let own = try measure(wanted, named: "", by: session)
    return try own.merging(measure(wanted, named: "Server", by: server)) { $1 }
  }

  /// Measures those of the rows that one program does.
  private func measure(
    _ wanted: Set<String>, named word: String, by program: URL?
  ) throws -> [String: [(own: Double, other: Double)]] {
    guard let program else { return [:] }
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for (number, atOnce) in [("one", "1"), ("fifty", "50")] {
      for (kind, options) in [
        ("Calls", ["--calls", "200"]), ("Submissions", ["--calls", "100", "--spending"]),
      ] where wanted.contains(number + word + kind) {
        announce("Measuring \(number + word + kind)")
        let run = try Measured.successfully(
          program.path,
          [
            "overhead", "--json", "--rounds", "\(turns * Self.rounds)", "--at-once", atOnce,
          ] + options)
        measured[number + word + kind] = try self.turns(in: JSON(parsing: run.output))
      }
    }
    return measured
  }

  /// The round in the middle of each turn.
  private func turns(in rounds: JSON) -> [(own: Double, other: Double)] {
    let rounds = (rounds.array ?? []).compactMap { round in
      round[0]?.double.flatMap { own in round[1]?.double.map { (own: own, other: $0) } }
    }
    return stride(from: 0, to: rounds.count, by: Self.rounds).map { start in
      let turn = rounds[start...].prefix(Self.rounds)
        .sorted { $0.own / $0.other < $1.own / $1.other }
      return turn[turn.count / 2]
    }
  }
}
