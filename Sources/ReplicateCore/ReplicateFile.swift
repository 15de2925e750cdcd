public import Foundation

/// A file that was handed to Replicate, for the inputs of requests.
public struct ReplicateFile: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The address, as requests name it: none but the service can read it there.
  public let url: URL
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("id")
    url = try object.inside("urls") { try $0.required("get") }
    self.object = object
  }

  /// Its media type.
  public var contentType: String? { object["content_type"]?.string }
  /// The size in bytes.
  public var size: Int64? { object["size"]?.int.map(Int64.init) }
  /// A word that is another for other content; `nil` when the service gives none.
  public var etag: String? { object["etag"]?.string }
  /// Its SHA-256, as hexadecimal digits; `nil` when the service gives none.
  public var sha256: String? { object["checksums"]?["sha256"]?.string }
  /// The facts that were told when it was handed over.
  public var metadata: JSONObject { object["metadata"]?.object ?? [:] }
  /// The date when it was handed over.
  public var createdAt: Date? { object.date("created_at") }
  /// The date when it is deleted.
  public var expiresAt: Date? { object.date("expires_at") }
}
