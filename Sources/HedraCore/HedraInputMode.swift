/// A way to use a model: inputs that go together, and exclude those of its other ways
/// (https://www.hedra.com/docs/api-reference/public/list-models: `InputMode`).
///
/// Without any input, a model that makes videos makes one of its prompt: that is no mode of its own.
public struct HedraInputMode: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The mode's name, such as `image_to_video`.
  public var name: String? { object["mode"]?.string }
  /// The inputs, in the service's order.
  public var slots: [HedraInputSlot] {
    (object["slots"]?.array ?? []).compactMap { $0.object.map(HedraInputSlot.init) }
  }
}

/// One kind of input in a mode of a model, and what is taken for it
/// (https://www.hedra.com/docs/api-reference/public/list-models: `InputSlot`).
public struct HedraInputSlot: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// What an input is for.
  public struct Role: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What the result begins with.
    public static let startFrame: Self = "start_frame"
    /// What the result ends with.
    public static let endFrame: Self = "end_frame"
    /// What the result refers to.
    public static let reference: Self = "reference"
    /// The sound that the result follows.
    public static let audioInput: Self = "audio_input"
    /// The video that the result is made from.
    public static let inputVideo: Self = "input_video"
  }

  /// What it has to be: an image, a video or a sound.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// What it is for.
  public var role: Role? { object["role"]?.string.map(Role.init) }
  /// Whether the mode cannot do without it, which the service takes for no where it does not say.
  public var isRequired: Bool { object["required"]?.bool ?? false }
  /// How many there are at least, where there are any: one, where the service does not say.
  public var minimumCount: Int { object["min_count"]?.int ?? 1 }
  /// The most that there are: one, where the service does not say.
  public var maximumCount: Int { object["max_count"]?.int ?? 1 }
  /// The most bytes that a file may have.
  public var maximumFileSize: Int? { object["max_file_size_bytes"]?.int }
  /// The least width and height, in pixels.
  public var minimumDimension: Int? { object["min_dimension_px"]?.int }
  /// The greatest width and height, in pixels.
  public var maximumDimension: Int? { object["max_dimension_px"]?.int }
  /// The shortest length; of videos and sounds.
  public var minimumDuration: Duration? {
    object.duration("min_duration_ms", in: .milliseconds(1))
  }
  /// The greatest length; of videos and sounds.
  public var maximumDuration: Duration? {
    object.duration("max_duration_ms", in: .milliseconds(1))
  }
  /// The greatest length of all together; of videos and sounds.
  public var maximumTotalDuration: Duration? {
    object.duration("max_total_duration_ms", in: .milliseconds(1))
  }
  /// The least width for one of height; of images.
  public var minimumAspectRatio: Double? { object.double("min_aspect_ratio") }
  /// The greatest width for one of height; of images.
  public var maximumAspectRatio: Double? { object.double("max_aspect_ratio") }
}
