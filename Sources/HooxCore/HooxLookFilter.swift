/// Which looks to list (https://docs.hoox.video/api-reference/avatars/list): those that fit all
/// that is said, and of several words for one thing any. All words are open.
public struct HooxLookFilter: Hashable, Sendable {
  /// The person's gender; empty for any.
  public var genders: [String]
  /// The person's age, as ranges in words; empty for any.
  public var ageRanges: [String]
  /// The person's ethnicity; empty for any.
  public var ethnicities: [String]
  /// The colour of the person's hair; empty for any.
  public var hairColors: [String]
  /// Where the person is; empty for anywhere.
  public var places: [HooxPlace]
  /// What the person does; empty for anything.
  public var actions: [HooxAction]
  /// What the person feels; empty for anything.
  public var emotions: [HooxEmotion]
  /// What the person has on or with them; empty for anything.
  public var accessories: [String]
  /// Whether it is filmed at arm's length; `nil` for both.
  public var isSelfie: Bool?
  /// Whether to leave out what only this space has.
  public var isPublicOnly: Bool

  /// Creates a filter; by default one that all looks fit.
  public init(
    genders: [String] = [],
    ageRanges: [String] = [],
    ethnicities: [String] = [],
    hairColors: [String] = [],
    places: [HooxPlace] = [],
    actions: [HooxAction] = [],
    emotions: [HooxEmotion] = [],
    accessories: [String] = [],
    isSelfie: Bool? = nil,
    isPublicOnly: Bool = false
  ) {
    self.genders = genders
    self.ageRanges = ageRanges
    self.ethnicities = ethnicities
    self.hairColors = hairColors
    self.places = places
    self.actions = actions
    self.emotions = emotions
    self.accessories = accessories
    self.isSelfie = isSelfie
    self.isPublicOnly = isPublicOnly
  }

  var query: [(name: String, value: String?)] {
    [
      ("gender", genders.joinedForQuery), ("age_range", ageRanges.joinedForQuery),
      ("ethnicity", ethnicities.joinedForQuery), ("hair_color", hairColors.joinedForQuery),
      ("place", places.map(\.rawValue).joinedForQuery),
      ("action", actions.map(\.rawValue).joinedForQuery),
      ("emotion", emotions.map(\.rawValue).joinedForQuery),
      ("accessories", accessories.joinedForQuery), ("selfie", isSelfie.map { "\($0)" }),
      ("onlyPublic", isPublicOnly ? "true" : nil),
    ]
  }
}

extension [String] {
  /// The words as an item of a query, joined by commas; `nil` where there are none.
  var joinedForQuery: String? { isEmpty ? nil : joined(separator: ",") }
}
