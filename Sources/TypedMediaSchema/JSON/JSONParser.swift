/// Reads JSON text as RFC 8259 defines it.
///
/// The parser keeps its own stack of the containers it is in, so that no depth of nesting can
/// exhaust the thread's. The values of all open containers wait on one shared stack; a container
/// that closes takes its own from the top.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int

  let limits: JSONLimits
  private var containers: [Container] = []
  private var values: [JSON] = []
  private var keys: [(key: String, offset: Int)] = []

  private struct Container {
    var isObject: Bool
    var firstValue: Int
    var firstKey: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .default) {
    self.bytes = bytes
    self.limits = limits
    offset = bytes.startsWithByteOrderMark ? 3 : 0
  }

  /// Reads the one value of a text.
  mutating func parse() throws(JSONSyntaxError) -> JSON {
    skipWhitespace()
    while true {
      guard var value = try openContainerOrReadValue() else { continue }
      repeat {
        guard let container = containers.last else {
          guard isAtEnd else { throw unexpected("the end of the text") }
          return value
        }
        values.append(value)
        guard let closed = try readSeparator(in: container) else { break }
        value = closed
      } while true
    }
  }

  /// Reads a value, or returns `nil` after the opening of a container that is not empty.
  private mutating func openContainerOrReadValue() throws(JSONSyntaxError) -> JSON? {
    let value: JSON
    switch current {
    case UInt8(ascii: "{"):
      try open(isObject: true)
      guard current == UInt8(ascii: "}") else {
        try readKey(orElse: "a key or '}'")
        return nil
      }
      containers.removeLast()
      offset += 1
      value = .object(JSONObject())
    case UInt8(ascii: "["):
      try open(isObject: false)
      guard current == UInt8(ascii: "]") else { return nil }
      containers.removeLast()
      offset += 1
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

  private mutating func open(isObject: Bool) throws(JSONSyntaxError) {
    guard containers.count < limits.maximumDepth else {
      throw error("arrays and objects are nested more than \(limits.maximumDepth) deep", at: offset)
    }
    containers.append(
      Container(isObject: isObject, firstValue: values.count, firstKey: keys.count))
    offset += 1
    skipWhitespace()
  }

  /// Reads what follows a value in `container`, and returns the container if that closes it.
  private mutating func readSeparator(in container: Container) throws(JSONSyntaxError) -> JSON? {
    let closed: JSON
    switch (current, container.isObject) {
    case (UInt8(ascii: ","), true):
      offset += 1
      skipWhitespace()
      try readKey(orElse: "a key")
      return nil
    case (UInt8(ascii: ","), false):
      offset += 1
      skipWhitespace()
      return nil
    case (UInt8(ascii: "}"), true):
      closed = .object(try closeObject(container))
    case (UInt8(ascii: "]"), false):
      closed = .array(Array(values[container.firstValue...]))
    default:
      throw unexpected(container.isObject ? "a comma or '}'" : "a comma or ']'")
    }
    values.removeSubrange(container.firstValue...)
    containers.removeLast()
    offset += 1
    skipWhitespace()
    return closed
  }

  private mutating func readKey(orElse expected: String) throws(JSONSyntaxError) {
    guard current == UInt8(ascii: "\"") else { throw unexpected(expected) }
    let start = offset
    keys.append((try readString(), start))
    skipWhitespace()
    guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
    offset += 1
    skipWhitespace()
  }

  private mutating func closeObject(_ container: Container) throws(JSONSyntaxError) -> JSONObject {
    defer { keys.removeSubrange(container.firstKey...) }
    // A slice would share the stack's storage, and the stack be copied when it shrinks.
    let entries = (0..<keys.count - container.firstKey).map { index in
      (key: keys[container.firstKey + index].key, value: values[container.firstValue + index])
    }
    let object = JSONObject(unchecked: entries)
    guard let (first, second) = object.firstDuplicate else { return object }
    guard limits.duplicateKeys == .lastWins else {
      let place = SourcePosition(of: keys[container.firstKey + first].offset, in: bytes)
      throw error(
        "the key '\(shortened(entries[second].key))' is here twice; the first is at \(place)",
        at: keys[container.firstKey + second].offset)
    }
    return JSONObject(lastWins: entries.lazy.map { ($0.key, $0.value) })
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
