package import Foundation
package import TypedMedia
package import TypedMediaTerminal

/// The jobs of a ledger, for people.
package struct JobList {
  private let rows: [Row]
  private let expenses: [LedgerExpense]

  /// A job, or a submission without one.
  private struct Row {
    let date: Date
    let service: String
    let model: String
    let state: State
    let cost: String
    let id: String
  }

  /// The way that a job stands.
  private enum State: String {
    case open, done, refused, unknown, dropped

    var color: TextColor {
      switch self {
      case .open: .yellow
      case .done: .green
      case .refused, .unknown: .red
      case .dropped: .gray
      }
    }
  }

  private static let heading = ["WHEN", "SERVICE", "MODEL", "STATE", "COST", "ID"]

  /// Lists what is open, and what is younger than `start`; all where there is no start.
  package init(
    _ submissions: [LedgerSubmission], _ expenses: [LedgerExpense], since start: Date?
  ) {
    rows = submissions.filter { submission in
      !submission.isClosed || start.map { submission.date >= $0 } ?? true
    }.flatMap(Self.rows)
    // A day counts with all of it.
    self.expenses = expenses.filter { expense in
      start.map { expense.day.addingTimeInterval(86_400) > $0 } ?? true
    }
  }

  /// Tells whether there is nothing to list.
  package var isEmpty: Bool { rows.isEmpty }

  /// The jobs, the oldest first.
  package func table(
    width: Int? = nil, inColor: Bool = false, timeZone: TimeZone = .current
  ) -> Table {
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: timeZone)
      .year().month().day().time(includingFractionalSeconds: false)
    let cells = rows.map { row in
      [
        String(row.date.formatted(style).prefix(16)), row.service, row.model, row.state.rawValue,
        row.cost, row.id,
      ]
    }
    // The ID is what one comes for: it is copied to go on.
    return Table(rows: [Self.heading] + cells, width: width, keptColumn: 5) { row, column in
      guard inColor else { return nil }
      if row == 0 { return .gray }
      return column == 3 ? rows[row - 1].state.color : nil
    }
  }

  /// The sums that were spent: a line for each service and unit.
  package var sums: [String] {
    struct Account: Hashable {
      let service: String
      let unit: String?
    }
    let groups = Dictionary(grouping: expenses) {
      Account(service: $0.service, unit: $0.cost?.unit)
    }
    return groups.sorted {
      ($0.key.service, $0.key.unit ?? "~") < ($1.key.service, $1.key.unit ?? "~")
    }
    .map { account, expenses in
      let count = expenses.reduce(0) { $0 + $1.submissionCount }
      let amount = expenses.compactMap(\.cost?.amount).reduce(0, +)
      let cost = account.unit.map { Cost(amount, $0).description } ?? "what it did not say"
      return "spent at \(account.service): \(cost), for \(count) request\(count == 1 ? "" : "s")"
    }
  }

  private static func rows(of submission: LedgerSubmission) -> [Row] {
    func row(_ state: State, _ cost: String, _ id: String) -> Row {
      Row(
        date: submission.date, service: submission.intent.service,
        model: submission.intent.model ?? "–", state: state, cost: cost, id: id)
    }
    let cost = submission.cost?.description ?? "–"
    guard submission.jobs.isEmpty else {
      return submission.jobs.enumerated().map { index, job in
        row(
          submission.acknowledged.contains(job.id) ? .done : .open, index == 0 ? cost : "", job.id)
      }
    }
    let state: State =
      switch submission.state {
      case .intended, .lost: .unknown
      case .refused: .refused
      case .abandoned: .dropped
      case .accepted: .done
      }
    return [row(state, cost, submission.id.uuidString)]
  }
}
