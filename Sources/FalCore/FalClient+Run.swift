import Foundation

/// Models that answer at once.
extension FalClient {
  /// Makes something and waits for it on one connection
  /// (https://fal.ai/docs): for models that are quick. What takes longer
  /// is better submitted, for a connection that breaks leaves open what became of it.
  ///
  /// What it made is in the client's ledger until `Job.acknowledge()` says that the app has it.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it; a webhook, a priority and a start timeout mean nothing here.
  /// - Returns: What was made.
  /// - Throws: As `MediaService.submit`.
  public func run<Request: FalRequest>(
    _ request: Request, options: FalOptions = FalOptions()
  ) async throws -> Submission<Request.Output> {
    try await run(members(of: request), Request.snapshot, options)
  }

  /// Makes something that there is no type for, and waits for it on one connection.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  /// - Returns: What was made.
  /// - Throws: As `MediaService.submit`.
  public func run(
    _ request: RawRequest, options: FalOptions = FalOptions()
  ) async throws -> Submission<FalResult> {
    try await run(request.validatedBody(), request.snapshot, options)
  }

  private func run<Output: JobOutput>(
    _ members: JSONObject, _ snapshot: ModelSnapshot, _ options: FalOptions
  ) async throws -> Submission<Output> where Output.ServiceClient == FalClient {
    var call = call(members, to: snapshot.model.name, options)
    call.address = call.path.reduce(addresses.run) { $0.appending(path: $1) }
    call.query = []
    call.snapshot = snapshot
    // The work itself is done while nothing comes.
    call.timeout = .seconds(600)
    let price = await prices.price(of: call.model)
    return try await submit(
      SubmissionCall(call),
      readingCost: { price?.cost(ofUnits: FalResult.billableUnits(in: $0)) },
      readingJobs: { answer in
        let id = answer.headers["X-Fal-Request-Id"] ?? answer.requestID
        return [AcceptedJob(id: id ?? UUID().uuidString, result: try answer.json)]
      })
  }
}
