/// The containers that a parser is in, and what of them it has read.
///
/// The values of all open containers wait on shared stacks; a container that closes takes its own from
/// the top.
struct OpenContainers: ~Copyable {
  fileprivate var containers: [Container] = []
  fileprivate var elements = MovingStack<JSON>()
  fileprivate var members = MovingStack<(key: String, value: JSON)>()
  fileprivate var marks: [KeyMark] = []

  /// How many there are.
  var count: Int { containers.count }

  fileprivate struct Container {
    var isObject: Bool
    /// How many elements, members and keys were there before its own.
    var firstElement: Int
    var firstMember: Int
    var firstMark: Int
    /// The key whose value comes next.
    var key = ""
  }

  /// Where a key is, and a number that differs for most keys.
  fileprivate struct KeyMark {
    var offset: Int
    var fingerprint: UInt64
  }
}

extension JSONParser {
  /// Enters the container whose opening bracket is at hand.
  mutating func open(
    isObject: Bool, _ open: inout OpenContainers
  ) throws(JSONSyntaxError) {
    guard open.count < limits.maximumDepth else {
      throw error("arrays and objects are nested more than \(limits.maximumDepth) deep", at: offset)
    }
    open.containers.append(
      OpenContainers.Container(
        isObject: isObject, firstElement: open.elements.count, firstMember: open.members.count,
        firstMark: open.marks.count))
    offset += 1
    skipWhitespace()
  }

  /// Leaves a container that is empty.
  mutating func close(_ open: inout OpenContainers) {
    open.containers.removeLast()
    offset += 1
  }

  /// Adds `value` to the innermost container and reads what follows it.
  ///
  /// - Returns: The container, if it is closed there; else `nil`.
  mutating func add(
    _ value: consuming JSON, to open: inout OpenContainers
  ) throws(JSONSyntaxError) -> JSON? {
    let last = open.containers.count - 1
    let closed: JSON
    if open.containers[last].isObject {
      open.members.push((open.containers[last].key, value))
      if current == UInt8(ascii: ",") {
        offset += 1
        skipWhitespace()
        try readKey(orElse: "a key", &open)
        return nil
      }
      guard current == UInt8(ascii: "}") else { throw unexpected("a comma or '}'") }
      closed = .object(try closeObject(&open))
    } else {
      open.elements.push(value)
      if current == UInt8(ascii: ",") {
        offset += 1
        skipWhitespace()
        return nil
      }
      guard current == UInt8(ascii: "]") else { throw unexpected("a comma or ']'") }
      closed = .array(open.elements.pop(to: open.containers[last].firstElement))
    }
    close(&open)
    skipWhitespace()
    return closed
  }

  /// Reads a key and its colon.
  mutating func readKey(
    orElse expected: String, _ open: inout OpenContainers
  ) throws(JSONSyntaxError) {
    guard current == UInt8(ascii: "\"") else { throw unexpected(expected) }
    let start = offset
    let key = try readString()
    open.marks.append(OpenContainers.KeyMark(offset: start, fingerprint: fingerprint(of: key)))
    open.containers[open.containers.count - 1].key = key
    skipWhitespace()
    guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
    offset += 1
    skipWhitespace()
  }

  private func closeObject(_ open: inout OpenContainers) throws(JSONSyntaxError) -> JSONObject {
    let container = open.containers.count - 1
    let first = open.containers[container].firstMark
    let count = open.marks.count - first
    let mayRepeat =
      count > JSONObject.largestUnindexedCount || open.marks[first...].hasRepetition
    let object = JSONObject(
      unchecked: open.members.pop(to: open.containers[container].firstMember))
    defer { open.marks.removeLast(count) }
    guard mayRepeat, let (one, other) = object.firstDuplicate else { return object }
    guard limits.duplicateKeys == .lastWins else {
      let place = SourcePosition(of: open.marks[first + one].offset, in: bytes)
      throw error(
        "the key '\(shortened(object[other].key))' is here twice; the first is at \(place)",
        at: open.marks[first + other].offset)
    }
    return JSONObject(lastWins: object.lazy.map { ($0.key, $0.value) })
  }

  /// A number that is the same for the same key, and differs for most others: of their lengths, and of
  /// how they begin and end.
  private func fingerprint(of key: String) -> UInt64 {
    key.withBytes { bytes in
      let count = bytes.count
      var fingerprint = UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
      guard count >= 8 else {
        for byte in bytes { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return fingerprint
      }
      let raw = UnsafeRawBufferPointer(bytes)
      fingerprint ^= raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      fingerprint = fingerprint &* 0x9e37_79b9_7f4a_7c15
      return fingerprint ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
  }
}

extension ArraySlice<OpenContainers.KeyMark> {
  /// Whether two of the few keys look the same.
  fileprivate var hasRepetition: Bool {
    withUnsafeBufferPointer { marks in
      for second in marks.indices.dropFirst() {
        for first in 0..<second where marks[first].fingerprint == marks[second].fingerprint {
          return true
        }
      }
      return false
    }
  }
}
