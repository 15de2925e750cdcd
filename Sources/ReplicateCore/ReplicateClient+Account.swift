public import Foundation

/// The account, and the hardware that there is.
extension ReplicateClient {
  /// Asks whose account the token is for.
  ///
  /// - Returns: The account.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func account() async throws -> ReplicateAccount {
    try await connection.send(.get("account")) { try ReplicateAccount($0.object) }
  }

  /// Lists the hardware that models can run on.
  ///
  /// - Returns: The hardware, in the service's order.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func hardware() async throws -> [ReplicateHardware] {
    try await connection.send(.get("hardware")) { answer in
      guard let list = try answer.json.array else {
        throw JSONMismatch(expected: "a list of hardware", found: try answer.json)
      }
      return try list.map { try ReplicateHardware($0.object ?? [:]) }
    }
  }
}

/// A user or an organization.
public struct ReplicateAccount: Hashable, Sendable, Identifiable {
  /// The name in addresses.
  public let username: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  /// What kind of account it is.
  public struct Kind: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// One person.
    public static let user: Self = "user"
    /// Several.
    public static let organization: Self = "organization"
  }

  init(_ object: JSONObject) throws {
    username = try object.id("username")
    self.object = object
  }

  /// The name in addresses.
  public var id: String { username }
  /// What kind of account it is; `nil` where the service does not say.
  public var kind: Kind? { object["type"]?.string.map(Kind.init) }
  /// The name for people.
  public var name: String? { object["name"]?.string }
  /// Where it is on GitHub.
  public var githubURL: URL? { object.url("github_url") }
  /// Where its picture is.
  public var avatarURL: URL? { object.url("avatar_url") }
}

/// Something that models can run on.
public struct ReplicateHardware: Hashable, Sendable, Identifiable {
  /// The word by which calls name it, such as `gpu-t4`.
  public let sku: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    sku = try object.id("sku")
    self.object = object
  }

  /// The word by which calls name it.
  public var id: String { sku }
  /// The name for people.
  public var name: String? { object["name"]?.string }
}
