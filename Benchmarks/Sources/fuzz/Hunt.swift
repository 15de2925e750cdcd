import Foundation
import Workbench

/// Runs case after case in child processes, and collects what goes wrong.
struct Hunt {
  let seed: UInt64
  let patience: Int
  let memory: Int
  var findings: Findings

  private var cases = 0
  private var seconds = 0.0
  private var checked = 0
  private var slow: [(number: Int, seconds: Double)] = []

  init(seed: UInt64, patience: Int, memory: Int, findings: Findings) {
    self.seed = seed
    self.patience = patience
    self.memory = memory
    self.findings = findings
  }

  /// How many cases one child process runs.
  private static let batch = 1_000

  /// Runs cases for some time.
  mutating func run(for time: Duration) throws {
    let clock = ContinuousClock()
    let end = clock.now + time
    var next = 0
    while clock.now < end {
      next = try run(next..<(next + Self.batch))
      let rate = (Double(cases) / seconds).rounded().formatted()
      say("\(cases) cases, \(rate) a second, \(findings.count) findings of \(findings.kinds) kinds")
    }
  }

  /// Runs a batch, or what comes of it before something goes wrong.
  ///
  /// - Returns: The case to go on with.
  @discardableResult
  mutating func run(_ batch: Range<Int>) throws -> Int {
    let spool = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: spool) }
    let start = ContinuousClock.now
    let process = WorkerProcess(
      arguments: [
        "--seed", "\(seed)", "--memory", "\(memory)", "--spool", spool.path,
        "--worker-first", "\(batch.lowerBound)", "--worker-end", "\(batch.upperBound)",
      ],
      first: batch.lowerBound, patience: patience)
    let outcome = try process.run()
    for (number, message) in outcome.reports { try findings.add(number, "agreement", message) }
    let next = outcome.failure == nil ? batch.upperBound : outcome.last.number + 1
    if let failure = outcome.failure {
      try findings.add(outcome.last.number, outcome.last.stage, failure)
    }
    var check = SwiftCheck(spool: spool, memory: memory)
    for (number, stage, message) in try check.findings() {
      try findings.add(number, stage, message)
    }
    checked += check.count
    slow += outcome.slow
    cases += next - batch.lowerBound
    seconds += (ContinuousClock.now - start).seconds
    return next
  }

  /// What was done and found.
  var report: String {
    var table = Table("what", "result")
    table.add("seed", "\(seed)")
    table.add("cases", "\(cases)")
    table.add("cases a second", (Double(cases) / max(seconds, 0.001)).rounded().formatted())
    table.add("Swift files that the compiler was given", "\(checked)")
    table.add("cases that took over a second", "\(slow.count)")
    table.add("findings", "\(findings.count), of \(findings.kinds) kinds")
    for (kind, count) in findings.summary() { table.add(kind, "\(count)") }
    for (number, seconds) in slow.sorted(by: { $0.seconds > $1.seconds }).prefix(3) {
      table.add("case \(number)", "\(seconds) s")
    }
    return table.description
  }
}
