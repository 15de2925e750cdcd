public import Foundation

/// The voices.
extension HooxClient {
  /// Lists the voices (https://docs.hoox.video/api-reference/voices/list).
  ///
  /// - Parameter filter: Which; all by default.
  /// - Returns: The voices. The service gives them at once, without pages.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func voices(_ filter: HooxVoiceFilter = HooxVoiceFilter()) async throws -> [HooxVoice] {
    try await connection.send(.get("voice", "list", query: filter.query)) { answer in
      try answer.records.map { try HooxVoice($0) }
    }
  }

  /// Looks up a voice (https://docs.hoox.video/api-reference/voices/get).
  ///
  /// - Returns: The voice.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func voice(_ id: String) async throws -> HooxVoice {
    try await connection.send(.get("voice", id)) { try HooxVoice($0.object) }
  }
}

/// Which voices to list (https://docs.hoox.video/api-reference/voices/list): those that fit all
/// that is said, and of several words for one thing any. All words are open.
public struct HooxVoiceFilter: Hashable, Sendable {
  /// The languages; empty for any.
  public var languages: [String]
  /// The gender that it sounds like; empty for any.
  public var genders: [String]
  /// Words to filter by; empty for any.
  public var tags: [String]
  /// Whether to leave out what only this space has.
  public var isPublicOnly: Bool

  /// Creates a filter; by default one that all voices fit.
  public init(
    languages: [String] = [], genders: [String] = [], tags: [String] = [],
    isPublicOnly: Bool = false
  ) {
    self.languages = languages
    self.genders = genders
    self.tags = tags
    self.isPublicOnly = isPublicOnly
  }

  var query: [(name: String, value: String?)] {
    [
      ("language", languages.joinedForQuery), ("gender", genders.joinedForQuery),
      ("tags", tags.joinedForQuery), ("onlyPublic", isPublicOnly ? "true" : nil),
    ]
  }
}

/// A voice that videos can speak with (https://docs.hoox.video/api-reference/voices/get).
///
/// It is a view of the service's own JSON: members that have no property here survive in
/// ``object``.
public struct HooxVoice: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("id")
    self.object = object
  }

  /// The name.
  public var name: String? { object["name"]?.string }
  /// The language.
  public var language: String? { object["language"]?.string }
  /// The accent.
  public var accent: String? { object["accent"]?.string }
  /// The gender that it sounds like.
  public var gender: String? { object["gender"]?.string }
  /// Words to filter by.
  public var tags: [String] { object.strings("tags") }
  /// Where a sample of it is.
  public var previewURL: URL? { object.url("preview") }
  /// Where the voice is from, in the service's own word.
  public var source: String? { object["source"]?.string }
}
