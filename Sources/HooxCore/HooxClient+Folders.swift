public import Foundation

extension HooxClient {
  /// Creates a folder in the space's library (https://docs.hoox.video/api-reference/folders/create).
  ///
  /// - Parameters:
  ///   - name: The folder's name.
  ///   - kind: What it holds; assets by default.
  ///   - parent: The ID of the folder that it goes into, of the same kind; the root by default.
  /// - Returns: A folder.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func createFolder(
    named name: String, kind: HooxFolder.Kind? = nil, in parent: String? = nil
  ) async throws -> HooxFolder {
    var body: JSONObject = ["name": .string(name)]
    body.set("type", kind)
    body.set("parent_folder_id", parent)
    let call = ServiceCall.post("folder", "create", body: .object(body), effect: .writes)
    return try await connection.send(call) { try HooxFolder($0.object) }
  }

  /// Lists the folders (https://docs.hoox.video/api-reference/folders/list).
  ///
  /// - Parameter kind: Only folders that hold this; `nil` for all.
  /// - Returns: The folders.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func folders(kind: HooxFolder.Kind? = nil) async throws -> [HooxFolder] {
    let call = ServiceCall.get("folder", "list", query: [("type", kind?.rawValue)])
    return try await connection.send(call) { answer in
      let folders: [JSON] = try answer.object.required("folders")
      return try folders.map { try HooxFolder($0.object ?? [:]) }
    }
  }
}

/// A folder in the space's library.
public struct HooxFolder: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The name.
  public let name: String
  /// The kind of contents; `nil` when the service did not say.
  public let kind: Kind?
  /// The ID of the folder that it is in; `nil` at the root.
  public let parentID: String?
  /// The date when it was created; `nil` when the service did not say.
  public let createdAt: Date?
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// A kind of contents of a folder.
  public struct Kind: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Generated and uploaded assets.
    public static let assets: Self = "assets"
    /// Videos.
    public static let videos: Self = "videos"
  }

  init(_ object: JSONObject) throws {
    id = try object.required("id")
    name = try object.required("name")
    kind = try object.optional("type")
    parentID = try object.optional("parent_folder_id")
    createdAt = object["created_at"].flatMap { try? Date(json: $0) }
    self.object = object
  }
}
