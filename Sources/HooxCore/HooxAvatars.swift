/// The avatars of the space, and those that everybody has: what they look like, and how new ones
/// are made (https://docs.hoox.video/api-reference/avatars/list).
///
/// ```swift
/// let looks = try await hoox.avatars.looks(HooxLookFilter(places: [.kitchen], emotions: [.happy]))
/// let new = try await hoox.avatars.submit(HooxNewAvatar(.prompt("A baker of sixty, smiling.")))
/// let look = try await new.job.result()
/// ```
///
/// An avatar has looks: the same person in other places and moods. A request for an asset names a
/// look, by ``HooxLook/id``. Making one costs credits and takes its time, as everything that is
/// submitted; the client's ledger has it, and `recover()` of this finds it. ``HooxClient`` finds
/// the assets.
public struct HooxAvatars: Sendable {
  /// Makes the calls. It is the client's.
  public let connection: ServiceConnection

  /// The first part of the addresses of its calls.
  static let path = "avatar"

  init(_ connection: ServiceConnection) { self.connection = connection }
}

extension HooxClient {
  /// The avatars of the space, and those that everybody has.
  public var avatars: HooxAvatars { HooxAvatars(connection) }

  /// Says whether a submission is one of assets; those of avatars are ``HooxAvatars``'s.
  ///
  /// - Returns: Whether it is.
  public func follows(_ submission: LedgerSubmission) -> Bool {
    submission.intent.path.first != HooxAvatars.path
  }
}

/// What there is.
extension HooxAvatars {
  /// Lists the looks of all avatars (https://docs.hoox.video/api-reference/avatars/list).
  ///
  /// - Parameter filter: Which; all by default.
  /// - Returns: The looks. The service gives them at once, without pages.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func looks(_ filter: HooxLookFilter = HooxLookFilter()) async throws -> [HooxLook] {
    let call = ServiceCall.get(Self.path, "list", query: filter.query)
    return try await connection.send(call) { answer in
      try answer.records.map { try HooxLook($0) }
    }
  }

  /// Looks up an avatar, with its looks (https://docs.hoox.video/api-reference/avatars/get).
  ///
  /// - Returns: The avatar.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func avatar(_ id: String) async throws -> HooxAvatar {
    try await connection.send(.get(Self.path, id)) { try HooxAvatar($0.object) }
  }

  /// Looks up a look (https://docs.hoox.video/api-reference/avatars/get-look), finished or not.
  ///
  /// - Parameters:
  ///   - id: The look's ID.
  ///   - avatar: The ID of its avatar.
  /// - Returns: The look.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func look(_ id: String, of avatar: String) async throws -> HooxLook {
    try await connection.send(.get(Self.path, avatar, "look", id)) {
      try HooxLook($0.object, of: avatar)
    }
  }
}

extension ServiceResponse {
  /// The objects of an answer that is a list.
  ///
  /// - Throws: `JSONMismatch` when it is something else.
  var records: [JSONObject] {
    get throws {
      let json = try json
      guard let list = json.array else { throw JSONMismatch(expected: "a list", found: json) }
      return try list.map { record in
        guard case .object(let object) = record else {
          throw JSONMismatch(expected: "an object", found: record)
        }
        return object
      }
    }
  }
}
