import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// Finds out what became of requests whose answers were lost.
struct JobSettlement: Sendable {
  /// The submissions that are meant; all whose outcome is unknown where there are none.
  let ids: [String]
  /// The job that the submission became, as somebody found out; `nil` to ask the service.
  let jobID: String?
  let settings: JobSettings

  /// Settles what is meant.
  ///
  /// - Returns: How the program ends: not with success where something stays unknown.
  func run(_ view: ProgressView) async throws -> ExitStatus {
    let ledger = try settings.openLedger()
    let unsettled = try wanted(among: try await ledger.openSubmissions().filter(\.isUnsettled))
    guard !unsettled.isEmpty else {
      view.say("Nothing is unknown.")
      return .success
    }
    var status = ExitStatus.success
    for submission in unsettled {
      do {
        status = max(status, try await settle(submission, in: ledger, view))
      } catch let error as MediaError {
        let stop = Stop(error)
        view.say("\(submission.id.uuidString): \(stop.message ?? "")")
        status = max(status, stop.status)
      } catch let stop as Stop {
        // The requests of other services have keys of their own.
        view.say(stop.message ?? "")
        status = max(status, stop.status)
      }
    }
    return status
  }

  private func wanted(among unsettled: [LedgerSubmission]) throws(Stop) -> [LedgerSubmission] {
    guard !ids.isEmpty else { return unsettled }
    var wanted: [LedgerSubmission] = []
    for id in ids {
      guard
        let found = unsettled.first(where: { $0.id.uuidString.lowercased() == id.lowercased() })
      else {
        throw Stop(
          message: """
            error: no request whose outcome is unknown is called '\(id.printable)'; 'typed-media jobs' lists \
            what there is.
            """, status: .failure)
      }
      if !wanted.contains(found) { wanted.append(found) }
    }
    return wanted
  }

  private func settle(
    _ submission: LedgerSubmission, in ledger: FileLedger, _ view: ProgressView
  ) async throws -> ExitStatus {
    let id = submission.id.uuidString
    let service = try KnownService.called(submission.intent.service)
    if let jobID {
      // Nobody is asked, so that no key is needed.
      let client = service.connect(APIKey(""), nil, ClientConfiguration(ledger: ledger))
      try await client.settle(submission.id, asJob: jobID)
      say(jobID, of: submission, view)
      return .success
    }
    guard service.listsRequests else {
      view.say(
        """
        error: \(service.name) does not list what it was asked for, so that what became of \(id) has to be \
        looked up there. \(advice(id))
        """)
      return .unavailable
    }
    let client = try settings.connect(to: service, keeping: ledger)
    view.show(ProgressLine(id, "asking \(service.name)"))
    let settlement = try await client.settle(submission)
    view.end()
    switch settlement {
    case .accepted(let job):
      say(job.id, of: submission, view)
      return .success
    case .notAccepted:
      view.say("\(id): \(service.name) did not take it. It has cost nothing.")
      return .success
    case .unknown(let jobs) where jobs.isEmpty:
      view.say(
        """
        \(id): \(service.name) lists no such job, which does not mean that it took none: look again in a \
        while. \(advice(id))
        """)
    case .unknown(let jobs):
      let names = jobs.map(\.id.printable).joined(separator: ", ")
      view.say("\(id): it may be any of \(names). \(advice(id))")
    }
    return .unavailable
  }

  private func say(_ jobID: String, of submission: LedgerSubmission, _ view: ProgressView) {
    view.say(
      """
      \(submission.id.uuidString): \(submission.intent.service) took it, as \(jobID). \
      \(settings.resumeCommand([jobID])) gets the result.
      """.printable)
  }

  /// What somebody can do who has looked.
  private func advice(_ id: String) -> String {
    """
    If it was taken: \(settings.settleCommand(id)) --job JOB; if it was not: \
    \(settings.resumeCommand([id])) --drop
    """
  }
}
