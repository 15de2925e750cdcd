import TypedMediaSchema

extension Documentation {
  /// The letters and digits of a text, in lower case.
  struct Letters: Hashable {
    private let text: String

    var isEmpty: Bool { text.isEmpty }

    init(of text: String) {
      self.text =
        Identifier.isASCII(text)
        ? String(decoding: text.utf8.compactMap(Self.lowercased), as: UTF8.self)
        : String(text.filter { $0.isLetter || $0.isNumber }).lowercased()
    }

    /// Whether those of another text are among them, one after the other.
    func contain(_ other: Letters) -> Bool {
      guard Identifier.isASCII(text), Identifier.isASCII(other.text) else {
        return text.contains(other.text)
      }
      var rest = text.utf8[...]
      while rest.count >= other.text.utf8.count {
        if rest.starts(with: other.text.utf8) { return true }
        rest.removeFirst()
      }
      return false
    }

    private static func lowercased(_ byte: UInt8) -> UInt8? {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: nil
      }
    }
  }

  /// `text` without its line breaks; `nil` where nothing is left of it.
  static func oneLine(_ text: String) -> String? {
    guard !isOneLine(text) else { return text }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// Whether it is plain that a text is words with a space between two, as most are.
  private static func isOneLine(_ text: String) -> Bool {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      var isAfterSpace = true
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: " "):
          if isAfterSpace { return false }
          isAfterSpace = true
          index += 1
          continue
        case 0x21...0x7E: index += 1
        // A letter of Latin-1, such as an é.
        case 0xC3: index += 2
        // A dash, a quotation mark, a bullet, three dots; spaces are among those that are like them.
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
          && 0x90...0xA7 ~= bytes[index + 2]:
          index += 3
        default: return false
        }
        isAfterSpace = false
      }
      return !isAfterSpace
    }
    return isPlain ?? false
  }
}
