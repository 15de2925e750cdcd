public import Foundation

/// What models have beside their records, and models of the account's own.
extension ReplicateClient {
  /// Lists the versions of a model, the latest first, without end of pages.
  ///
  /// - Parameter model: The model's name, as in `suno-ai/bark`.
  /// - Returns: The versions, whose sequence throws `MediaError`.
  /// - Throws: `MediaError` for a name that no model can have.
  public func versions(of model: String) throws -> Pages<ReplicateVersion> {
    pages(try Self.call("GET", model, "versions")) { try ReplicateVersion($0, of: model) }
  }

  /// Deletes a version of a private model of the account's own, with all predictions of it and
  /// their files.
  ///
  /// - Parameters:
  ///   - id: The version's ID.
  ///   - model: The model's name.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deleteVersion(_ id: String, of model: String) async throws {
    _ = try await connection.send(Self.call("DELETE", model, "versions", id))
  }

  /// Lists the predictions that a model's author keeps as examples of it, without end of pages.
  ///
  /// - Parameter model: The model's name.
  /// - Returns: The predictions, whose sequence throws `MediaError`.
  /// - Throws: `MediaError` for a name that no model can have.
  public func examples(of model: String) throws -> Pages<ReplicatePrediction> {
    pages(try Self.call("GET", model, "examples")) { try ReplicatePrediction($0) }
  }

  /// Asks for what a model's author says of it.
  ///
  /// - Parameter model: The model's name.
  /// - Returns: The text, in Markdown; empty where there is none.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func readme(of model: String) async throws -> String {
    var call = try Self.call("GET", model, "readme")
    call.headers["Accept"] = "text/plain"
    return String(decoding: try await connection.send(call).body, as: UTF8.self)
  }

  /// Creates a model, which has no version yet.
  ///
  /// - Parameters:
  ///   - name: Its name, with that of the account: `studio/aurora`.
  ///   - isPublic: Whether anybody can see and run it.
  ///   - hardware: What it runs on, as ``hardware()`` names it.
  ///   - details: What people are told of it.
  /// - Returns: The model.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func createModel(
    _ name: String, isPublic: Bool, hardware: String,
    details: ReplicateModelDetails = ReplicateModelDetails()
  ) async throws -> ReplicateModel {
    let parts = try Self.parts(of: name)
    var body = details.members
    body["owner"] = .string(parts[0])
    body["name"] = .string(parts[1])
    body["visibility"] = isPublic ? "public" : "private"
    body["hardware"] = .string(hardware)
    let call = ServiceCall.post("models", body: .object(body), effect: .writes, model: name)
    return try await connection.send(call) {
      ReplicateModel(try ModelRecord(replicate: $0.object))
    }
  }

  /// Changes what people are told of a model of the account's own. What is `nil` stays as it is.
  ///
  /// - Parameters:
  ///   - name: Its name, with that of the account.
  ///   - details: What they are told.
  /// - Returns: The model.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func updateModel(
    _ name: String, details: ReplicateModelDetails
  ) async throws -> ReplicateModel {
    var call = try Self.call("PATCH", name)
    call.body = .object(details.members)
    return try await connection.send(call) {
      ReplicateModel(try ModelRecord(replicate: $0.object))
    }
  }

  /// Deletes a private model of the account's own that has no versions.
  ///
  /// - Parameter name: Its name, with that of the account.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deleteModel(_ name: String) async throws {
    _ = try await connection.send(Self.call("DELETE", name))
  }

  private static func call(
    _ method: String, _ model: String, _ rest: String...
  ) throws
    -> ServiceCall
  {
    ServiceCall(
      method, ["models"] + (try parts(of: model)) + rest,
      effect: method == "GET" ? .reads : .writes, model: model)
  }
}

/// What people are told of a model.
public struct ReplicateModelDetails: Hashable, Sendable {
  /// What it does.
  public var summary: String?
  /// All that is said of it, in Markdown. It can be changed, and not be given when the model is
  /// created.
  public var readme: String?
  /// Where its program is.
  public var sourceURL: URL?
  /// Where the paper on it is.
  public var paperURL: URL?
  /// Where its licence is.
  public var licenseURL: URL?
  /// Where its weights are. They can be changed, and not be given when the model is created.
  public var weightsURL: URL?
  /// Where an image is that shows what it makes. It is given when the model is created.
  public var coverURL: URL?

  /// Creates details.
  public init(
    summary: String? = nil, readme: String? = nil, sourceURL: URL? = nil, paperURL: URL? = nil,
    licenseURL: URL? = nil, weightsURL: URL? = nil, coverURL: URL? = nil
  ) {
    self.summary = summary
    self.readme = readme
    self.sourceURL = sourceURL
    self.paperURL = paperURL
    self.licenseURL = licenseURL
    self.weightsURL = weightsURL
    self.coverURL = coverURL
  }

  var members: JSONObject {
    var members = JSONObject()
    members.set("description", summary)
    members.set("readme", readme)
    members.set("github_url", sourceURL)
    members.set("paper_url", paperURL)
    members.set("license_url", licenseURL)
    members.set("weights_url", weightsURL)
    members.set("cover_image_url", coverURL)
    return members
  }
}

/// A version of a model, as it is listed.
public struct ReplicateVersion: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The record of the model as of this version, to which requests can be made: they run the
  /// version.
  public let record: ModelRecord

  init(_ object: JSONObject, of model: String) throws {
    id = try object.id("id")
    var record = ModelRecord(name: model)
    record.readVersion(object)
    self.record = record
  }

  /// What the service says of it, but for its document.
  public var object: JSONObject { record.object["latest_version"]?.object ?? [:] }
  /// When it was created.
  public var createdAt: Date? { object.date("created_at") }
  /// The version of Cog that made it; `nil` when the service does not say.
  public var cogVersion: String? { object["cog_version"]?.string }
}
