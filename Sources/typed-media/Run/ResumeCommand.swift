import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// `typed-media resume`: goes on with what a run left open.
struct ResumeCommand: Command {
  static let drop = Option(
    name: "drop", summary: "forget the jobs and requests that are named, and ask nobody")

  static let help = Help(
    name: "resume",
    summary: "Go on waiting for jobs, and save what they make.",
    operands: "[ID…]",
    options: [drop] + JobSettings.all,
    discussion: """
      Without an ID, it follows all jobs whose results are not saved yet; 'typed-media jobs'
      lists them. Nothing is sent again, and nothing is paid twice. A request of which nobody
      knows whether the service took it has no job to follow: 'typed-media jobs settle' finds
      out where the service can tell; else look there, and drop it by its ID if it was not
      taken.
      """,
    examples: ["", "9f1c2a70 --output pictures", "--drop 9f1c2a70"])

  private let ids: [String]
  private let drops: Bool
  private let settings: JobSettings

  init(_ arguments: Arguments) throws(Misuse) {
    ids = arguments.operands
    drops = arguments.contains(Self.drop)
    settings = try JobSettings(arguments)
    guard !drops || !ids.isEmpty else { throw Misuse("which jobs? --drop wants their IDs.") }
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let view = console.progressView()
    defer { view.end() }
    do {
      return try await Interruption.cancelling(saying: { view.say($0) }) { _ in
        try await run(console, view)
      }
    } catch is CancellationError {
      throw Stop(message: "Stopped. The jobs go on.", status: .interrupted)
    } catch let error as MediaError {
      view.end()
      throw Stop(error)
    }
  }

  private func run(_ console: Console, _ view: ProgressView) async throws -> ExitStatus {
    let ledger = try settings.openLedger()
    let open = try await ledger.openSubmissions()
    let wanted = try Self.wanted(ids, among: open)
    if drops { return try await drop(wanted, from: ledger, view) }
    var status = ExitStatus.success
    for submission in wanted.unsettled {
      view.say(
        """
        error: whether \(submission.intent.service) took \(submission.id.uuidString) \
        (\(submission.intent.model ?? "a request")) is not known: \
        \(advice(on: submission))
        """.printable)
      status = .unavailable
    }
    guard !wanted.jobs.isEmpty else {
      if status == .success { view.say("Nothing is open.") }
      return status
    }
    try settings.prepareFolder()
    let groups = Dictionary(grouping: wanted.jobs, by: \.service).sorted { $0.key < $1.key }
    for (name, jobs) in groups {
      let client: any RawClient
      do {
        client = try settings.connect(to: KnownService.called(name), keeping: ledger)
      } catch {
        // The jobs of other services have keys of their own.
        view.say(error.message ?? "")
        status = max(status, error.status)
        continue
      }
      let collector = ResultCollector(
        client: client, settings: settings, view: view, console: console)
      status = max(status, try await collector.collect(jobs))
    }
    return status
  }

  /// How to find out what became of a submission.
  private func advice(on submission: LedgerSubmission) -> String {
    let id = submission.id.uuidString
    let service = try? KnownService.called(submission.intent.service)
    return service?.listsRequests == true
      ? "\(settings.settleCommand(id)) finds out"
      : "look there, and then \(settings.resumeCommand([id])) --drop"
  }

  /// What there is to go on with.
  private typealias Wanted = (jobs: [JobHandle], unsettled: [LedgerSubmission])

  /// Finds what IDs name: jobs, or submissions with all that is open of them. Without any, all.
  private static func wanted(
    _ ids: [String], among open: [LedgerSubmission]
  ) throws(Stop) -> Wanted {
    guard !ids.isEmpty else {
      return (open.flatMap(\.openJobs), open.filter(\.isUnsettled))
    }
    var wanted: Wanted = ([], [])
    for id in ids {
      let jobs = open.flatMap(\.openJobs).filter { job in
        job.id == id || job.submission?.uuidString.lowercased() == id.lowercased()
      }
      let unsettled = open.filter {
        $0.isUnsettled && $0.id.uuidString.lowercased() == id.lowercased()
      }
      guard !jobs.isEmpty || !unsettled.isEmpty else {
        throw Stop(
          message: """
            error: nothing that is open is called '\(id.printable)'; 'typed-media jobs' lists what there is.
            """, status: .failure)
      }
      for job in jobs where !wanted.jobs.contains(job) { wanted.jobs.append(job) }
      wanted.unsettled += unsettled
    }
    return wanted
  }

  /// Forgets what is wanted.
  private func drop(
    _ wanted: Wanted, from ledger: FileLedger, _ view: ProgressView
  ) async throws -> ExitStatus {
    for job in wanted.jobs {
      // Nobody is asked, so that no key is needed.
      let client = try KnownService.called(job.service)
        .connect(APIKey(""), nil, ClientConfiguration(ledger: ledger))
      try await client.acknowledge(job)
      view.say("dropped \(job.id)".printable)
    }
    for submission in wanted.unsettled {
      let client = try KnownService.called(submission.intent.service)
        .connect(APIKey(""), nil, ClientConfiguration(ledger: ledger))
      try await client.abandon(submission.id)
      view.say("dropped \(submission.id.uuidString)")
    }
    return .success
  }
}
