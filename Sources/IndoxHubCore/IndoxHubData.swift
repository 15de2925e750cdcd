public import Foundation

/// A file that is sent within a request, as Base64.
public struct IndoxHubData: JSONCodable, Hashable, CustomStringConvertible {
  /// The file, as it is sent.
  public let base64: String

  /// Takes a file's bytes.
  public init(_ bytes: Data) { base64 = bytes.base64EncodedString() }

  /// Takes a file that is Base64 already.
  ///
  /// - Throws: `JSONMismatch` when it is not.
  public init(base64 text: String) throws {
    guard !text.isEmpty, Data(base64Encoded: text) != nil else {
      throw JSONMismatch(expected: "Base64", found: .string(text))
    }
    base64 = text
  }

  /// Reads the file at `file`.
  ///
  /// - Throws: An error of Foundation when it cannot be read.
  public init(contentsOf file: URL) throws { self.init(try Data(contentsOf: file)) }

  /// Reads the value.
  ///
  /// - Throws: `JSONMismatch` when `json` is not text in Base64.
  public init(json: JSON) throws { try self.init(base64: String(json: json)) }
  /// The value as it is sent.
  public var json: JSON { .string(base64) }
  /// The length of the text, rather than the text.
  public var description: String { "IndoxHubData(\(base64.utf8.count) characters)" }
}
