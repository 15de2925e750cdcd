public import Foundation

/// The service's record of one model (https://docs.hoox.video/api-reference/assets/model), as a
/// view of its record.
///
/// ```swift
/// let free = try await hoox.models().filter(\.requiredPlans.isEmpty)
/// ```
public struct HooxModel: ModelView, Hashable, Identifiable {
  /// The record, with the schema of a request where it was looked up by itself.
  public let record: ModelRecord

  /// Takes a record of ``HooxClient`` or of a generated type.
  public init(_ record: ModelRecord) { self.record = record }

  private var object: JSONObject { record.object }

  /// The name that is sent: `veo-3.1`.
  public var name: String { record.name }
  /// The name.
  public var id: String { name }
  /// The name for people: `Veo 3.1`.
  public var label: String? { record.label }
  /// The kind of asset that the model makes.
  public var type: HooxMediaType? { record.kind.map(HooxMediaType.init) }
  /// The maker of the model: `google`.
  public var provider: String? { object["provider"]?.string }
  /// Words to filter by: `motion-control`.
  public var tags: [String] { object.strings("tags") }
  /// The price of a plain request, in credits.
  public var baseCost: Decimal? { object["base_cost"]?.decimal }
  /// Tells whether the result can have sound.
  public var hasAudio: Bool? { object["has_audio"]?.bool }
  /// The largest resolution: `4k`.
  public var maximumResolution: String? { object["max_resolution"]?.string }
  /// The longest result, in a form that is not documented.
  public var maximumDuration: JSON? { object["max_duration"] }
  /// The capabilities of the model.
  public var capabilities: Capabilities {
    Capabilities(object: object["capabilities"]?.object ?? [:])
  }
  /// The settings that this model alone takes.
  public var settings: [Setting] {
    (object["settings"]?.array ?? []).compactMap { $0.object.map(Setting.init) }
  }
  /// The most characters that a prompt may have.
  public var maximumPromptLength: Int? { object["max_prompt_length"]?.int }
  /// The plans that may use the model; empty where any may.
  public var requiredPlans: [String] { object.strings("required_plans") }
  /// ISO codes of the countries where the model is not available.
  public var restrictedCountries: [String] { object.strings("restricted_countries") }

  /// The capabilities of a model, in numbers.
  public struct Capabilities: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The fewest reference media.
    public var minimumImages: Int? { object["min_images"]?.int }
    /// The most reference media.
    public var maximumImages: Int? { object["max_images"]?.int }
    /// The shapes of the frame.
    public var aspectRatios: [String] { object.strings("supported_aspect_ratios") }
    /// The shape of the frame where none is asked for.
    public var defaultAspectRatio: String? { object["default_aspect_ratio"]?.string }
    /// The resolutions.
    public var resolutions: [String] { object.strings("supported_resolutions") }
    /// The resolution where none is asked for.
    public var defaultResolution: String? { object["default_resolution"]?.string }
    /// The lengths of the result, in seconds.
    public var durations: [Int] { (object["supported_durations"]?.array ?? []).compactMap(\.int) }
    /// What a request may refer to, in a form that is not documented.
    public var inputTypes: JSON? { object["input_types"] }
    /// The length where none is asked for, in seconds.
    public var defaultDuration: Int? { object["default_duration"]?.int }
  }

  /// A setting that one model takes.
  public struct Setting: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The name that is sent: `generateAudio`.
    public var key: String? { object["key"]?.string }
    /// The kind of control: `boolean` or `select`.
    public var type: String? { object["type"]?.string }
    /// The name for people.
    public var label: String? { object["label"]?.string }
    /// The values that it takes, where it is chosen from a list.
    public var options: [JSON] { object["options"]?.array ?? [] }
    /// The value where none is sent.
    public var defaultValue: JSON? { object["default_value"] ?? object["default"] }
    /// Tells whether the price depends on it.
    public var affectsCost: Bool? { object["affects_cost"]?.bool }
  }
}
