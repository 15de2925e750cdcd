/// A regular expression that can be followed without ever going back, as most in schemas can: one part after
/// the other, of which each is so many scalars of a set.
///
/// What follows a part of no fixed length has nothing in common with it. Where a pattern may start anywhere, all
/// its parts have fixed lengths.
struct SimplePattern: Sendable {
  private struct Part: Sendable {
    var set: ScalarSet
    var minimum: Int
    var maximum: Int

    var isFixed: Bool { minimum == maximum }
  }

  private var parts: [Part] = []
  private var isAtStart = false
  private var isAtEnd = false

  private static let mostPartsAnywhere = 16

  /// Reads a pattern, or returns `nil` if it is not as simple.
  init?(_ source: String) {
    var reader = Reader(source)
    isAtStart = reader.skip(UInt8(ascii: "^"))
    while !reader.isAtEnd {
      if reader.rest.elementsEqual([UInt8(ascii: "$")]) {
        isAtEnd = true
        break
      }
      guard let set = reader.readSet(), let (minimum, maximum) = reader.readQuantifier() else {
        return nil
      }
      parts.append(Part(set: set, minimum: minimum, maximum: maximum))
    }
    if !isAtEnd { trim() }
    guard isDeterministic else { return nil }
  }

  /// What may come at the end, or more often there, makes no difference where the text may go on anyhow.
  private mutating func trim() {
    while let last = parts.indices.last {
      parts[last].maximum = parts[last].minimum
      guard parts[last].minimum == 0 else { return }
      parts.removeLast()
    }
  }

  private var isDeterministic: Bool {
    guard isAtStart else {
      return parts.allSatisfy(\.isFixed)
        && parts.reduce(0) { $0 + $1.minimum } <= Self.mostPartsAnywhere
    }
    for index in parts.indices where !parts[index].isFixed {
      for next in parts[(index + 1)...] {
        guard next.set.isDisjoint(with: parts[index].set) else { return false }
        if next.minimum > 0 { break }
      }
    }
    return true
  }

  /// Tells whether the pattern is found anywhere in `string`.
  func isFound(in string: String) -> Bool {
    string.withBytes { text in
      if isAtStart { return isFound(at: 0, in: text) }
      for offset in 0...text.count {
        // No scalar starts inside another.
        if offset < text.count, text[offset] & 0xC0 == 0x80 { continue }
        if isFound(at: offset, in: text) { return true }
      }
      return false
    }
  }

  private func isFound(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = start
    for part in parts {
      var count = 0
      while count < part.maximum {
        let length = part.set.length(at: offset, in: text)
        if length == 0 { break }
        offset += length
        count += 1
      }
      guard count >= part.minimum else { return false }
    }
    return !isAtEnd || offset == text.count
  }
}

extension SimplePattern {
  /// Reads the parts of a pattern. What it does not know, it does not read.
  private struct Reader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ source: String) { rest = Array(source.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    /// Reads what stands for one scalar.
    mutating func readSet() -> ScalarSet? {
      guard let byte = rest.popFirst() else { return nil }
      switch byte {
      case UInt8(ascii: "."): return .allButBreaks
      case UInt8(ascii: "\\"): return readEscape()
      case UInt8(ascii: "["): return readClass()
      case _ where "^$|?*+(){}]".utf8.contains(byte) || byte >= 0x80: return nil
      default: return ScalarSet(byte)
      }
    }

    private mutating func readEscape() -> ScalarSet? {
      guard let byte = rest.popFirst() else { return nil }
      switch byte {
      case UInt8(ascii: "d"): return .digits
      case UInt8(ascii: "D"): return ScalarSet.digits.inverted
      case UInt8(ascii: "w"): return .word
      case UInt8(ascii: "W"): return ScalarSet.word.inverted
      case UInt8(ascii: "s"): return .spaces
      case UInt8(ascii: "S"): return ScalarSet.spaces.inverted
      default: return literal(escapedBy: byte).map { ScalarSet($0) }
      }
    }

    /// The scalar of ASCII that an escape stands for.
    private mutating func literal(escapedBy byte: UInt8) -> UInt8? {
      switch byte {
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "t"): return 0x09
      case UInt8(ascii: "x"):
        let digits = rest.prefix(2)
        guard digits.count == 2,
          digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value < 0x80
        else { return nil }
        rest.removeFirst(2)
        return value
      case _ where #"^$\.*+?()[]{}|/-"#.utf8.contains(byte): return byte
      default: return nil
      }
    }

    private mutating func readClass() -> ScalarSet? {
      let isInverted = skip(UInt8(ascii: "^"))
      var set = ScalarSet()
      var isEmpty = true
      while let byte = rest.popFirst(), byte < 0x80 {
        if byte == UInt8(ascii: "]") {
          return isEmpty ? nil : isInverted ? set.inverted : set
        }
        isEmpty = false
        var first = byte
        if byte == UInt8(ascii: "\\") {
          guard let escaped = rest.first else { return nil }
          if "dDwWsS".utf8.contains(escaped) {
            // What such a set would be the start of a range for is nobody's guess.
            guard let part = readEscape(), !startsRange else { return nil }
            set = set.union(part)
            continue
          }
          rest.removeFirst()
          guard let literal = literal(escapedBy: escaped) else { return nil }
          first = literal
        } else if "[&~".utf8.contains(byte) {
          return nil
        }
        guard startsRange else {
          set = set.union(ScalarSet(first))
          continue
        }
        rest.removeFirst()
        guard let last = readRangeEnd(), first <= last else { return nil }
        set = set.union(ScalarSet(first...last))
      }
      return nil
    }

    /// Tells whether a hyphen comes next that is not the last of the class.
    private var startsRange: Bool {
      rest.first == UInt8(ascii: "-") && rest.dropFirst().first != UInt8(ascii: "]")
    }

    private mutating func readRangeEnd() -> UInt8? {
      guard let byte = rest.popFirst(), byte < 0x80 else { return nil }
      guard byte == UInt8(ascii: "\\") else { return "[&~".utf8.contains(byte) ? nil : byte }
      return rest.popFirst().flatMap { literal(escapedBy: $0) }
    }

    /// Reads how often it has to be there; once where nothing is said.
    mutating func readQuantifier() -> (minimum: Int, maximum: Int)? {
      var quantifier = (minimum: 1, maximum: 1)
      if skip(UInt8(ascii: "*")) {
        quantifier = (0, .max)
      } else if skip(UInt8(ascii: "+")) {
        quantifier = (1, .max)
      } else if skip(UInt8(ascii: "?")) {
        quantifier = (0, 1)
      } else if skip(UInt8(ascii: "{")) {
        guard let minimum = readNumber() else { return nil }
        var maximum: Int? = minimum
        if skip(UInt8(ascii: ",")) {
          maximum = rest.first == UInt8(ascii: "}") ? .max : readNumber()
        }
        guard let maximum, maximum >= minimum, skip(UInt8(ascii: "}")) else { return nil }
        quantifier = (minimum, maximum)
      } else {
        return quantifier
      }
      // Another one says how to look for it, or is a mistake.
      return rest.first.map { "*+?{".utf8.contains($0) } == true ? nil : quantifier
    }

    private mutating func readNumber() -> Int? {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard 1...4 ~= digits.count else { return nil }
      rest.removeFirst(digits.count)
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }
}
