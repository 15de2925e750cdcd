import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// `typed-media jobs`: what was asked for, what it cost, and what became of it.
struct JobsCommand: Command {
  static let all = Option(name: "all", summary: "list all that is kept, however old")
  static let since = Option(
    name: "since", placeholder: "DAYS", summary: "list what is younger; 7 days by default")
  static let job = Option(
    name: "job", placeholder: "JOB", summary: "settle the request as this job, and ask nobody")

  static let help = Help(
    name: "jobs",
    summary: "List the jobs that were paid, and what was spent.",
    operands: "[settle [ID…]]",
    options: [all, since, job, JobSettings.ledger, JobSettings.address],
    discussion: """
      What is open is always listed. A state is 'open' until the result is saved, then
      'done'; 'refused' is what cost nothing, 'unknown' what the service may have taken all
      the same, 'dropped' what somebody gave up. What is done is kept for 30 days, its cost
      for ever. A request that makes several things has a row for each, and its cost in the
      first.

      'jobs settle' asks the services what became of the requests whose state is unknown, of
      those that are named or of all. Where a service lists one job that is as the request,
      it is that, and 'typed-media resume' gets its result. What cannot be told stays
      unknown, and is never guessed: look at the service, and name the job by --job.
      """,
    examples: ["", "--since 1", "--all", "settle", "settle 1E1F3B60-… --job 9f1c2a70"])

  private static let usualDays = 7.0

  private let ledgerPath: String?
  /// How old the list goes back, in days; `nil` for all.
  private let days: Double?
  /// What is to be found out; `nil` where jobs are listed.
  private let settlement: JobSettlement?

  init(_ arguments: Arguments) throws(Misuse) {
    settlement = try Self.settlement(arguments)
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

  private static func settlement(_ arguments: Arguments) throws(Misuse) -> JobSettlement? {
    let jobID = arguments[job]
    guard let verb = arguments.operands.first else {
      guard jobID == nil, arguments[JobSettings.address] == nil else {
        throw Misuse("--job and --base-url are for 'jobs settle'.")
      }
      return nil
    }
    guard verb == "settle" else { throw Misuse("it takes no names, but 'settle'.") }
    guard arguments[since] == nil, !arguments.contains(all) else {
      throw Misuse("'settle' takes no --since and no --all: it is about all that is unknown.")
    }
    let ids = Array(arguments.operands.dropFirst())
    guard jobID == nil || ids.count == 1 else {
      throw Misuse("which request? --job says what became of one.")
    }
    return JobSettlement(ids: ids, jobID: jobID, settings: try JobSettings(arguments))
  }

  func run(_ console: Console) async throws -> ExitStatus {
    guard let settlement else { return try await list(console) }
    let view = console.progressView()
    defer { view.end() }
    do {
      return try await Interruption.cancelling(saying: { view.say($0) }) { _ in
        try await settlement.run(view)
      }
    } catch is CancellationError {
      throw Stop(message: "Stopped. What is unknown stays so.", status: .interrupted)
    } catch let error as MediaError {
      view.end()
      throw Stop(error)
    }
  }

  private func list(_ console: Console) async throws -> ExitStatus {
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
