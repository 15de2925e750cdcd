import Foundation

/// A path to a value inside a JSON value, as RFC 6901 writes it: `/settings/sizes/0`.
public struct JSONPointer: Sendable {
  /// The keys and indexes along the path, unescaped.
  public let tokens: [String]

  /// The pointer to the whole value.
  public static let root = JSONPointer(tokens: [])

  /// Creates a pointer from its keys and indexes.
  public init(tokens: [String]) { self.tokens = tokens }

  /// Reads a pointer, or returns `nil` if the text is not one.
  ///
  /// The text is empty or starts with a slash; `~1` stands for a slash in a key, `~0` for a tilde.
  public init?(_ text: String) {
    guard !text.isEmpty else {
      self = .root
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for escaped in text.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let token = Self.unescape(Substring(escaped)) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// Reads a pointer from the fragment of a URI, without its `#`, or returns `nil` if it is none.
  public init?(uriFragment: String) {
    let isPlain = !uriFragment.utf8.contains(UInt8(ascii: "%"))
    guard let text = isPlain ? uriFragment : uriFragment.removingPercentEncoding else {
      return nil
    }
    self.init(text)
  }

  /// The pointer to the member `key` of what this one leads to.
  ///
  /// - Returns: The pointer to the member `key` of what this one leads to.
  public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens: tokens + [key]) }

  /// The pointer to the element `index` of what this one leads to.
  ///
  /// - Returns: The pointer to the element `index` of what this one leads to.
  public func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

  /// Reads an index as RFC 6901 spells one: digits, without a leading zero.
  static func arrayIndex(_ token: String) -> Int? {
    let digits = token.utf8
    guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0"),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(token)
  }

  private static func unescape(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return String(text) }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "~" else {
        result.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": result.append("~")
      case "1": result.append("/")
      default: return nil
      }
    }
    return String(result)
  }

  private static func escape(_ token: String) -> String {
    let isPlain = token.utf8.allSatisfy { $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "/") }
    guard !isPlain else { return token }
    var result = String.UnicodeScalarView()
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": result.append(contentsOf: "~0".unicodeScalars)
      case "/": result.append(contentsOf: "~1".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension JSONPointer: Hashable {
  /// Tells whether both pointers have the same tokens, compared by their Unicode scalars.
  ///
  /// - Returns: `true` if they are.
  public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.elementsEqual(right.tokens) { $0.hasSameScalars(as: $1) }
  }

  /// Feeds the tokens to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(tokens.count)
    for token in tokens { hasher.combine(ScalarString(token)) }
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer's text: empty for the root, else such as `/a/b~1c`.
  public var description: String {
    var text = ""
    for token in tokens {
      text += "/"
      text += Self.escape(token)
    }
    return text
  }
}

extension JSONPointer: ExpressibleByStringLiteral {
  /// Creates a pointer from its text. A literal that is no pointer's text is taken for one key.
  public init(stringLiteral text: String) {
    self = JSONPointer(text) ?? JSONPointer(tokens: [text])
  }
}
