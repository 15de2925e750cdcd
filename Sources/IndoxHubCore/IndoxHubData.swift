public import Foundation

/// A file that is sent within a request, as Base64.
public struct IndoxHubData: JSONCodable, Hashable, CustomStringConvertible {
  private let content: Content

  private enum Content: Hashable {
    case base64(String)
    case file(URL)
  }

  /// The file, as it is sent; `nil` for a file of this machine, which is read when the request is submitted.
  public var base64: String? {
    if case .base64(let text) = content { text } else { nil }
  }

  private init(_ content: Content) { self.content = content }

  /// Takes a file's bytes.
  public init(_ bytes: Data) { content = .base64(bytes.base64EncodedString()) }

  /// Takes a file that is Base64 already.
  ///
  /// - Throws: `JSONMismatch` when it is not.
  public init(base64 text: String) throws {
    guard !text.isEmpty, Data(base64Encoded: text) != nil else {
      throw JSONMismatch(expected: "Base64", found: .string(text))
    }
    content = .base64(text)
  }

  /// Takes a file of this machine, which is read when the request is submitted.
  public static func file(_ file: URL) -> Self { Self(.file(file)) }

  /// Reads the value. What is read names no file, whoever sent it.
  ///
  /// - Throws: `JSONMismatch` when `json` is not text in Base64.
  public init(json: JSON) throws { try self.init(base64: String(json: json)) }

  /// The value as it is sent.
  public var json: JSON {
    switch content {
    case .base64(let text): .string(text)
    case .file(let file): .reference(to: file, as: .data)
    }
  }

  /// The length of the text, rather than the text; or the name of the file.
  public var description: String {
    switch content {
    case .base64(let text): "IndoxHubData(\(text.utf8.count) characters)"
    case .file(let file): "IndoxHubData(\(file.lastPathComponent))"
    }
  }
}
