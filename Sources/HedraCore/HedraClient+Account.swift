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
  /// The credits of each workspace, by its ID; empty for a user without workspaces.
  public var workspaceCredits: [String: Decimal] {
    Dictionary(
      (object["workspace_credits"]?.object ?? [:]).compactMap { id, credits in
        credits.decimal.map { (id, $0) }
      }, uniquingKeysWith: { _, last in last })
  }
}
