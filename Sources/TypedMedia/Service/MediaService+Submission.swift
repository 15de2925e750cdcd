extension MediaService {
  /// Submits a request, without waiting for what it makes.
  ///
  /// It is checked first, so that one that breaks the model's schema costs nothing. It is sent again only
  /// where the service surely did not take it, or knows it again: see <doc:WhatIsSentAgain>.
  ///
  /// - Parameters:
  ///   - request: What to make. Its type is for this service.
  ///   - options: What accompanies it.
  /// - Returns: The jobs, as soon as the service has accepted them.
  /// - Throws: ``MediaError``. With the code ``MediaError/Code/outcomeUnknown`` the service may have
  ///   accepted the request all the same, and ``MediaError/submission`` says where it is in the ledger. Or
  ///   `CancellationError`, when nothing was sent.
  public func submit<Request: GenerationRequest>(
    _ request: Request, options: Options = Options()
  ) async throws -> Submission<Request.Output>
  where
    Request.ServiceClient == Self, Request.Output: JobOutput, Request.Output.ServiceClient == Self
  {
    let accepted = try await start(members(of: request), to: Request.snapshot, options)
    return try Submission(accepted, at: self, asJobsOf: TypedJobs(service: self))
  }

  /// Submits a request to a model that there is no type for, checked against the schema that it brings.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  /// - Returns: The jobs, as soon as the service has accepted them.
  /// - Throws: As for a request of a generated type.
  public func submit(
    _ request: RawRequest, options: Options = Options()
  ) async throws -> Submission<Output> {
    let accepted = try await start(request.validatedBody(), to: request.snapshot, options)
    return try Submission(accepted, at: self, asJobsOf: self)
  }

  /// Makes a call of the service's own that spends, such as one that waits for the result.
  ///
  /// - Parameters:
  ///   - call: The call, and what is kept of it.
  ///   - output: What its jobs make.
  ///   - readCost: Finds what it costs in the answer; by default as in that to other submissions.
  ///   - readJobs: Finds the accepted jobs in the answer; by default as in that to other submissions.
  /// - Returns: The jobs.
  /// - Throws: As ``submit(_:options:)-(Request,_)``.
  public func submit<Made: JobOutput>(
    _ call: SubmissionCall, making output: Made.Type = Made.self,
    readingCost readCost: (@Sendable (ServiceResponse) -> Cost?)? = nil,
    readingJobs readJobs: (@Sendable (ServiceResponse) throws -> [AcceptedJob])? = nil
  ) async throws -> Submission<Made> where Made.ServiceClient == Self {
    let accepted = try await connection.submit(
      call, readingCost: readCost ?? { Self.cost(in: $0) },
      readingJobs: readJobs ?? { try Self.jobs(in: $0) })
    return try Submission(accepted, at: self, asJobsOf: TypedJobs(service: self))
  }

  /// Returns the members of a request that are sent, checked against the model's schema; the files that it
  /// names are handed over where the service takes some.
  ///
  /// - Returns: The members.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func members(of request: some GenerationRequest) async throws -> JSONObject {
    guard let uploader = self as? any UploadingService else { return try request.validatedBody() }
    return try await uploader.members(of: request, progress: nil)
  }

  func start(
    _ members: JSONObject, to snapshot: ModelSnapshot, _ options: Options,
    expecting cost: Cost? = nil
  ) async throws -> AcceptedSubmission {
    var submission = try submission(of: members, to: snapshot, options: options)
    submission.call.snapshot = snapshot
    submission.expectedCost = submission.expectedCost ?? cost
    return try await connection.submit(
      submission, readingCost: { Self.cost(in: $0) }, readingJobs: { try Self.jobs(in: $0) })
  }
}
