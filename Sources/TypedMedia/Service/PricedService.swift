public import Foundation

/// A service that says beforehand what a request costs.
public protocol PricedService: MediaService {
  /// The price.
  associatedtype Price: RequestPrice

  /// Asks what a request costs. Nothing is debited.
  ///
  /// - Parameters:
  ///   - members: What the request says.
  ///   - model: The model that it is to.
  /// - Throws: ``MediaError``, or `CancellationError`.
  func price(of members: JSONObject, to model: ModelRecord) async throws -> Price
}

/// The price of a request.
public protocol RequestPrice: Sendable {
  /// The price of all that the request makes; `nil` where it cannot be told beforehand.
  var total: Decimal? { get }
  /// Its unit, such as `credits`; `nil` when the service does not say.
  var currency: String? { get }
}

extension PricedService {
  /// Asks what `request` costs. Nothing is debited.
  ///
  /// - Returns: What `request` costs.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func price<Request: GenerationRequest>(of request: Request) async throws -> Price
  where Request.ServiceClient == Self {
    try await price(of: pricedMembers(of: request), to: Request.model)
  }

  /// Asks what a request that there is no type for costs. Nothing is debited.
  ///
  /// - Returns: What a request that there is no type for costs.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func price(of request: RawRequest) async throws -> Price {
    try await price(of: request.body, to: request.model)
  }

  /// Submits a request unless it costs more than `maxCost`, for which the service is asked first.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  ///   - maxCost: The most that it may cost in all, in the unit of the service's prices.
  /// - Returns: The jobs, as soon as the service has accepted them.
  /// - Throws: As ``MediaService/submit(_:options:)-(Request,_)``; with the code
  ///   ``MediaError/Code/tooExpensive``, when nothing was sent, where it costs more or the price cannot be
  ///   told.
  public func submit<Request: GenerationRequest>(
    _ request: Request, options: Options = Options(), maxCost: Decimal
  ) async throws -> Submission<Request.Output>
  where
    Request.ServiceClient == Self, Request.Output: JobOutput, Request.Output.ServiceClient == Self
  {
    let accepted = try await start(members(of: request), to: Request.snapshot, options, maxCost)
    return try Submission(accepted, at: self, asJobsOf: TypedJobs(service: self))
  }

  /// Submits a request that there is no type for, unless it costs more than `maxCost`.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  ///   - maxCost: The most that it may cost in all, in the unit of the service's prices.
  /// - Returns: The jobs, as soon as the service has accepted them.
  /// - Throws: As for a request of a generated type.
  public func submit(
    _ request: RawRequest, options: Options = Options(), maxCost: Decimal
  ) async throws -> Submission<Output> {
    let accepted = try await start(request.validatedBody(), to: request.snapshot, options, maxCost)
    return try Submission(accepted, at: self, asJobsOf: self)
  }

  private func start(
    _ members: JSONObject, to snapshot: ModelSnapshot, _ options: Options, _ maxCost: Decimal
  ) async throws -> AcceptedSubmission {
    let price = try await price(of: members, to: snapshot.model)
    let unit = price.currency ?? "credits"
    guard let total = price.total, total.isAtMost(maxCost) else {
      let known = price.total.flatMap { $0.isNaN ? nil : $0 }
      throw MediaError(
        .tooExpensive,
        known.map { "The request costs \($0) \(unit), and may cost \(maxCost) at most." }
          ?? """
          What the request costs cannot be told beforehand, and it may cost \(maxCost) \(unit) at most.
          """,
        service: connection.profile.name, model: snapshot.model.name)
    }
    return try await start(members, to: snapshot, options, expecting: Cost(total, unit))
  }

  /// What a price is asked for. It is for the service to say what is wrong with it, but for files, which it
  /// cannot see before they are handed over.
  private func pricedMembers(of request: some GenerationRequest) async throws -> JSONObject {
    self is any UploadingService ? try await members(of: request) : JSONObject(request)
  }
}
