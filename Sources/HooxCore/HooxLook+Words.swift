/// Where the person of a look is (https://docs.hoox.video/api-reference/avatars/list).
public struct HooxPlace: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// In a bathroom.
  public static let bathroom: Self = "bathroom"
  /// On a beach.
  public static let beach: Self = "beach"
  /// In a car.
  public static let car: Self = "car"
  /// In a bedroom.
  public static let bedroom: Self = "bedroom"
  /// Where a podcast is recorded.
  public static let podcast: Self = "podcast"
  /// At home.
  public static let home: Self = "home"
  /// In an office.
  public static let office: Self = "office"
  /// In a gym.
  public static let gym: Self = "gym"
  /// In the open.
  public static let outdoor: Self = "outdoor"
  /// In a kitchen.
  public static let kitchen: Self = "kitchen"
  /// In a restaurant.
  public static let restaurant: Self = "restaurant"
  /// In a studio.
  public static let studio: Self = "studio"
  /// In a street.
  public static let street: Self = "street"
  /// In a shop.
  public static let store: Self = "store"
  /// In a café.
  public static let cafe: Self = "cafe"
  /// In a classroom.
  public static let classroom: Self = "classroom"
  /// In a hospital.
  public static let hospital: Self = "hospital"
  /// In a hotel.
  public static let hotel: Self = "hotel"
  /// In a park.
  public static let park: Self = "park"
  /// Elsewhere.
  public static let other: Self = "other"
}

/// What the person of a look does (https://docs.hoox.video/api-reference/avatars/list).
public struct HooxAction: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Works.
  public static let working: Self = "working"
  /// Eats.
  public static let eating: Self = "eating"
  /// Drinks.
  public static let drinking: Self = "drinking"
  /// Cooks.
  public static let cooking: Self = "cooking"
  /// Exercises.
  public static let exercising: Self = "exercising"
  /// Reads.
  public static let reading: Self = "reading"
  /// Drives.
  public static let driving: Self = "driving"
  /// Listens to music.
  public static let listeningToMusic: Self = "listening_to_music"
  /// Presents something.
  public static let presenting: Self = "presenting"
  /// Talks on the telephone.
  public static let calling: Self = "calling"
  /// Rests.
  public static let relaxing: Self = "relaxing"
  /// Shops.
  public static let shopping: Self = "shopping"
  /// Travels.
  public static let traveling: Self = "traveling"
  /// Looks after the skin.
  public static let applyingSkincare: Self = "applying_skincare"
}

/// What the person of a look feels (https://docs.hoox.video/api-reference/avatars/list).
public struct HooxEmotion: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Is happy.
  public static let happy: Self = "happy"
  /// Is calm.
  public static let calm: Self = "calm"
  /// Is attentive to one thing.
  public static let focused: Self = "focused"
  /// Is at ease.
  public static let relaxed: Self = "relaxed"
  /// Shows nothing in particular.
  public static let neutral: Self = "neutral"
  /// Is thrilled.
  public static let excited: Self = "excited"
  /// Is sure of themself.
  public static let confident: Self = "confident"
  /// Is sad.
  public static let sad: Self = "sad"
  /// Has doubts.
  public static let skeptical: Self = "skeptical"
  /// Is bored.
  public static let bored: Self = "bored"
  /// Takes an interest.
  public static let engaged: Self = "engaged"
}
