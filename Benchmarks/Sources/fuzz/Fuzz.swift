import ArgumentParser
import Foundation
import Workbench

/// Changes schemas at random, and looks for what cannot stand it.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Changes schemas at random, and looks for what cannot stand it.",
    discussion: """
      Each case is a real schema, changed. It is parsed, compiled, used to validate bodies, and \
      generated from, in a child process with a limit of time and memory; the code is given to the \
      compiler. A case is the same for the same seed and number. The exit status is not zero if \
      anything is found.
      """)

  @Option(help: "For how long to look.")
  var minutes = 10.0

  @Option(help: "What makes one run differ from another.")
  var seed: UInt64 = 1

  @Option(name: .customLong("case"), help: "The one case to run.")
  var onlyCase: Int?

  @Option(help: "Where to save what is found.")
  var findings: String?

  @Option(
    help: "For how many seconds a stage may take; one more for each megabyte of the document.")
  var patience = 20

  @Option(help: "How much memory a child process may take, in megabytes.")
  var memory = 6_000

  @Option(help: .hidden)
  var workerFirst: Int?

  @Option(help: .hidden)
  var workerEnd: Int?

  @Option(help: .hidden)
  var spool: String?

  func run() throws {
    if let workerFirst, let workerEnd, let spool {
      return try Worker(
        seed: seed, cases: workerFirst..<workerEnd, spool: URL(fileURLWithPath: spool),
        memory: memory << 20
      ).run()
    }
    var hunt = try Hunt(
      seed: seed, patience: patience, memory: memory,
      findings: Findings(in: Repository.scratch("findings", or: findings), seed: seed))
    if let onlyCase {
      try hunt.run(onlyCase..<(onlyCase + 1))
    } else {
      try hunt.run(for: .seconds(minutes * 60))
    }
    say("\n\(hunt.report)")
    guard hunt.findings.count == 0 else { throw ExitCode.failure }
  }
}
