import Foundation
import HooxCore
import TypedMedia
import TypedMediaTerminal

/// Where results and jobs go, and what is shown meanwhile.
struct Stage: Sendable {
  /// The variable of the environment with the key.
  static let keyVariable = "HOOX_API_KEY"

  /// Where results are saved.
  let folder: URL
  /// The key of the service itself; `nil` to play it.
  let key: String?
  /// What is said.
  let screen = Screen()
  /// Keeps the jobs until their results are saved.
  let ledger: FileLedger
  private let ledgerFile: URL
  private let interruption: Interruption

  /// Prepares a stage.
  ///
  /// What is paid is kept where `typed-media` keeps its jobs, so that it can go on with them; what is played
  /// ends with the demo, and is kept with its results.
  init(folder: URL, _ interruption: Interruption) throws {
    self.folder = folder
    self.interruption = interruption
    let key = ProcessInfo.processInfo.environment[Self.keyVariable] ?? ""
    self.key = key.isEmpty ? nil : key
    ledgerFile =
      key.isEmpty ? folder.appending(path: "jobs.jsonl") : LedgerLocation.file(named: nil)
    ledger = try FileLedger(at: ledgerFile)
  }

  /// Tells whether the service is played.
  var isSandbox: Bool { key == nil }

  /// How to keep books and, in a sandbox, which is faster than the service, to wait.
  var configuration: ClientConfiguration {
    ClientConfiguration(
      ledger: ledger,
      polling: isSandbox
        ? PollingPolicy(first: .milliseconds(200), longest: .milliseconds(300)) : nil)
  }

  /// Says what is first.
  func greet() throws {
    if isSandbox {
      try screen.say("Playing Hoox in process: no key, no network, no cost.")
      try screen.say("Set \(Self.keyVariable) to use the service.")
    } else {
      try screen.say("Using Hoox itself, with the key in \(Self.keyVariable).")
    }
    try screen.say("Jobs are kept until their results are saved, in")
    try screen.say("  \(ledgerFile.path)\n")
  }

  /// Shows the models that there are types for.
  func show(_ models: [any GenerationRequest.Type], from stamp: SnapshotStamp?) throws {
    let heads = ["SWIFT TYPE", "MODEL", "MAKES", "FRAME", "SECONDS", "RESOLUTIONS"]
    let rows = models.map { type in
      let model = HooxModel(type.model)
      let can = model.capabilities
      return [
        "\(type)", model.name, model.type?.rawValue ?? "–", can.aspectRatios.listed,
        can.durations.compressed, can.resolutions.listed,
      ]
    }
    try screen.show(rows, below: heads, keeping: 0)
    try screen.say("\n\(models.count) models\(stamp.map { ": \($0)" } ?? "").")
  }

  /// Says what is made, and, when it costs money, asks.
  ///
  /// - Parameter price: What it costs, such as `10 credits`; `nil` where nobody knows beforehand.
  func announce(_ request: some GenerationRequest, price: String?) throws {
    let model = type(of: request).model
    try screen.say(
      "\n\(model.label ?? model.name): \(price ?? "the price is not known beforehand")")
    if !isSandbox { try screen.confirm("Spend \(price ?? "credits")?") }
  }

  /// Submits, waits, shows how far it is, and saves: what an app does with any request.
  ///
  /// - Parameter submit: Submits the request.
  func make(
    _ name: String, at hoox: HooxClient, costing price: String,
    _ submit: () async throws -> HooxSubmission
  ) async throws -> HooxAsset {
    let view = screen.progressView()
    defer { view.end() }
    view.show(ProgressLine(name, "sending the request"))
    let job = try await interruption.finishing(
      "The request is on its way, and may be paid: waiting for the answer."
    ) { try await submit().job }
    do {
      view.show(ProgressLine(name, "waiting"))
      for try await status in job.updates {
        view.show(ProgressLine(name, status.rawStatus, fraction: status.progress))
        if status.isTerminal { break }
      }
      let asset = try await job.result()
      let file = try await hoox.download(asset, to: folder, named: name) { progress in
        view.show(ProgressLine(name, "saving", fraction: progress.fraction))
      }
      try await job.acknowledge()
      view.end()
      try screen.say("  saved \(file.path)", in: .green)
      return asset
    } catch is CancellationError {
      view.end()
      throw Stop(farewell(to: job.handle, costing: price), status: Interruption.exitStatus)
    }
  }

  /// What somebody has to know who stops waiting for a job.
  private func farewell(to job: JobHandle, costing price: String) -> String {
    isSandbox
      ? """
      Stopped waiting. The sandbox ends with the demo.
      At Hoox, the job would go on, and be paid.
      """
      : """
      Stopped waiting: the job goes on at Hoox, and is paid (\(price)). Come back to it with
        swift run typed-media resume \(job.id)
      """
  }
}

extension [String] {
  /// The words in a row.
  fileprivate var listed: String { isEmpty ? "–" : joined(separator: " ") }
}

extension [Int] {
  /// The numbers, of which a row of three or more is shown by its ends: `4–15`, `5 10`.
  fileprivate var compressed: String {
    guard let first, let last, count > 2, last - first == count - 1 else {
      return map(String.init).listed
    }
    return "\(first)–\(last)"
  }
}
