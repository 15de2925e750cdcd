public import Foundation

/// An image or a video for a model to work on: the file itself, or where it is
/// (https://www.indoxhub.com/docs/usage/video/).
///
/// ```swift
/// let request = NovaReel(prompt: "She waves.", inputImage: .url(portrait))
/// let other = NovaReel(prompt: "She waves.", inputImage: try .file(photo))
/// ```
public enum IndoxHubMedia: JSONCodable, Hashable, CustomStringConvertible {
  /// The address.
  case url(URL)
  /// The file itself.
  case data(IndoxHubData)

  /// A file's bytes.
  public static func bytes(_ bytes: Data) -> Self { .data(IndoxHubData(bytes)) }

  /// The file at `file`, which is read now.
  ///
  /// - Throws: An error of Foundation when it cannot be read.
  public static func file(_ file: URL) throws -> Self { .data(try IndoxHubData(contentsOf: file)) }

  /// Reads the value. An address has `://` in it, and Base64 never has.
  ///
  /// - Throws: `JSONMismatch` when `json` is neither.
  public init(json: JSON) throws {
    if try String(json: json).contains("://") {
      self = .url(try URL(json: json))
    } else {
      self = .data(try IndoxHubData(json: json))
    }
  }

  /// The value as it is sent.
  public var json: JSON {
    switch self {
    case .url(let url): url.json
    case .data(let data): data.json
    }
  }

  /// The address, or how long the Base64 is.
  public var description: String {
    switch self {
    case .url(let url): url.absoluteString
    case .data(let data): data.description
    }
  }
}
