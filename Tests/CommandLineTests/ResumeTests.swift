import Foundation
import LoopbackServer
import Testing

/// Runs that end early, and what comes back to their jobs.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ResumeTests {
  /// Hoox, which says nothing when it is first asked how far a job is.
  private static func silentHoox() throws -> PlayedService {
    let questions = Counter()
    return try PlayedService.hoox { request in
      request.path.hasPrefix("/asset/status/") && questions.next() == 0 ? [.stall] : nil
    }
  }

  /// Starts a run, and returns when it waits for its job.
  ///
  /// It holds its thread: to a task that comes back among many, so much time may pass that the run has given
  /// the service up.
  private static func waitingRun(at hoox: PlayedService) throws -> Process {
    let run = try hoox.start("run", "hoox", "aurora", "prompt=A fox")
    // The model, the submission, the status.
    wait(for: run) { hoox.server.requests.count >= 3 }
    return run
  }

  /// Returns when something is so, or `run` has ended.
  private static func wait(for run: Process, until isSo: () throws -> Bool) rethrows {
    while run.isRunning, try !isSo() { Thread.sleep(forTimeInterval: 0.01) }
  }

  @Test(arguments: [[], ["a1"]])
  func aRunThatIsKilledIsGoneOnWith(ids: [String]) throws {
    let hoox = try Self.silentHoox()
    let run = try Self.waitingRun(at: hoox)
    kill(run.processIdentifier, SIGKILL)
    run.waitUntilExit()
    #expect(try hoox.typedMedia("jobs").outputLines.dropFirst().first?.contains(" open ") == true)
    let outcome =
      try ids.isEmpty ? hoox.typedMedia("resume") : hoox.typedMedia("resume", ids[0])
    #expect(outcome.output == "a1.gif\n")
    #expect(outcome.status == 0)
    #expect(hoox.paid.count == 1)
    #expect(try hoox.typedMedia("resume").errors == "Nothing is open.\n")
  }

  @Test func whoStopsWaitingIsToldHowToComeBack() throws {
    let hoox = try Self.silentHoox()
    let run = try Self.waitingRun(at: hoox)
    kill(run.processIdentifier, SIGINT)
    run.waitUntilExit()
    #expect(run.terminationStatus == 130)
    let errors = try hoox.bench.printedErrors
    #expect(errors.contains("Stopped waiting: the job goes on at Hoox, and is paid (32 credits)."))
    #expect(errors.contains("\n  typed-media resume a1 --base-url http://127.0.0.1"))
    #expect(try hoox.typedMedia("resume", "a1").output == "a1.gif\n")
  }

  @Test func anAnswerThatIsOnItsWayIsWaitedFor() throws {
    let hasStopped = DispatchSemaphore(value: 0)
    let hoox = try PlayedService.hoox { request in
      guard request.path == "/asset/start" else { return nil }
      return [.hold { hasStopped.wait() }, .answer(body: #"{"asset_ids": ["a1"]}"#)]
    }
    let run = try hoox.start("run", "hoox", "aurora", "prompt=A fox")
    Self.wait(for: run) { hoox.server.requests.count >= 2 }
    kill(run.processIdentifier, SIGINT)
    try Self.wait(for: run) {
      try hoox.bench.printedErrors.contains("The request is on its way")
    }
    hasStopped.signal()
    run.waitUntilExit()
    #expect(run.terminationStatus == 130)
    #expect(try hoox.bench.printedErrors.contains("typed-media resume a1"))
  }

  @Test func twoProcessesDoNotShareALedger() throws {
    let hoox = try Self.silentHoox()
    let run = try Self.waitingRun(at: hoox)
    let other = try hoox.bench.run(
      BuiltProgram.named("typed-media"), ["resume"],
      environment: ["XDG_STATE_HOME": hoox.bench.folder.appending(path: "state").path])
    #expect(other.errors.contains("is open already, in this process or another."))
    #expect(other.status == 73)
    // To look does not take it.
    #expect(try hoox.typedMedia("jobs").output.contains(" open "))
    kill(run.processIdentifier, SIGKILL)
    run.waitUntilExit()
  }

  @Test func whatNobodyKnowsIsSaidUntilItIsDropped() throws {
    let hoox = try PlayedService.hoox { $0.path == "/asset/start" ? [.reset] : nil }
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=A fox")
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("Look at hoox whether it runs."))
    let row = try #require(try hoox.typedMedia("jobs").outputLines.dropFirst().first)
    #expect(row.contains(" unknown "))
    let id = try #require(row.split(separator: " ").last).description
    let again = try hoox.typedMedia("resume")
    #expect(again.errors.contains("error: whether Hoox took \(id) (aurora) is not known"))
    #expect(again.status == 69)
    #expect(try hoox.typedMedia("resume", id, "--drop").status == 0)
    #expect(try hoox.typedMedia("resume").errors == "Nothing is open.\n")
  }

  @Test func aResultThatCannotBeSavedStaysOpen() throws {
    let attempts = Counter()
    let hoox = try PlayedService.hoox { request in
      request.path == "/fox.gif" && attempts.next() == 0 ? [.answer(403, body: "no")] : nil
    }
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=A fox")
    #expect(outcome.output == "")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("The job may go on: typed-media resume a1"))
    #expect(try hoox.typedMedia("resume").output == "a1.gif\n")
  }

  @Test(arguments: [
    ("resume nothing", 1, "error: nothing that is open is called 'nothing'"),
    ("resume --drop", 64, "error: which jobs?"),
    ("jobs a1", 64, "error: it takes no names, but 'settle'."),
    ("jobs --since soon", 64, "error: --since needs a number of days"),
    ("jobs", 0, "There are no jobs yet: "),
    ("run", 64, "error: which service?"),
    ("run hoox", 64, "error: which model?"),
    ("run hoox prompt=a", 64, "error: which model? 'prompt=a' is where its name belongs."),
    ("run hox aurora", 64, "; did you mean 'hoox'?"),
    ("run hoox aurora --base-url here", 64, "error: --base-url needs an address"),
    ("run fal fal-ai/ear --schema b", 78, "error: there is no key for fal: set FAL_KEY"),
    ("run fal fal-ai/ear --schema b --dry-run", 66, "error: there is no 'b'."),
  ])
  func aMistakeIsALine(command: String, status: Int32, message: String) throws {
    let outcome = try Workbench().typedMediaAtFirst(command)
    #expect(outcome.errors.contains(message))
    #expect(outcome.status == status)
  }
}
