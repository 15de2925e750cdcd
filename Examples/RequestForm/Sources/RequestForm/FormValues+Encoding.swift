import Foundation

extension FormValues {
  /// Reads `application/x-www-form-urlencoded` text.
  ///
  /// Browsers submit line breaks as `\r\n`; they become `\n`.
  public init(parsing text: String) {
    self.init(
      text.split(separator: "&").map { part in
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return Pair(
          name: Self.decode(halves[0]), value: halves.count > 1 ? Self.decode(halves[1]) : "")
      })
  }

  /// The values as `application/x-www-form-urlencoded` text.
  public var text: String {
    pairs.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
  }

  private static func decode(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return (spaced.removingPercentEncoding ?? String(spaced)).replacing("\r\n", with: "\n")
  }

  private static func encode(_ text: String) -> String {
    text.percentEncoded(except: "*-._ ").replacing(" ", with: "+")
  }
}

extension String {
  /// The text with all but ASCII letters, digits and `others` percent-encoded.
  func percentEncoded(except others: String) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return addingPercentEncoding(
      withAllowedCharacters: CharacterSet(charactersIn: letters + others))
      ?? self
  }
}
