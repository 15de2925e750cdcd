public import Foundation

/// What requests cost (https://docs.hoox.video/api-reference/assets/pricing).
extension HooxClient: PricedService {
  /// Asks what a request would cost. Nothing is debited.
  ///
  /// - Returns: What a request would cost.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price(of members: JSONObject, to model: ModelRecord) async throws -> HooxPrice {
    try await price(HooxPriceQuery(.object(members), to: model))
  }

  /// Asks what a request of this kind would cost.
  ///
  /// The service puts a value that the model does not take right, where it would refuse it in a
  /// request: ``HooxPrice/normalized`` says what it did.
  ///
  /// - Returns: What a request of this kind would cost.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price(_ query: HooxPriceQuery) async throws -> HooxPrice {
    let call = ServiceCall.post(
      "asset", "pricing", body: query.json, effect: .reads, model: query.model)
    return try await connection.send(call) { try HooxPrice($0.object) }
  }
}

/// A question for a price.
public struct HooxPriceQuery: Hashable, Sendable {
  /// The model's name.
  public var model: String
  /// The length in seconds; only of videos.
  public var duration: Int?
  /// The resolution, such as `720p`.
  public var resolution: String?
  /// The settings that the model alone takes, of which some affect the cost.
  public var modelSettings: JSONObject?
  /// The number of reference images; some models are priced by it.
  public var imageCount: Int?
  /// The number of generations.
  public var generationCount: Int?

  /// Creates a query.
  public init(
    model: String,
    duration: Int? = nil,
    resolution: String? = nil,
    modelSettings: JSONObject? = nil,
    imageCount: Int? = nil,
    generationCount: Int? = nil
  ) {
    self.model = model
    self.duration = duration
    self.resolution = resolution
    self.modelSettings = modelSettings
    self.imageCount = imageCount
    self.generationCount = generationCount
  }

  /// Creates the query for `request`: the same values, as far as the price depends on them.
  public init(_ request: some HooxRequest) {
    self.init(request.json, to: type(of: request).model)
  }

  /// Creates the query for a request to a model that there is no type for.
  public init(_ request: RawRequest) { self.init(.object(request.body), to: request.model) }

  init(_ body: JSON, to model: ModelRecord) {
    self.init(
      model: model.name,
      duration: body["duration"]?.int,
      resolution: body["resolution"]?.string,
      modelSettings: body["model_settings"]?.object,
      imageCount: body["references"]?.array?.count,
      generationCount: body["generation_count"]?.int
    )
  }

  var json: JSON {
    var body: JSONObject = ["model": .string(model)]
    body.set("duration", duration)
    body.set("resolution", resolution)
    body.set("model_settings", modelSettings.map(JSON.object))
    body.set("image_count", imageCount)
    body.set("generation_count", generationCount)
    return .object(body)
  }
}

/// The price of a request.
public struct HooxPrice: RequestPrice, Hashable {
  /// The model's name.
  public let model: String?
  /// The price of each generation.
  public let costPerGeneration: Decimal
  /// The price of all generations.
  public let totalCost: Decimal
  /// What prices are counted in (https://docs.hoox.video/api-reference/assets/pricing).
  static let unit = "credits"
  /// The price of all generations.
  public var total: Decimal? { totalCost }
  /// The unit, which is documented to be `credits`.
  public let currency: String?
  /// The number of generations that it is for.
  public let generationCount: Int?
  /// The values that the service changed of the question before it answered; `nil` when it changed
  /// nothing.
  public let normalized: Normalized?
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// The values that the service put in place of the ones that it was asked about. A value that it
  /// left alone is `nil`.
  public struct Normalized: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The length; the service also spells it as text with a unit (`6s`), which is in ``object``.
    public var duration: Duration? {
      object.duration("duration_in_seconds") ?? object.duration("duration")
    }
    /// The resolution.
    public var resolution: String? { object["resolution"]?.string }
  }

  init(_ object: JSONObject) throws {
    model = object["model"]?.string
    costPerGeneration = try object.required("cost_per_generation")
    totalCost = try object.required("total_cost")
    currency = object["currency"]?.string
    generationCount = object["generation_count"]?.int
    normalized = object["normalized"]?.object.map(Normalized.init)
    self.object = object
  }
}
