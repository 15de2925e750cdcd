public import Foundation

/// The account that the key is of. The calls are those of the documentation of 2025; the pages of today
/// do not show them.
extension IndoxHubClient {
  /// Asks for the credits that are left; `nil` when the service does not say. A US dollar buys
  /// 1,000 (https://www.indoxhub.com/docs/usage/pricing/).
  ///
  /// - Returns: The credits that are left; `nil` when the service does not say.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func credits() async throws -> Decimal? { try await usage().remainingCredits }

  /// The use of the account.
  ///
  /// - Parameters:
  ///   - start: The first day, in a form that is not documented; `nil` for what the service takes.
  ///   - end: The last day; `nil` for what the service takes.
  /// - Returns: The use of the account.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func usage(
    from start: String? = nil, to end: String? = nil
  ) async throws -> IndoxHubAccountUsage {
    let call = ServiceCall.get("user", "usage", query: [("start_date", start), ("end_date", end)])
    return try await connection.send(call) { IndoxHubAccountUsage(object: try $0.object) }
  }

  /// Asks for what the service says of the account's owner, in a form that is not documented.
  ///
  /// - Returns: What the service says.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func account() async throws -> JSONObject {
    try await connection.send(.get("user", "me")) { try $0.object }
  }

  /// Asks for what was bought and spent, in a form that is not documented.
  ///
  /// - Returns: What the service says.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func transactions() async throws -> JSON {
    try await connection.send(.get("user", "transactions")) { try $0.json }
  }

  /// Figures of how the account is used, in a form that is not documented.
  ///
  /// - Returns: The figures.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func analytics(_ subject: IndoxHubAnalytics) async throws -> JSON {
    try await connection.send(.get("analytics", subject.rawValue)) { try $0.json }
  }
}

/// A subject that there are figures of.
public enum IndoxHubAnalytics: String, CaseIterable, Sendable {
  /// The use of the account.
  case usage
  /// The sessions.
  case sessions
  /// The models.
  case models
}

/// The resources that an account used.
public struct IndoxHubAccountUsage: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  public let object: JSONObject
  /// The number of requests that were made.
  public var totalRequests: Int? { object["total_requests"]?.int }
  /// The money that they cost.
  public var totalCost: Decimal? { object["total_cost"]?.decimal }
  /// The credits that are left.
  public var remainingCredits: Decimal? { object["remaining_credits"]?.decimal }
  /// The number of tokens that were used.
  public var totalTokens: Int? { object["total_tokens"]?.int }
  /// The same by endpoint, in a form that is not documented.
  public var endpoints: JSON? { object["endpoints"] }
  /// The same by provider, in a form that is not documented.
  public var providers: JSON? { object["providers"] }
  /// The same by model, in a form that is not documented.
  public var models: JSON? { object["models"] }
  /// The same by day, in a form that is not documented.
  public var dailyUsage: JSON? { object["daily_usage"] }
}
