public import Foundation

/// What the service says of one model (https://www.hedra.com/docs/api-reference/public/list-models), as a
/// view of its record.
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
  /// What it is good for.
  public var summary: String? { object["description"]?.string }
  /// How it makes something.
  public var type: HedraGenerationType? { object["type"]?.string.map(HedraGenerationType.init) }
  /// The shapes of the frame.
  public var aspectRatios: [String] { object.strings("aspect_ratios") }
  /// The resolutions, in the model's own words: `720p`, `2K`, `1440p (2K QHD)`.
  public var resolutions: [String] { object.strings("resolutions") }
  /// The lengths of the result as the service writes them: mostly seconds as text, or `auto`.
  public var durations: [String] { object.strings("durations") }
  /// Whether it needs an image to begin with.
  public var requiresStartFrame: Bool? { object["requires_start_frame"]?.bool }
  /// Whether it needs an image to end with.
  public var requiresEndFrame: Bool? { object["requires_end_frame"]?.bool }
  /// Whether it needs a sound.
  public var requiresAudioInput: Bool? { object["requires_audio_input"]?.bool }
  /// Whether it needs a video.
  public var requiresInputVideo: Bool? { object["requires_input_video"]?.bool }
  /// Whether it has to be told whose orientation the character has.
  public var requiresCharacterOrientation: Bool? {
    object["requires_character_orientation"]?.bool
  }
  /// The longest result; of models that follow a sound.
  public var maximumDuration: Duration? {
    object.duration("max_duration_ms", in: .milliseconds(1))
  }
  /// Whether it takes other resolutions too.
  public var takesCustomResolution: Bool? { object["custom_resolution"]?.bool }
  /// What it costs, in the older form.
  public var priceDetails: PriceDetails? { object["price_details"]?.object.map(PriceDetails.init) }
  /// What it costs, and what that depends on.
  public var pricing: HedraPricing? { object["pricing"]?.object.map(HedraPricing.init) }
  /// Where its logo is, as SVG.
  public var logoURL: URL? { object.url("logo_url") }
  /// Whether it is one of the better models, which is what the service takes for granted.
  public var isPremium: Bool? { object["premium"]?.bool }
  /// Where it stands in a list: what has a lower number comes first.
  public var displayOrder: Int? { object["display_order"]?.int }
  /// The name by which later versions of the API know it.
  public var slug: String? { object["slug"]?.string }

  /// The size of the frame; `nil` when the service does not say.
  ///
  /// The outer and the inner names of the service's table are a shape and a resolution; which is which
  /// is not documented, so both are tried.
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

  /// What a model costs, in the older form.
  public struct PriceDetails: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// How many credits a unit costs.
    public var creditCost: Decimal? { object["credit_cost"]?.decimal }
    /// How the unit is scaled, in a way that is not documented.
    public var unitScale: Int? { object["unit_scale"]?.int }
    /// What a unit is: `generation`, `second`, `character`.
    public var billingUnit: String? { object["billing_unit"]?.string }
  }
}
