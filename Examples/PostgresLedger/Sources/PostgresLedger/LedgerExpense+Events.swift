import Foundation
import TypedMedia

extension LedgerExpense {
  /// Adds up what submissions have cost, of those too of which nothing but a sum was kept.
  ///
  /// - Returns: A sum for each service, account, model, day and unit, in that order.
  static func sums(of events: [LedgerEvent]) -> [LedgerExpense] {
    let kept = events.compactMap { event in
      if case .spent(let expense) = event.kind { expense } else { nil }
    }
    let expenses = kept + sums(of: LedgerSubmission.folding(events))
    return Dictionary(grouping: expenses) { $0.with(amount: 0, submissionCount: 0) }
      .map { key, expenses in
        key.with(
          amount: expenses.reduce(0) { $0 + ($1.cost?.amount ?? 0) },
          submissionCount: expenses.reduce(0) { $0 + $1.submissionCount })
      }
      .sorted { $0.order < $1.order }
  }

  private func with(amount: Decimal, submissionCount: Int) -> LedgerExpense {
    LedgerExpense(
      service: service, account: account, model: model, day: day,
      cost: cost.map { Cost(amount, $0.unit) }, submissionCount: submissionCount)
  }

  private var order: (String, String, String, Date, String) {
    (service, account ?? "", model ?? "", day, cost?.unit ?? "")
  }
}
