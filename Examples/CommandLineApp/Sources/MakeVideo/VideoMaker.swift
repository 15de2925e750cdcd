public import Foundation
public import Hoox

/// Makes videos for somebody at a terminal.
public struct VideoMaker: Sendable {
  private let hoox: HooxClient
  private let folder: URL
  private let console: Console

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - hoox: The client. With a ledger, what one run leaves is there for the next.
  ///   - folder: Where videos are saved.
  ///   - console: Whom to talk to.
  public init(_ hoox: HooxClient, savingIn folder: URL, console: Console) {
    self.hoox = hoox
    self.folder = folder
    self.console = console
  }

  /// Says what `request` costs, and makes it if that is wanted.
  ///
  /// - Parameter isAgreed: Whether nobody needs to be asked.
  /// - Throws: `MediaError`, or `CancellationError`. What was accepted is there for the next run.
  public func make(_ request: some HooxRequest, isAgreed: Bool = false) async throws {
    try request.validate()
    let price = try await hoox.price(of: request)
    let model = type(of: request).model
    console.say("\(model.label ?? model.name): \(price.totalCost) credits")
    guard isAgreed || console.ask("Spend \(price.totalCost) credits?") else {
      return console.say("Nothing was spent.")
    }
    // The price may have changed while the question stood there.
    let submission = try await hoox.submit(request, maxCost: price.totalCost)
    for job in submission.jobs { try await finish(job) }
  }

  /// Finishes what earlier runs left. What still cannot be finished is said, and left to the next run.
  ///
  /// - Throws: `MediaError`, where the ledger cannot be read; or `CancellationError`.
  public func resume() async throws {
    let recovery = try await hoox.recover()
    for submission in recovery.unsettled {
      console.say(
        """
        On \(submission.date.formatted(.iso8601)), a request to \(submission.intent.model ?? "a model") \
        was sent, and no answer came: it may be paid. It is not sent again. When you have looked at Hoox, \
        --abandon \(submission.id) ends this message.
        """)
    }
    for job in recovery.jobs {
      console.say("An earlier run left \(job.handle.model ?? "a job"), \(job.id).")
      do { try await finish(job) } catch let error as MediaError { console.say("\(error)") }
    }
  }

  /// Says that nobody cares any more what became of a submission without an answer.
  ///
  /// - Throws: `MediaError`, when the ledger knows no such submission.
  public func abandon(_ submission: LedgerSubmission.ID) async throws {
    try await hoox.settle(submission, as: .abandoned)
  }

  private func finish(_ job: Job<HooxAsset>) async throws {
    let asset: HooxAsset
    do {
      asset = try await follow(job)
    } catch let error as MediaError
      where [.generationFailed, .generationCancelled].contains(error.code)
    {
      // There is nothing to come back for.
      try await job.acknowledge()
      throw error
    }
    // A run that ended just here left the file, and it is the same.
    let file = try await hoox.download(asset, to: folder, overwriting: true) { progress in
      console.show("downloading \(Int((progress.fraction ?? 0) * 100)) %")
    }
    try await job.acknowledge()
    console.say("Saved \(file.path)")
  }

  /// Shows how far a job is until it has ended.
  private func follow(_ job: Job<HooxAsset>) async throws -> HooxAsset {
    for try await status in job.updates {
      console.show(status.rawStatus)
      if case .completed(let asset) = status.state { return asset }
    }
    // It ended without a result, and this says why.
    return try await job.result()
  }
}
