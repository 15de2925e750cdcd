public import Foundation

extension HedraClient {
  /// Asks for the credits (https://www.hedra.com/docs/api-reference/public/get-credits).
  ///
  /// - Returns: The credits.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func credits() async throws -> HedraCredits {
    try await connection.send(.get("billing", "credits")) { try HedraCredits($0.object) }
  }
}

/// The credits of an account.
public struct HedraCredits: Hashable, Sendable {
  /// The credits that are left.
  public let remaining: Decimal
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    remaining = try object.required("remaining")
    self.object = object
  }

  /// The credits that will expire.
  public var expiring: Decimal? { object["expiring"]?.decimal }
  /// The credits that were used in this period.
  public var used: Decimal? { object["used"]?.decimal }
  /// The credits that each workspace has and used, by its ID; empty for a user without workspaces.
  ///
  /// Where the service tells by the older `workspace_credits` alone, only what is left is known.
  public var workspaces: [String: Workspace] {
    let pool = (object["workspace_credit_pool"]?.object ?? [:]).compactMap { id, workspace in
      workspace.object.map { (id, Workspace(object: $0)) }
    }
    let older = (object["workspace_credits"]?.object ?? [:]).compactMap { id, credits in
      credits.decimal.map { _ in (id, Workspace(object: ["available": credits])) }
    }
    return Dictionary(older + pool, uniquingKeysWith: { _, last in last })
  }

  /// The credits of a workspace in this period, and its money for calls
  /// (https://www.hedra.com/docs/api-reference/public/get-credits: `WorkspaceCreditUsage`).
  public struct Workspace: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject

    /// The credits that were used.
    public var used: Decimal? { object["used"]?.decimal }
    /// The credits that there are for the period.
    public var allocated: Decimal? { object["allocated"]?.decimal }
    /// The credits that are left.
    public var available: Decimal? { object["available"]?.decimal }
    /// The money that is left for calls of programs, in US dollars; `nil` where there is no such money.
    public var balance: Decimal? { dollars("api_usd_micros") }
    /// The credits that ``balance`` is, roughly.
    public var balanceCredits: Decimal? { object["api_credits"]?.decimal }
    /// The cost of calls of programs so far, in US dollars; `nil` where there is no such money.
    public var spent: Decimal? { dollars("api_consumed_usd_micros") }

    /// Millionths of a dollar, in dollars.
    private func dollars(_ key: String) -> Decimal? {
      object[key]?.decimal.map { $0 / 1_000_000 }
    }
  }
}
