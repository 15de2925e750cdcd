/// Reads JSON text as RFC 8259 defines it.
///
/// The parser keeps its own stack of the containers it is in, so that no depth of nesting can
/// exhaust the thread's.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int

  let limits: JSONLimits

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .default) {
    self.bytes = bytes
    self.limits = limits
    offset = bytes.startsWithByteOrderMark ? 3 : 0
  }

  /// Reads the one value of a text.
  mutating func parse() throws(JSONSyntaxError) -> JSON {
    var open = OpenContainers()
    skipWhitespace()
    while true {
      guard var value = try openContainerOrReadValue(&open) else { continue }
      repeat {
        guard open.count > 0 else {
          guard isAtEnd else { throw unexpected("the end of the text") }
          return value
        }
        guard let closed = try add(value, to: &open) else { break }
        value = closed
      } while true
    }
  }

  /// Reads a value, or returns `nil` after the opening of a container that is not empty.
  private mutating func openContainerOrReadValue(
    _ open: inout OpenContainers
  ) throws(JSONSyntaxError) -> JSON? {
    let value: JSON
    switch current {
    case UInt8(ascii: "{"):
      try self.open(isObject: true, &open)
      guard current == UInt8(ascii: "}") else {
        try readKey(orElse: "a key or '}'", &open)
        return nil
      }
      close(&open)
      value = .object(JSONObject())
    case UInt8(ascii: "["):
      try self.open(isObject: false, &open)
      guard current == UInt8(ascii: "]") else { return nil }
      close(&open)
      value = .array([])
    case UInt8(ascii: "\""):
      value = .string(try readString())
    case UInt8(ascii: "-")
    where isLenient && bytes.dropFirst(offset + 1).first == UInt8(ascii: "I"):
      value = try read("-Infinity", as: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      value = .number(try readNumber())
    case UInt8(ascii: "t"):
      value = try read("true", as: .bool(true))
    case UInt8(ascii: "f"):
      value = try read("false", as: .bool(false))
    case UInt8(ascii: "n"):
      value = try read("null", as: .null)
    case UInt8(ascii: "N") where isLenient:
      value = try read("NaN", as: .null)
    case UInt8(ascii: "I") where isLenient:
      value = try read("Infinity", as: .null)
    default:
      throw unexpected("a value")
    }
    skipWhitespace()
    return value
  }

  private mutating func read(_ word: StaticString, as value: JSON) throws(JSONSyntaxError) -> JSON {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard offset + expected.count <= bytes.count,
      bytes[offset..<offset + expected.count].elementsEqual(expected)
    else { throw unexpected("a value") }
    offset += expected.count
    return value
  }
}

extension JSONParser {
  /// The byte at hand; zero, which JSON allows nowhere, after the last.
  var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  var isAtEnd: Bool { offset >= bytes.count }

  /// Tells whether irregularities are read.
  var isLenient: Bool { limits.irregularities == .read }

  mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      default:
        return
      }
    }
  }
}
