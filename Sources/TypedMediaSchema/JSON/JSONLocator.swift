/// Finds values in a text that is known to be JSON.
struct JSONLocator {
  /// The place where a value starts, and the key it belongs to, if it belongs to one.
  struct Offsets {
    var key: Int?
    var value: Int?
  }

  private var parser: JSONParser
  /// Tells whether no object has a key twice, so that the rest of an object need not be looked at.
  private let hasDistinctKeys: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    parser = JSONParser(bytes, limits: limits)
    hasDistinctKeys = limits.duplicateKeys == .refused
  }

  /// The place where the value that `pointer` leads to is, or `nil` if it leads nowhere.
  mutating func offsets(of pointer: JSONPointer) -> Offsets? {
    parser.skipWhitespace()
    var found = Offsets(key: nil, value: parser.offset)
    for token in pointer.tokens {
      switch parser.current {
      case UInt8(ascii: "{"):
        guard let member = findMember(token) else { return nil }
        found = member
      case UInt8(ascii: "["):
        guard let index = JSONPointer.arrayIndex(token), let element = findElement(index) else {
          return nil
        }
        found = Offsets(key: nil, value: element)
      default:
        return nil
      }
    }
    return found
  }

  /// Moves to the last member of that name, which is the one that counts.
  private mutating func findMember(_ name: String) -> Offsets? {
    var found: Offsets?
    enter()
    while parser.current == UInt8(ascii: "\"") {
      let key = parser.offset
      guard let text = try? parser.readString() else { return nil }
      parser.skipWhitespace()
      parser.offset += 1  // The colon.
      parser.skipWhitespace()
      if text.hasSameScalars(as: name) {
        found = Offsets(key: key, value: parser.offset)
        if hasDistinctKeys { break }
      }
      skipValue()
    }
    if let value = found?.value { parser.offset = value }
    return found
  }

  private mutating func findElement(_ index: Int) -> Int? {
    enter()
    for _ in 0..<index {
      guard !parser.isAtEnd, parser.current != UInt8(ascii: "]") else { return nil }
      skipValue()
    }
    return parser.current == UInt8(ascii: "]") ? nil : parser.offset
  }

  private mutating func enter() {
    parser.offset += 1
    parser.skipWhitespace()
  }

  /// Moves past the value at hand and the comma after it.
  private mutating func skipValue() {
    var depth = 0
    repeat {
      switch parser.current {
      case UInt8(ascii: "\""):
        skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        parser.offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        parser.offset += 1
      case UInt8(ascii: ","):
        if depth == 0 {
          enter()
          return
        }
        parser.offset += 1
      default:
        parser.offset += 1
      }
    } while !parser.isAtEnd
  }

  private mutating func skipString() {
    parser.offset += 1
    while !parser.isAtEnd, parser.current != UInt8(ascii: "\"") {
      parser.offset += parser.current == UInt8(ascii: "\\") ? 2 : 1
    }
    parser.offset += 1
  }
}
