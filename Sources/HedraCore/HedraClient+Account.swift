public import Foundation

extension HedraClient {
  /// How many credits there are (https://www.hedra.com/docs/api-reference/public/get-credits).
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func credits() async throws -> HedraCredits {
    try await connection.send(.get("billing", "credits")) { try HedraCredits($0.object) }
  }
}

/// How many credits an account has.
public struct HedraCredits: Hashable, Sendable {
  /// How many are left.
  public let remaining: Decimal
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    remaining = try object.required("remaining")
    self.object = object
  }

  /// How many will expire.
  public var expiring: Decimal? { object["expiring"]?.decimal }
  /// How many were used in this period.
  public var used: Decimal? { object["used"]?.decimal }
  /// How many each workspace has, by its ID; empty for a user without workspaces.
  public var workspaceCredits: [String: Decimal] {
    Dictionary(
      (object["workspace_credits"]?.object ?? [:]).compactMap { id, credits in
        credits.decimal.map { (id, $0) }
      }, uniquingKeysWith: { _, last in last })
  }
}
