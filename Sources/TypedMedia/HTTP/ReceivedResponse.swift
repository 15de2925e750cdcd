/// A response as it is kept for people, when the program cannot read from it what it needs.
///
/// It has no secrets of the call, and no cookies. The body is text, cut after ``maximumBodySize`` bytes.
public struct ReceivedResponse: Codable, Hashable, Sendable {
  /// The status code.
  public var status: Int
  /// The header fields, by their names in lower case.
  public var headers: [String: String]
  /// The body, read as UTF-8; what is not is replaced by `U+FFFD`.
  public var body: String
  /// How many bytes the body had before it was cut; `nil` when it did not arrive as a whole.
  public var bodySize: Int?

  /// The most bytes of a body that are kept: 64 KB.
  public static let maximumBodySize = 65_536

  /// Creates a response.
  public init(status: Int, headers: [String: String] = [:], body: String, bodySize: Int? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.bodySize = bodySize
  }
}
