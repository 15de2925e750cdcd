public import Foundation

/// The service's record of one model (https://www.hedra.com/docs/api-reference/public/list-models),
/// as a view of its record.
///
/// ```swift
/// let models = try await hedra.models(types: [.video])
/// let spoken = models.filter { $0.requiresAudioInput == true }
/// ```
public struct HedraModel: ModelView, Hashable, Identifiable {
  /// The record, with the schema of a request.
  public let record: ModelRecord

  /// Takes a record of ``HedraClient`` or of a generated type.
  public init(_ record: ModelRecord) { self.record = record }

  var object: JSONObject { record.object }

  /// The ID; where the service has none, the slug or the name. The service means to do without IDs: tell models
  /// apart by their ``slug``.
  public var id: String { object["id"]?.string ?? slug ?? record.name }
  /// The name for people.
  public var name: String { record.label ?? record.name }
  /// A description of what it is good for.
  public var summary: String? { object["description"]?.string }
  /// The way that it makes something.
  public var type: HedraGenerationType? { object["type"]?.string.map(HedraGenerationType.init) }
  /// The shapes of the frame.
  public var aspectRatios: [String] { object.strings("aspect_ratios") }
  /// The shapes, as width for one of height, between which any is taken of an image to begin with; `nil` where only
  /// ``aspectRatios`` are.
  public var aspectRatioRange: ClosedRange<Double>? {
    guard let bounds = object["aspect_ratio_range"]?.array?.compactMap(\.double), bounds.count == 2,
      bounds[0] <= bounds[1]
    else { return nil }
    return bounds[0]...bounds[1]
  }
  /// The resolutions, in the model's own words: `720p`, `2K`, `1440p (2K QHD)`.
  public var resolutions: [String] { object.strings("resolutions") }
  /// The resolution where none is asked for.
  public var defaultResolution: String? { object["default_resolution"]?.string }
  /// The lengths of the result as the service writes them: mostly seconds as text, or `auto`.
  public var durations: [String] { object.strings("durations") }
  /// Tells whether it needs an image to begin with.
  public var requiresStartFrame: Bool? { object["requires_start_frame"]?.bool }
  /// Tells whether it needs an image to end with.
  public var requiresEndFrame: Bool? { object["requires_end_frame"]?.bool }
  /// Tells whether it needs a sound.
  public var requiresAudioInput: Bool? { object["requires_audio_input"]?.bool }
  /// Tells whether it needs a video.
  public var requiresInputVideo: Bool? { object["requires_input_video"]?.bool }
  /// Tells whether it has to be told whose orientation the character has.
  public var requiresCharacterOrientation: Bool? {
    object["requires_character_orientation"]?.bool
  }
  /// The longest result; of models that follow a sound.
  public var maximumDuration: Duration? {
    object.duration("max_duration_ms", in: .milliseconds(1))
  }
  /// The time that a generation takes on average.
  public var usualDuration: Duration? { object.duration("eta_ms", in: .milliseconds(1)) }
  /// Words that models are sorted by.
  public var tags: [String] { object.strings("tags") }
  /// The fewest characters of a prompt.
  public var minimumPromptLength: Int? { object["min_prompt_length"]?.int }
  /// The most characters of a prompt.
  public var maximumPromptLength: Int? { object["max_prompt_length"]?.int }
  /// The ways to use it, each with inputs that go together; `nil` where the service says it by the `requires…`
  /// properties alone.
  public var inputModes: [HedraInputMode]? {
    object["inputs"]?.array?.compactMap { $0.object.map(HedraInputMode.init) }
  }
  /// The rules on some values beside others, in the service's spelling.
  public var conditionalConstraints: [JSONObject] {
    (object["conditional_constraints"]?.array ?? []).compactMap(\.object)
  }
  /// The other things that it lets one set, by names of its own.
  public var options: [HedraModelOption] {
    (object["options"]?.array ?? []).compactMap(HedraModelOption.init)
  }
  /// The rates of frames that it can bring a video to.
  public var targetFrameRates: [Int] {
    (object["target_frame_rates"]?.array ?? []).compactMap(\.int)
  }
  /// The engines that make the frames between; the first is the default.
  public var frameRateEngines: [FrameRateEngine] { Self.frameRateEngines(in: object) }
  /// The slugs of the models to try where this one refuses, the likeliest first.
  public var alternativeSlugs: [String] { object.strings("alternative_model_slugs") }
  /// The fewest and the most credits that a generation costs; `nil` where that depends on what is sent.
  public var creditRange: ClosedRange<Decimal>? {
    guard let bounds = object["credit_range"]?.array?.compactMap(\.decimal), bounds.count == 2,
      bounds[0] <= bounds[1]
    else { return nil }
    return bounds[0]...bounds[1]
  }
  /// Tells whether it takes other resolutions too.
  public var takesCustomResolution: Bool? { object["custom_resolution"]?.bool }
  /// The price, in the older form.
  public var priceDetails: PriceDetails? { object["price_details"]?.object.map(PriceDetails.init) }
  /// The price, and what that depends on.
  public var pricing: HedraPricing? { object["pricing"]?.object.map(HedraPricing.init) }
  /// The address of its logo, as SVG.
  public var logoURL: URL? { object.url("logo_url") }
  /// Tells whether it is one of the better models, which is what the service takes for granted.
  public var isPremium: Bool? { object["premium"]?.bool }
  /// The place in a list: what has a lower number comes first.
  public var displayOrder: Int? { object["display_order"]?.int }
  /// The name by which requests ask for it, as `model_slug`: the same in all environments of the service.
  public var slug: String? { object["slug"]?.string }

  /// The size of the frame; `nil` when the service does not say.
  ///
  /// The outer and the inner names of the service's table are a shape and a resolution; which is which
  /// is not documented, so both are tried.
  ///
  /// - Returns: The size of the frame; `nil` when the service does not say.
  public func dimension(aspectRatio: String, resolution: String) -> Dimension? {
    let table = object["dimensions"]
    let found = table?[aspectRatio]?[resolution] ?? table?[resolution]?[aspectRatio]
    return found.flatMap { size in
      guard let width = size["width"]?.int, let height = size["height"]?.int else { return nil }
      return Dimension(width: width, height: height)
    }
  }

  /// What makes the frames between those that a video has.
  public struct FrameRateEngine: Hashable, Sendable {
    /// The name, as requests send it.
    public let name: String
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// By what the price of the whole is multiplied.
    public var priceMultiplier: Decimal? { object["price_multiplier"]?.decimal }
  }

  static func frameRateEngines(in record: JSONObject) -> [FrameRateEngine] {
    (record["fps_engines"]?.array ?? []).compactMap { engine in
      guard let object = engine.object, let name = object["name"]?.string else { return nil }
      return FrameRateEngine(name: name, object: object)
    }
  }

  /// The size of a frame, in pixels.
  public struct Dimension: Hashable, Sendable {
    /// The width.
    public let width: Int
    /// The height.
    public let height: Int
  }

  /// The price of a model, in the older form.
  public struct PriceDetails: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The number of credits that a unit costs.
    public var creditCost: Decimal? { object["credit_cost"]?.decimal }
    /// The scale of the unit, in a way that is not documented.
    public var unitScale: Int? { object["unit_scale"]?.int }
    /// The unit: `generation`, `second`, `character`.
    public var billingUnit: String? { object["billing_unit"]?.string }
  }
}
