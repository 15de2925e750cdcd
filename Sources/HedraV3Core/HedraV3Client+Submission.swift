public import Foundation

/// The way that a request becomes a call.
///
/// Each has an idempotency key, which the ledger keeps: when an answer is lost, the same is sent again with it,
/// and the service gives the answer that it gave before. How long it knows a key is not documented.
extension HedraV3Client: DeduplicatingService {
  /// Makes the call that submits a request.
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` when the key in the options is empty.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: HedraV3Options
  ) throws -> SubmissionCall {
    let key = options.idempotencyKey ?? UUID().uuidString.lowercased()
    guard !key.isEmpty else {
      throw MediaError(
        .invalidRequest, "The idempotency key is empty.", service: connection.profile.name,
        model: snapshot.model.name)
    }
    var body: JSONObject = ["input": .object(members)]
    body.set("webhook", options.webhookURL)
    return SubmissionCall(
      .post(
        "models", snapshot.model.name, body: .object(body), effect: .spends,
        model: snapshot.model.name),
      idempotencyKeys: [key])
  }

  /// The job in an answer.
  ///
  /// - Returns: The job in an answer.
  /// - Throws: `JSONMismatch` when it has none.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    [AcceptedJob(id: try answer.object.id("job_id"))]
  }
}

extension HedraV3Client: PricedService {
  /// Asks what a request costs. It is checked, and nothing is made or debited.
  ///
  /// - Returns: The price, without a total where the service cannot tell it: that of what speaks along with
  ///   a sound depends on how long that is, which it finds out when it has the request.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price(of members: JSONObject, to model: ModelRecord) async throws -> HedraV3Price {
    let call = ServiceCall.post(
      "models", model.name, "estimate", body: ["input": .object(members)], effect: .reads,
      model: model.name)
    do {
      return try await connection.send(call) { HedraV3Price(object: try $0.object) }
    } catch let error as MediaError where error.isRefusalOfAPrice {
      return HedraV3Price(object: [:], problem: error.message)
    }
  }
}

extension MediaError {
  /// Tells whether the service refused to tell a price, and nothing is wrong with the request. How
  /// it says so is not documented: a refusal that is about no input is taken for one.
  fileprivate var isRefusalOfAPrice: Bool {
    httpStatus == 400 && fieldErrors.isEmpty && hedraV3Failure?.parameter == nil
  }
}

/// The price of a request, as the service estimates it.
public struct HedraV3Price: RequestPrice, Hashable {
  /// The whole answer, in the service's spelling; empty where it told no price.
  public let object: JSONObject
  /// The reason why there is no price, for people; `nil` where there is one.
  public let problem: String?

  init(object: JSONObject, problem: String? = nil) {
    self.object = object
    self.problem = problem
  }

  /// The ID of the model.
  public var model: String? { object["model"]?.string }
  /// The price of the request; `nil` where the service cannot tell.
  public var total: Decimal? { object["cost"]?.decimal }
  /// The unit, which is `USD`.
  public var currency: String? { object["currency"]?.string ?? "USD" }
}
