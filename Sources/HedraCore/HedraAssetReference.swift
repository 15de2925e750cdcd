public import Foundation

/// A medium that a model works from: an asset of the account, or a file of this machine.
///
/// ```swift
/// let request = VideoUpscale(video: .file(clip), model: .slug("acme/upscale"))
/// ```
///
/// A file becomes an asset when the request is submitted: once, however often the request names it, and its ID
/// is what is sent and what the ledger keeps.
public enum HedraAssetReference: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// The ID of an asset: ``HedraAsset/uuid`` of one that was uploaded, or ``HedraResult/assetID``.
  case asset(UUID)
  /// A file of this machine, which is uploaded when the request is submitted.
  case file(URL)

  /// Reads an ID. What is read names no file, whoever sent it.
  ///
  /// - Throws: `JSONMismatch` when `json` is no UUID.
  public init(json: JSON) throws { self = .asset(try UUID(json: json)) }

  /// The value as it is sent.
  public var json: JSON {
    switch self {
    case .asset(let id): id.json
    case .file(let file): .reference(to: file, as: .uuid)
    }
  }
}

/// The sound that a video follows, or one for each who speaks in it.
///
/// ```swift
/// let both: HedraSound = .several([.asset(her), .file(his)])
/// ```
public enum HedraSound: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// One sound.
  case single(HedraAssetReference)
  /// One for each who speaks, in the order of their places in the image.
  case several([HedraAssetReference])

  /// The ID of one asset.
  public static func asset(_ id: UUID) -> Self { .single(.asset(id)) }
  /// One file of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .single(.file(file)) }

  /// Reads an ID, or a list of IDs.
  ///
  /// - Throws: `JSONMismatch` when `json` is neither.
  public init(json: JSON) throws {
    if case .array = json {
      self = .several(try [HedraAssetReference](json: json))
    } else {
      self = .single(try HedraAssetReference(json: json))
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
