import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// `typed-media jobs`: what was asked for, and what it cost.
struct JobsCommand: Command {
  static let all = Option(name: "all", summary: "list all that is kept, however old")
  static let since = Option(
    name: "since", placeholder: "DAYS", summary: "list what is younger; 7 days by default")

  static let help = Help(
    name: "jobs",
    summary: "List the jobs that were paid, and what was spent.",
    operands: "",
    options: [all, since, JobSettings.ledger],
    discussion: """
      What is open is always listed. A state is 'open' until the result is saved, then
      'done'; 'refused' is what cost nothing, 'unknown' what the service may have taken all
      the same, 'dropped' what somebody gave up. What is done is kept for 30 days, its cost
      for ever. A request that makes several things has a row for each, and its cost in the
      first.
      """,
    examples: ["", "--since 1", "--all"])

  private static let usualDays = 7.0

  private let ledgerPath: String?
  /// How old the list goes back, in days; `nil` for all.
  private let days: Double?

  init(_ arguments: Arguments) throws(Misuse) {
    guard arguments.operands.isEmpty else { throw Misuse("it takes no names.") }
    ledgerPath = arguments[JobSettings.ledger]
    let isAll = arguments.contains(Self.all)
    guard let text = arguments[Self.since] else {
      days = isAll ? nil : Self.usualDays
      return
    }
    guard let days = Double(text), days >= 0, days < 1e6, !isAll else {
      throw Misuse("--since needs a number of days, and not --all beside it.")
    }
    self.days = days
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let file = LedgerLocation.file(named: ledgerPath)
    let start = days.map { Date.now.addingTimeInterval(-$0 * 86_400) }
    let kept: (submissions: [LedgerSubmission], expenses: [LedgerExpense])?
    do {
      kept = try await LedgerLocation.reading(file) { ledger in
        (try await ledger.submissions(), try await ledger.expenses())
      }
    } catch {
      let reason = (error as? MediaError)?.description ?? reason(for: error)
      throw Stop(
        message: "error: '\(file.path)' cannot be read: \(reason.printable)", status: .noInput)
    }
    guard let kept else {
      console.complain("There are no jobs yet: \(file.path) is not there.")
      return .success
    }
    let list = JobList(kept.submissions, kept.expenses, since: start)
    let table = list.table(width: console.width, inColor: console.takesColor)
    if list.isEmpty { console.complain("There are no jobs of that time.") }
    for line in list.isEmpty ? [] : table.lines { try console.print(line) }
    for line in list.sums { try console.print(line) }
    return .success
  }
}
