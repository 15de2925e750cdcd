public import Foundation

/// The cost of one model of a service in a day.
public struct LedgerExpense: Hashable, Sendable {
  /// The service's name: `Hoox`.
  public let service: String
  /// The account, as ``ClientConfiguration/account`` names it; `nil` where it names none.
  public let account: String?
  /// The model's name; `nil` where the call was to none.
  public let model: String?
  /// The beginning of the day in which the submissions were sent, in UTC.
  public let day: Date
  /// The cost of them all together; `nil` for those of which the service did not say it. What it
  /// gives back for a generation that fails is not taken off.
  public let cost: Cost?
  /// The number of submissions that it is for.
  public let submissionCount: Int

  /// Creates an expense.
  public init(
    service: String, account: String? = nil, model: String?, day: Date, cost: Cost?,
    submissionCount: Int
  ) {
    self.service = service
    self.account = account
    self.model = model
    self.day = day
    self.cost = cost
    self.submissionCount = submissionCount
  }

  /// Adds up what the events of a ledger tell of costs: a sum for each service, account, model, day and unit,
  /// in that order.
  ///
  /// A ledger that removes submissions keeps one ``LedgerEvent/Kind/spent(_:)`` for each sum of their events,
  /// and of those that it kept before.
  ///
  /// - Parameter events: The events, in the order in which they were appended.
  /// - Returns: A sum for each service, account, model, day and unit, in that order.
  public static func sums(of events: some Sequence<LedgerEvent>) -> [LedgerExpense] {
    var sums = ExpenseSums()
    for event in events { sums.add(event) }
    return sums.all
  }

  /// Adds up what the submissions that were accepted have cost: a sum for each service, account,
  /// model, day and unit, in that order.
  ///
  /// - Returns: What the submissions that were accepted have cost: a sum for each service, account,
  ///   model, day and unit, in that order.
  public static func sums(of submissions: some Sequence<LedgerSubmission>) -> [LedgerExpense] {
    var sums = ExpenseSums()
    for submission in submissions where submission.state == .accepted {
      sums.add(LedgerExpense(of: submission.intent, nil, at: submission.date), submission.cost)
    }
    return sums.all
  }

  init(of intent: LedgerIntent, _ cost: Cost?, at date: Date) {
    let dayLength = 86_400.0
    let day = (date.timeIntervalSince1970 / dayLength).rounded(.down) * dayLength
    self.init(
      service: intent.service, account: intent.account, model: intent.model,
      day: Date(timeIntervalSince1970: day), cost: cost, submissionCount: 1)
  }
}

extension LedgerExpense {
  init(_ object: JSONObject) throws {
    self.init(
      service: try object.required("service"), account: try object.optional("account"),
      model: try object.optional("model"),
      day: Date(timeIntervalSince1970: try object.required("day")),
      cost: try object["cost"].map(Cost.init(json:)),
      submissionCount: try object.required("submissionCount"))
  }

  var object: JSONObject {
    var object = JSONObject()
    object.set("account", account)
    object["cost"] = cost?.json
    object.set("day", day.timeIntervalSince1970)
    object.set("model", model)
    object.set("service", service)
    object.set("submissionCount", submissionCount)
    return object
  }
}

/// Adds up what submissions have cost.
struct ExpenseSums {
  private var sums: [Key: LedgerExpense] = [:]
  /// The submissions that were begun and are not accepted yet, as expenses without a cost.
  private var begun: [UUID: LedgerExpense] = [:]
  /// Those that were accepted and whose cost is not said yet. Once somebody has acknowledged what they made, it is
  /// said no more: what is kept does not grow with the history.
  private var uncosted: [UUID: LedgerExpense] = [:]

  private struct Key: Hashable {
    let service: String
    let account: String?
    let model: String?
    let day: Date
    let unit: String?
  }

  /// The sums, by service, account, model, day and unit.
  var all: [LedgerExpense] {
    func order(_ expense: LedgerExpense) -> (String, String, String, Date, String) {
      (
        expense.service, expense.account ?? "", expense.model ?? "", expense.day,
        expense.cost?.unit ?? ""
      )
    }
    return sums.values.sorted { order($0) < order($1) }
  }

  /// Adds what an event tells: of each submission, what is said first.
  mutating func add(_ event: LedgerEvent) {
    switch event.kind {
    case .intended(let intent):
      begun[event.submission] = LedgerExpense(of: intent, nil, at: event.date)
    case .accepted(_, _, _, let cost):
      let id = event.submission
      if let expense = begun.removeValue(forKey: id) {
        add(expense, cost)
        if cost == nil { uncosted[id] = expense }
      } else if let cost, let expense = uncosted.removeValue(forKey: id) {
        remove(expense)
        add(expense, cost)
      }
    case .spent(let expense): add(expense, expense.cost)
    case .acknowledged: uncosted[event.submission] = nil
    case .refused, .lost, .abandoned: break
    }
  }

  /// Takes back an expense without a cost.
  private mutating func remove(_ expense: LedgerExpense) {
    let key = Key(
      service: expense.service, account: expense.account, model: expense.model, day: expense.day,
      unit: nil)
    guard let known = sums[key] else { return }
    let count = known.submissionCount - expense.submissionCount
    sums[key] =
      count <= 0
      ? nil
      : LedgerExpense(
        service: key.service, account: key.account, model: key.model, day: key.day, cost: nil,
        submissionCount: count)
  }

  mutating func add(_ expense: LedgerExpense, _ cost: Cost?) {
    let key = Key(
      service: expense.service, account: expense.account, model: expense.model, day: expense.day,
      unit: cost?.unit)
    let known = sums[key]
    let cost = cost.map { Cost($0.amount + (known?.cost?.amount ?? 0), $0.unit) }
    sums[key] = LedgerExpense(
      service: key.service, account: key.account, model: key.model, day: key.day, cost: cost,
      submissionCount: expense.submissionCount + (known?.submissionCount ?? 0))
  }
}

extension LedgerEvent {
  /// Tells whether it is a sum of submissions that are no longer kept.
  var isSum: Bool { if case .spent = kind { true } else { false } }
}
