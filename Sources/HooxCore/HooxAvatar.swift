public import Foundation

/// A person who can be seen in videos, with all looks
/// (https://docs.hoox.video/api-reference/avatars/get).
///
/// It is a view of the service's own JSON: members that have no property here survive in
/// ``object``.
public struct HooxAvatar: Hashable, Sendable, Identifiable {
  /// The ID. A request for an asset does not name it, but one of the ``looks``.
  public let id: String
  /// The looks.
  public let looks: [HooxLook]
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    let id = try object.id("id")
    let looks = object["looks"]?.array ?? []
    self.id = id
    self.looks = try looks.compactMap(\.object).map { try HooxLook($0, of: id) }
    self.object = object
  }

  /// The name.
  public var name: String? { object["name"]?.string }
  /// The person's gender.
  public var gender: String? { object["gender"]?.string }
  /// The person's age, in words.
  public var age: String? { object["age"]?.string }
  /// The person's age, as a range in words.
  public var ageRange: String? { object["age_range"]?.string }
  /// The person's ethnicity.
  public var ethnicity: String? { object["ethnicity"]?.string }
  /// The colour of the person's hair.
  public var hairColor: String? { object["hair_color"]?.string }
  /// Where a small image of the person is.
  public var thumbnailURL: URL? { object.url("thumbnail") }
}
