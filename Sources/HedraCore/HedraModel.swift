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

  private var object: JSONObject { record.object }

  /// The ID, which requests send as `ai_model_id`. Where the service has none, the name.
  public var id: String { object["id"]?.string ?? record.name }
  /// The name for people.
  public var name: String { record.label ?? record.name }
  /// A description of what it is good for.
  public var summary: String? { object["description"]?.string }
  /// The way that it makes something.
  public var type: HedraGenerationType? { object["type"]?.string.map(HedraGenerationType.init) }
  /// The shapes of the frame.
  public var aspectRatios: [String] { object.strings("aspect_ratios") }
  /// The resolutions, in the model's own words: `720p`, `2K`, `1440p (2K QHD)`.
  public var resolutions: [String] { object.strings("resolutions") }
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
  /// The name by which later versions of the API know it.
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
