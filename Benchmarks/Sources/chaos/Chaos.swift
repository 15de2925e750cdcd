import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia
import Workbench

/// Submits paid jobs to a service that goes wrong in every way, from processes that are killed, and
/// counts what is lost.
@main
struct Chaos: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chaos",
    abstract: "Counts the paid jobs that faults and crashes lose: there may be none.",
    discussion: """
      A service on this machine answers, refuses, stalls, breaks off and talks nonsense by a seeded \
      schedule, and keeps count of the jobs that it accepted. A client process submits to it, is killed \
      at random and started again. In the end, the client's ledger has to know each accepted job, or has \
      to have marked it as unknown, and no job may have been accepted twice. The exit status is not zero \
      otherwise.
      """,
    subcommands: [Random.self, EveryStep.self, Worker.self], defaultSubcommand: Random.self)
}

/// Faults and kills at random.
struct Random: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kills the client at random times (the default).")

  @Option(help: "How many jobs to submit.")
  var submissions = 10_000

  @Option(help: "What makes one run differ from another.")
  var seed: UInt64 = 1

  @Option(help: "How often to kill the client.")
  var kills = 50

  @Option(help: "The service to play.")
  var service = PlayedService.plain

  func run() async throws {
    let server = FaultyService(service, seed: seed)
    let run = try Run(server, count: submissions, misdirects: true)
    let start = ContinuousClock.now
    var random = RandomNumbers(seed: seed, case: 0, purpose: 1)
    var (deaths, crashes) = (0, 0)
    while true {
      let worker = try run.startWorker(concurrency: 32)
      var killer: Task<Void, Never>?
      if deaths < kills {
        let delay = Duration.milliseconds(50 + random.below(2_000))
        killer = Task {
          do { try await Task.sleep(for: delay) } catch { return }
          worker.kill()
        }
      }
      let ending = await Task.detached { worker.wait() }.value
      killer?.cancel()
      if ending.status == .exit(0) { break }
      if ending.status == .signal(SIGKILL) { deaths += 1 } else { crashes += 1 }
      guard crashes < 100 else {
        throw ValidationError("The client never came to its end. \(run.log)")
      }
    }
    let verdict = try await run.verdict()
    print(
      """
      \(submissions) submissions, \(server.requests) requests, \(deaths) processes killed, \
      \(crashes) crashed, \((ContinuousClock.now - start).seconds.rounded()) s
      faults: \(server.faults.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", "))

      \(verdict.table)
      """)
    run.removeFiles()
    guard verdict.isGood, crashes == 0 else { throw ExitCode.failure }
  }
}

/// A kill at each step, one after the other.
struct EveryStep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "every-step",
    abstract: "Kills the client at each of its steps, one process for each.")

  @Option(help: "How many jobs to submit.")
  var submissions = 3

  @Option(help: "The service to play.")
  var service = PlayedService.plain

  func run() async throws {
    var step = 0
    var (accepted, known, unknown, bad) = (0, 0, 0, 0)
    while true {
      step += 1
      let run = try Run(
        FaultyService(service, seed: 0, isFaulty: false), count: submissions, misdirects: false)
      defer { run.removeFiles() }
      let ending = try run.startWorker(concurrency: 1, killedAt: step).wait()
      if ending.status == .exit(0) { break }
      guard ending.status == .signal(SIGKILL),
        try run.startWorker(concurrency: 1).wait().status == .exit(0)
      else { throw ValidationError("The client ended by itself at step \(step). \(run.log)") }
      let verdict = try await run.verdict()
      accepted += verdict.accepted.count
      known += verdict.known
      unknown += verdict.unknown
      if !verdict.isGood || verdict.open > 0 {
        bad += 1
        print("Killed at step \(step):\n\(verdict.table)")
      }
    }
    print(
      """
      Killed at each of \(step - 1) steps of \(submissions) submissions and started again: \
      \(accepted) jobs accepted, \(known) known, \(unknown) marked unknown, \(bad) runs in which \
      something was lost, paid twice or left open.
      """)
    guard bad == 0 else { throw ExitCode.failure }
  }
}
