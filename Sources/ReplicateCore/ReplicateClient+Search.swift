/// Finding models.
extension ReplicateClient {
  /// Searches for public models, collections and pages of the documentation. The service calls it a
  /// beta.
  ///
  /// - Parameters:
  ///   - words: What to search for.
  ///   - limit: How many models to find at most, from 1 to 50; `nil` for 20.
  /// - Returns: What was found, the best first.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func search(_ words: String, limit: Int? = nil) async throws -> ReplicateFindings {
    let call = ServiceCall.get(
      "search",
      query: [("query", words), ("limit", limit.map { String(min(max($0, 1), 50)) })])
    return try await connection.send(call) { try ReplicateFindings($0.object) }
  }

  /// Searches for public models alone, without end of pages.
  ///
  /// - Parameter words: What to search for.
  /// - Returns: The models, whose sequence throws `MediaError`.
  public func searchModels(_ words: String) -> Pages<ReplicateModel> {
    var call = ServiceCall("QUERY", ["models"], effect: .reads)
    call.content = .text(words)
    return pages(call) { ReplicateModel(try ModelRecord(replicate: $0)) }
  }

  /// Lists the collections of models that somebody made for a purpose, without end of pages.
  ///
  /// - Returns: The collections, without their models, whose sequence throws `MediaError`.
  public func collections() -> Pages<ReplicateCollection> {
    pages(.get("collections")) { try ReplicateCollection($0) }
  }

  /// Looks up a collection, with its models.
  ///
  /// - Parameter slug: Its name in addresses, such as `text-to-video`.
  /// - Returns: The collection.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func collection(_ slug: String) async throws -> ReplicateCollection {
    try await connection.send(.get("collections", slug)) { try ReplicateCollection($0.object) }
  }
}

/// Models that somebody put together for a purpose.
public struct ReplicateCollection: Hashable, Sendable, Identifiable {
  /// Its name in addresses.
  public let slug: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    slug = try object.id("slug")
    self.object = object
  }

  /// Its name in addresses.
  public var id: String { slug }
  /// The name for people.
  public var name: String? { object["name"]?.string }
  /// What its models do.
  public var summary: String? { object["description"]?.string }
  /// All that is said of it, in Markdown; `nil` where there is no more.
  public var text: String? { object["full_description"]?.string }
  /// Its models; empty in lists, and in what a search finds. What is none is left out.
  public var models: [ReplicateModel] { ReplicateModel.all(in: object["models"]) }
}

/// What a search found.
public struct ReplicateFindings: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// A model that was found.
  public struct Model: Hashable, Sendable, Identifiable {
    /// The model.
    public let model: ReplicateModel
    /// What the search says of it, in the service's spelling.
    public let metadata: JSONObject

    /// The model's name.
    public var id: String { model.id }
    /// A longer description, which a model wrote.
    public var summary: String? { metadata["generated_description"]?.string }
    /// What it is about.
    public var tags: [String] { (metadata["tags"]?.array ?? []).compactMap(\.string) }
    /// How well it fits.
    public var score: Double? { metadata.double("score") }
  }

  init(_ object: JSONObject) throws {
    let _: [JSON] = try object.required("models")
    self.object = object
  }

  /// The models, the best first. What is none is left out.
  public var models: [Model] {
    (object["models"]?.array ?? []).compactMap { found in
      ReplicateModel.all(in: [found["model"] ?? .null]).first.map {
        Model(model: $0, metadata: found["metadata"]?.object ?? [:])
      }
    }
  }
  /// The collections. What is none is left out.
  public var collections: [ReplicateCollection] {
    (object["collections"]?.array ?? []).compactMap { try? ReplicateCollection($0.object ?? [:]) }
  }
  /// The pages of the documentation, in the service's spelling.
  public var pages: [JSONObject] { (object["pages"]?.array ?? []).compactMap(\.object) }
}

extension ReplicateModel {
  /// The models in a list; what is none is left out.
  static func all(in list: JSON?) -> [ReplicateModel] {
    (list?.array ?? []).compactMap { json in
      (try? ModelRecord(replicate: json.object ?? [:])).map(ReplicateModel.init)
    }
  }
}
