import Foundation
import Workbench

/// What was measured.
struct Report: CustomStringConvertible {
  /// One thing that was measured.
  struct Row {
    /// What.
    var what: String
    /// What came of it.
    var measured: Quantity
    /// How long processors have worked for it, which other programs disturb less; `nil` where that
    /// was not measured.
    var processor: Quantity?
    /// What it may be at most; `nil` where nothing is promised.
    var budget: Quantity?
    /// What it is the straightforward way, in processor time where that was measured; `nil` where
    /// there is none.
    var straightforward: Quantity?
    /// The most memory that a process has held, in bytes, and how much it may be at most.
    var memory: (peak: Int, budget: Int?)?
  }

  var rows: [Row] = []

  var description: String {
    var table = Table(
      "what", "measured", "at most", "", "processor time", "straightforward", "ratio", "peak memory"
    )
    for row in rows {
      table.add(
        row.what, row.measured.text, row.budget?.text ?? "", row.verdict,
        row.processor?.text ?? "", row.straightforward?.text ?? "",
        row.straightforward.map { "\(digits((row.processor ?? row.measured).value / $0.value)) ×" }
          ?? "",
        row.memoryText)
    }
    let missed = rows.filter { $0.verdict == "MISSED" }.count
    return "\(table)\n\n"
      + (missed == 0 ? "Every budget is kept." : "\(missed) budgets are missed.")
  }
}

extension Report.Row {
  /// Whether the budget is kept; empty where there is none.
  var verdict: String {
    guard let budget else { return "" }
    let memoryIsKept = memory.map { $0.peak <= $0.budget ?? .max } ?? true
    return measured.value <= budget.value && memoryIsKept ? "kept" : "MISSED"
  }

  fileprivate var memoryText: String {
    guard let memory else { return "" }
    let limit = memory.budget.map { " (at most \($0 / 1_000_000) MB)" } ?? ""
    return "\(memory.peak / 1_000_000) MB\(limit)"
  }
}

/// A number of something.
struct Quantity {
  var value: Double
  var unit: String

  static func seconds(_ value: Double) -> Quantity { Quantity(value: value, unit: "s") }
  static func microseconds(_ value: Double) -> Quantity { Quantity(value: value, unit: "µs") }
  static func kilobytes(_ value: Double) -> Quantity { Quantity(value: value, unit: "KB") }

  /// The number, in three digits.
  var text: String { "\(digits(value)) \(unit)" }
}

/// A number in three digits.
func digits(_ value: Double) -> String {
  value.formatted(.number.precision(.significantDigits(1...3)).locale(Locale(identifier: "en_US")))
}
