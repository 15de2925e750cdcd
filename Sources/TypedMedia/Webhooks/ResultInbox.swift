/// Hands each job's result over once, however often it hears of the job.
///
/// A server that takes webhooks tells it of every job that one names, and of the ledger's open jobs
/// when it starts:
///
/// ```swift
/// let inbox = try ResultInbox(hoox) { job, result in try await app.keep(result, of: job) }
/// try await inbox.follow(id)      // the job that a webhook names
/// await inbox.followOpenJobs()    // when the server starts, and now and then
/// ```
///
/// A webhook is a hint. It may come twice, late, in any order, or from anybody; so the ledger says
/// whether its job is awaited, and the service how it ended. A job is acknowledged in the ledger after
/// its result was handed over. What dies with the process before that is open when it starts again:
/// nothing is lost, and a result is handed over a second time only if the process died while the first
/// was.
///
/// One inbox belongs to a ledger; where a service has a client for each kind of what it makes, one for each.
public actor ResultInbox<Service: ReportingService> {
  /// Takes what became of a job: its result, or the error of one that ended without. When it throws,
  /// the job stays open, and is handed over again when the inbox hears of it.
  public typealias Handler =
    @Sendable (JobHandle, Result<Service.Output, MediaError>) async throws -> Void

  private let service: Service
  private let hand: Handler
  private var underWay: Set<String> = []
  /// Handed over, but not acknowledged: the ledger failed.
  private var handedOver: Set<String> = []
  private var finished: RecentKeys

  /// Creates an inbox.
  ///
  /// - Parameters:
  ///   - service: The client. It has a ledger, in which its jobs are.
  ///   - capacity: How many jobs to remember after they ended. It only saves questions to the ledger.
  ///   - handler: Takes what became of a job.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where the client
  ///   has none.
  public init(
    _ service: Service, remembering capacity: Int = 10_000, handler: @escaping Handler
  ) throws {
    guard service.connection.configuration.ledger != nil else {
      throw MediaError(
        .ledgerUnavailable, "Only a ledger can say which jobs are awaited; the client has none.",
        service: service.connection.profile.name)
    }
    self.service = service
    hand = handler
    finished = RecentKeys(capacity: capacity)
  }

  /// Waits for the end of a job, and hands its result over, unless another call does or did.
  ///
  /// - Parameter id: The job's ID, from wherever: one that is not open in the ledger is ignored, and
  ///   costs no question to the service, and as little as ``JobLedger/openSubmissions(withJob:)`` does.
  /// - Returns: Whether it handed the result over.
  /// - Throws: What the handler throws; ``MediaError``, when the job's end could not be found out or not
  ///   be acknowledged; or `CancellationError`. The job stays open.
  @discardableResult
  public func follow(_ id: String) async throws -> Bool {
    guard isNews(id) else { return false }
    guard let job = try await service.openJob(id) else { return false }
    return try await follow(job)
  }

  /// Follows all jobs that are open in the ledger, until they have ended: what webhooks missed.
  ///
  /// - Returns: Why results were not handed over; empty when all were. Where it is about one job,
  ///   the ``MediaError`` says which.
  @discardableResult
  public func followOpenJobs() async -> [any Error] {
    let jobs: [Job<Service.Output>]
    do { jobs = try await service.recover().jobs } catch { return [error] }
    return await withTaskGroup(of: (any Error)?.self) { group in
      for job in jobs {
        group.addTask {
          do { try await self.follow(job) } catch { return error }
          return nil
        }
      }
      var errors: [any Error] = []
      for await error in group { if let error { errors.append(error) } }
      return errors
    }
  }

  @discardableResult
  private func follow(_ job: Job<Service.Output>) async throws -> Bool {
    // Asked again, as the job may have ended while the ledger was read.
    guard isNews(job.id) else { return false }
    underWay.insert(job.id)
    defer { underWay.remove(job.id) }
    let isFirst = !handedOver.contains(job.id)
    if isFirst {
      try await hand(job.handle, end(of: job))
      handedOver.insert(job.id)
    }
    try await job.acknowledge()
    handedOver.remove(job.id)
    finished.insert(job.id)
    return isFirst
  }

  private func isNews(_ id: String) -> Bool { !underWay.contains(id) && !finished.contains(id) }

  private func end(of job: Job<Service.Output>) async throws -> Result<Service.Output, MediaError> {
    do {
      return .success(try await job.result())
    } catch let error as MediaError
      where [.generationFailed, .generationCancelled].contains(error.code)
    {
      return .failure(error)
    }
  }
}
