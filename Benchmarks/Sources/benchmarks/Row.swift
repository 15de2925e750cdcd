import Foundation
import Workbench

/// A ratio that was measured several times, by turns, beside what it may be at most.
struct Row {
  let threshold: Threshold
  /// Ours and the other of each turn, in whatever unit.
  let turns: [(own: Double, other: Double)]

  /// The ratio of each turn, sorted.
  private var ratios: [Double] {
    turns.filter { $0.other > 0 }.map { $0.own / $0.other }.sorted()
  }

  /// The ratio in the middle.
  var ratio: Double { ratios.median }

  /// How far apart the ratios are, of which half lies on either side: the noise of this very run.
  var spread: Double { (ratios.last ?? 0) - (ratios.first ?? 0) }

  /// Whether the ratio is broken by more than the noise that was measured.
  var isBroken: Bool {
    guard let limit = threshold.limit, !ratios.isEmpty else { return ratios.isEmpty }
    return ratio - spread / 2 > limit
  }

  func report(to table: inout Table, unit groupUnit: String) {
    let unit = threshold.unit ?? groupUnit
    let verdict =
      switch threshold.limit {
      case nil: ""
      case let limit? where ratio <= limit: "kept"
      case _ where isBroken: "BROKEN"
      default: "within the noise"
      }
    table.add(
      threshold.what, threshold.against, "\(digits(turns.map(\.own).median)) \(unit)",
      "\(digits(turns.map(\.other).median)) \(unit)", digits(ratio),
      "\(digits(ratios.first ?? .nan)) to \(digits(ratios.last ?? .nan))",
      threshold.limit.map(digits) ?? "", verdict)
  }
}

/// Something that measures the rows of one file of thresholds.
protocol Benchmark {
  /// The name of the file in `Thresholds`, without its extension.
  static var group: String { get }
  /// What the measured values are in.
  static var unit: String { get }

  /// Measures rows: for each name, ours and the other of each turn. What is not measured on this machine
  /// is left out.
  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]]
}

extension Benchmark {
  /// Measures the rows that are wanted, and adds them to a table.
  ///
  /// - Returns: The rows, as far as they were measured.
  func run(short: Bool, into table: inout Table) throws -> [Row] {
    let wanted = try Threshold.all(in: Self.group).filter { !(short && $0.isLong) }
    guard !wanted.isEmpty else { return [] }
    announce("Measuring \(Self.group)")
    let measured = try measure(wanted)
    let rows = wanted.compactMap { threshold in
      measured[threshold.name].map { Row(threshold: threshold, turns: $0) }
    }
    for row in rows { row.report(to: &table, unit: Self.unit) }
    return rows
  }
}

/// A number in three digits.
func digits(_ value: Double) -> String {
  value.formatted(.number.precision(.significantDigits(1...3)).locale(Locale(identifier: "en_US")))
}

/// Says what is being done, for that may take a while.
func announce(_ text: String) {
  FileHandle.standardError.write(Data("\(text)…\n".utf8))
}
