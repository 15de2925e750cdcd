public import Foundation

/// A medium that a model works from: an uploaded file, what an earlier job made, or a file of this machine.
///
/// ```swift
/// let request = Flux2Pro(prompt: "At night", aspectRatio: .ratio16x9, images: [.file(photo)])
/// ```
public enum MediaReference: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// The address that an upload has; see ``HedraV3Client/upload(_:progress:)``. Other addresses are refused by
  /// the service.
  case url(URL)
  /// The ID of an output of an earlier job: ``HedraV3Output/assetID``.
  case asset(String)

  /// A file of this machine, which is uploaded when the request is submitted.
  ///
  /// - Returns: A file of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .url(file) }

  /// Reads the value, strictly.
  ///
  /// - Throws: `JSONMismatch` when it is neither, or has more.
  public init(json: JSON) throws {
    guard case .object(let object) = json else {
      throw JSONMismatch(expected: "an object", found: json)
    }
    switch object["source"]?.string {
    case "url": self = .url(try object.required("url"))
    case "asset": self = .asset(try object.required("asset_id"))
    default: throw JSONMismatch(problem: "has neither \"url\" nor \"asset\" as its \"source\"")
    }
    if let other = object.keys.first(where: { !self.members.contains($0) }) {
      throw JSONMismatch(problem: "has \"\(other)\", which it does not take")
    }
  }

  private var members: [String] {
    switch self {
    case .url: ["source", "url"]
    case .asset: ["source", "asset_id"]
    }
  }

  /// The value as it is sent.
  public var json: JSON {
    switch self {
    case .url(let url): ["source": "url", "url": url.json]
    case .asset(let id): ["source": "asset", "asset_id": .string(id)]
    }
  }
}

/// The sound that somebody in an image speaks along with, or one for each who speaks.
public enum SpeakerAudio: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// One speaks.
  case single(MediaReference)
  /// Several speak, in the order of their places in the image.
  case several([MediaReference])

  /// The address that an upload has.
  ///
  /// - Returns: The address that an upload has.
  public static func url(_ url: URL) -> Self { .single(.url(url)) }
  /// The ID of an output of an earlier job.
  ///
  /// - Returns: The ID of an output of an earlier job.
  public static func asset(_ id: String) -> Self { .single(.asset(id)) }
  /// A file of this machine, which is uploaded when the request is submitted.
  ///
  /// - Returns: A file of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .single(.file(file)) }

  /// Reads the value, strictly.
  ///
  /// - Throws: `JSONMismatch` when it is neither.
  public init(json: JSON) throws {
    if case .array = json {
      self = .several(try [MediaReference](json: json))
    } else {
      self = .single(try MediaReference(json: json))
    }
  }

  /// The value as it is sent.
  public var json: JSON {
    switch self {
    case .single(let reference): reference.json
    case .several(let references): references.json
    }
  }
}
