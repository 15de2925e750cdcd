public import Foundation

/// The models that the service offers now, which may be more than the program has types for. What is said of
/// them needs no key.
extension HedraV3Client: CatalogService {
  /// The service's record of one model.
  public typealias Model = HedraV3Model

  /// The list of the models, of which each is looked up for its schema.
  public static let catalog: ModelCatalog = {
    var catalog = ModelCatalog(name: "hedra-v3", list: open(.get("models"))) { answer in
      try (answer["data"]?.array ?? ModelCatalog.list(in: answer)).map(ModelRecord.hedraV3)
    }
    catalog.keyVariable = nil
    catalog.lookup = { open(.get("models", $0)) }
    catalog.isListComplete = false
    catalog.nameMember = "id"
    // Chats are another API.
    catalog.takesRequests = { $0.kind != HedraV3Modality.text.rawValue }
    catalog.note = """
      The service's marks of media are given by the names that all snapshots have for them, and input \
      modes that it lists in a description are alternatives of the schema.
      """
    let slots = [
      "start_image", "end_image", "source_video", "images/items", "videos/items", "audios/items",
    ]
    catalog.targetSettings = [
      "protocol": "HedraV3Request", "imports": ["HedraV3Core"],
      "renames": .object(
        slots.reduce(into: JSONObject()) {
          $0["*#/properties/\($1)"] = "HedraV3Core.MediaReference"
        }),
    ]
    return catalog
  }()

  /// A call that is answered without a key.
  private static func open(_ call: ServiceCall) -> ServiceCall {
    var call = call
    call.sendsKey = false
    return call
  }

  /// Lists the models that make one kind of thing, without the schemas of requests.
  ///
  /// - Parameter modality: What they make.
  /// - Returns: The models that make one kind of thing, without the schemas of requests.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(of modality: HedraV3Modality) async throws -> [HedraV3Model] {
    var call = Self.catalog.list
    call.query = [("modality", modality.rawValue)]
    return try await models(call)
  }

  /// Asks for the OpenAPI document of one model's call.
  ///
  /// - Parameter id: The model's ID.
  /// - Returns: The OpenAPI document of one model's call.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func openAPI(of id: String) async throws -> JSONObject {
    try await connection.send(Self.open(.get("models", id, "openapi.json"))) { try $0.object }
  }

  /// Lists the voices that a model speaks with: those that all have, and the account's own.
  ///
  /// - Parameter model: The model's ID.
  /// - Returns: The voices that a model speaks with: those that all have, and the account's own.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func voices(of model: String) async throws -> [HedraV3Voice] {
    try await connection.send(.get("models", model, "voices"), reading: HedraV3Voice.all)
  }

  /// Searches all voices for those that fit a description, the best first.
  ///
  /// - Parameters:
  ///   - model: The ID of the model that is to speak.
  ///   - description: What the voice is like, in words.
  ///   - gender: Only voices of this gender, `male` or `female`; `nil` for any.
  ///   - language: Only voices of this language, by its code; `nil` for any.
  ///   - limit: The most voices; `nil` for what the service gives.
  /// - Returns: Those that fit a description, the best first.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func searchVoices(
    of model: String, for description: String, gender: String? = nil, language: String? = nil,
    limit: Int? = nil
  ) async throws -> [HedraV3Voice] {
    let call = ServiceCall.get(
      "models", model, "voices", "search",
      query: [
        ("q", description), ("limit", limit.map { "\($0)" }), ("gender", gender),
        ("language", language),
      ])
    return try await connection.send(call, reading: HedraV3Voice.all)
  }
}

/// A kind of thing that a model makes.
public struct HedraV3Modality: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Images.
  public static let image: Self = "image"
  /// Videos.
  public static let video: Self = "video"
  /// Sound.
  public static let audio: Self = "audio"
  /// Texts, in chats, for which the client has no method.
  public static let text: Self = "text"
}

/// The service's record of one model.
///
/// ```swift
/// let videos = try await hedra.models(of: .video)
/// ```
public struct HedraV3Model: ModelView, Hashable, Identifiable {
  /// The record.
  public let record: ModelRecord

  /// Takes a record of ``HedraV3Client`` or of a generated type.
  public init(_ record: ModelRecord) { self.record = record }

  /// The ID, by which requests name it.
  public var id: String { record.name }
  /// The name for people.
  public var name: String? { record.label }
  /// The kind of asset that it makes.
  public var modality: HedraV3Modality? {
    (record.object["modality"] ?? record.object["type"])?.string.map(HedraV3Modality.init)
  }
  /// A description of what it does, in a sentence.
  public var summary: String? { record.object["description"]?.string }
  /// The price, in words. `price(of:)` says it of a request.
  public var priceDescription: String? { record.object["price_description"]?.string }
  /// The address of its provider's logo.
  public var logoURL: URL? { record.object.url("logo_url") }
  /// The amount of text that a model takes at once; only of those for chats.
  public var contextLength: Int? { record.object["context_length"]?.int }
  /// The amount of text that a model gives at most; only of those for chats.
  public var maximumOutputTokens: Int? { record.object["max_output_tokens"]?.int }
  /// The facts of its chat, in a form that is not documented; `nil` where it does not.
  public var chat: JSON? { record.object["chat"] }
}

/// A voice that a model speaks with.
public struct HedraV3Voice: Hashable, Sendable, Identifiable {
  /// The ID, which requests send as `voice_id`.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("id")
    self.object = object
  }

  static let all: @Sendable (ServiceResponse) throws -> [HedraV3Voice] = { answer in
    let data: [JSON] = try answer.object.required("data")
    return try data.compactMap(\.object).map(HedraV3Voice.init)
  }

  /// The name for people.
  public var name: String? { object["name"]?.string }
  /// The address of a sample of it.
  public var previewURL: URL? { object.url("preview_url") }
  /// The labels of the voice: language, gender, accent…
  public var labels: [String: String] {
    Dictionary(
      (object["labels"]?.object ?? [:]).compactMap { key, value in value.string.map { (key, $0) } },
      uniquingKeysWith: { _, last in last })
  }
}
