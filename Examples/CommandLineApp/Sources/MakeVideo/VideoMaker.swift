public import Foundation
public import TypedMedia

/// Makes videos for somebody at a terminal.
public struct VideoMaker<Service: VideoService>: Sendable {
  private let service: Service
  private let folder: URL
  private let console: Console

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - service: The client. With a ledger, what one run leaves is there for the next.
  ///   - folder: Where videos are saved.
  ///   - console: Whom to talk to.
  public init(_ service: Service, savingIn folder: URL, console: Console) {
    self.service = service
    self.folder = folder
    self.console = console
  }

  /// Says what `request` costs, and makes it if that is wanted.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - name: The model's name, for people.
  ///   - limit: The most that it may cost; where the service does not say it beforehand, nothing is sent.
  ///   - isAgreed: Whether nobody needs to be asked.
  /// - Throws: `MediaError`, or `CancellationError`. What was accepted is there for the next run.
  public func make(
    _ request: Service.VideoRequest, by name: String, costingAtMost limit: Decimal? = nil,
    isAgreed: Bool = false
  ) async throws {
    let cost = try await service.cost(of: request)
    console.say("\(name): \(cost?.description ?? "the price is said afterwards")")
    // What breaks the limit needs no question: the client refuses it.
    let isOverLimit = limit.map { limit in cost.map { $0.amount > limit } ?? true } ?? false
    let question = cost.map { "Spend \($0)?" } ?? "Spend what it costs?"
    guard isOverLimit || isAgreed || console.ask(question) else {
      return console.say("Nothing was spent.")
    }
    // The price may have changed while the question stood there.
    for job in try await service.start(request, costingAtMost: limit ?? cost?.amount) {
      try await finish(job)
    }
  }

  /// Finishes what earlier runs left. What still cannot be finished is said, and left to the next run.
  ///
  /// - Throws: `MediaError`, where the ledger cannot be read; or `CancellationError`.
  public func resume() async throws {
    let recovery = try await service.recover()
    for submission in recovery.unsettled {
      console.say(
        """
        On \(submission.date.formatted(.iso8601)), a request to \(submission.intent.model ?? "a model") \
        was sent, and no answer came: it may be paid. It is not sent again. When you have looked at \
        \(submission.intent.service), --abandon \(submission.id) ends this message.
        """)
    }
    for job in recovery.jobs {
      console.say("An earlier run left \(job.handle.model ?? "a job"), \(job.id).")
      do { try await finish(job) } catch let error as MediaError { console.say("\(error)") }
    }
  }

  /// Says that nobody cares any more what became of a submission without an answer. One that the service
  /// has nothing to do with is left alone.
  ///
  /// - Throws: `MediaError`, where the ledger cannot be read or written.
  public func abandon(_ submission: LedgerSubmission.ID) async throws {
    let isKnown = try await service.recover().unsettled.contains { $0.id == submission }
    if isKnown { try await service.settle(submission, as: .abandoned) }
  }

  private func finish(_ job: Job<Service.Output>) async throws {
    let result: Service.Output
    do {
      result = try await follow(job)
    } catch let error as MediaError
      where [.generationFailed, .generationCancelled, .resultExpired].contains(error.code)
    {
      // There is nothing to come back for.
      try await job.acknowledge()
      throw error
    }
    let files = try await service.save(result, of: job.handle, in: folder) { progress in
      console.show("downloading \(Int((progress.fraction ?? 0) * 100)) %")
    }
    try await job.acknowledge()
    for file in files { console.say("Saved \(file.path)") }
  }

  /// Shows how far a job is until it has ended.
  private func follow(_ job: Job<Service.Output>) async throws -> Service.Output {
    for try await status in job.updates {
      console.show(status.rawStatus)
      if case .completed(let result) = status.state { return result }
    }
    // It ended without a result, and this says why.
    return try await job.result()
  }
}
