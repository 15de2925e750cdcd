public import Foundation

/// Models.
extension ReplicateClient: CatalogService {
  /// The model that a record is read as.
  public typealias Model = ReplicateModel

  /// The list of all public models, which is too long for snapshots of all of it.
  public static let catalog = ModelCatalog.replicate

  /// Lists all public models, without end of pages. `models()` has the first page alone.
  ///
  /// - Returns: The models.
  public func allModels() -> Pages<ReplicateModel> {
    pages(.get("models")) { ReplicateModel(try ModelRecord(replicate: $0)) }
  }

  /// Looks up a version of a model.
  ///
  /// - Parameters:
  ///   - id: The version's ID.
  ///   - model: The model's name, as in `suno-ai/bark`.
  /// - Returns: The model's record as of that version, to which requests can be made: they run the version.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func version(_ id: String, of model: String) async throws -> ModelRecord {
    let path = ["models"] + (try Self.parts(of: model)) + ["versions", id]
    let call = ServiceCall("GET", path, effect: .reads, model: model)
    return try await connection.send(call) { answer in
      var record = ModelRecord(name: model)
      record.readVersion(try answer.object)
      return record
    }
  }
}

/// Replicate's record of a model.
public struct ReplicateModel: ModelView, Hashable, Identifiable {
  /// The record. It has the schemas of the latest version.
  public let record: ModelRecord

  /// Creates a view of a record.
  public init(_ record: ModelRecord) { self.record = record }

  /// The name, with that of the owner: `suno-ai/bark`.
  public var id: String { record.name }
  /// The user or organization that has it.
  public var owner: String? { record.object["owner"]?.string }
  /// A description of what it does, for people.
  public var summary: String? { record.object["description"]?.string }
  /// Tells whether it is always on, and is run by its name.
  public var isOfficial: Bool { record.object["is_official"]?.bool ?? false }
  /// The visibility: `public` or `private`.
  public var visibility: String? { record.object["visibility"]?.string }
  /// The number of times that it was run.
  public var runCount: Int? { record.object["run_count"]?.int }
  /// The ID of its latest version; `nil` where it has none.
  public var version: String? { record.object["version"]?.string }
  /// The date when its latest version was made.
  public var versionCreatedAt: Date? { record.object["latest_version"]?.object?.date("created_at") }
  /// The address at which people can look at it.
  public var url: URL? { record.object.url("url") }
  /// The address of its program.
  public var sourceURL: URL? { record.object.url("github_url") }
  /// The address of the paper on it.
  public var paperURL: URL? { record.object.url("paper_url") }
  /// The address of its licence.
  public var licenseURL: URL? { record.object.url("license_url") }
  /// The address of an image or a film that shows what it makes.
  public var coverURL: URL? { record.object.url("cover_image_url") }
  /// A prediction that shows what it makes.
  public var example: ReplicatePrediction? {
    record.object["default_example"]?.object.flatMap { try? ReplicatePrediction($0) }
  }
}
