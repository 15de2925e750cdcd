/// The formats `hostname` and `idn-hostname`.
///
/// Of an international name, the characters of each label and the rules of RFC 5892 on where a
/// character may stand are checked.
enum HostnameFormat {
  /// How many characters of ASCII a name has at most.
  private static let longest = 253

  static func accepts(_ text: String, isInternational: Bool) -> Bool {
    // Names have an end, which keeps what is done with pairs of characters small.
    guard !text.isEmpty, text.unicodeScalars.prefix(longest + 1).count <= longest,
      isInternational || text.utf8.allSatisfy({ $0 < 0x80 })
    else {
      return false
    }
    let isDot: (Unicode.Scalar) -> Bool = { scalar in
      scalar == "." || isInternational && "\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains(scalar)
    }
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isDot)
    var length = labels.count - 1
    for label in labels {
      let label = Array(label)
      guard let size = encodedLength(of: label), 1...63 ~= size else { return false }
      length += size
    }
    return length <= longest
  }

  /// How long a label is in ASCII, or `nil` if it is not allowed.
  private static func encodedLength(of label: [Unicode.Scalar]) -> Int? {
    guard label.first != "-", label.last != "-" else { return nil }
    guard label.allSatisfy(\.isASCII) else {
      guard InternationalLabel.isAllowed(label) else { return nil }
      return 4 + Punycode.encodedLength(of: label)
    }
    guard label.allSatisfy({ UInt8($0.value).isASCIIAlphanumeric || $0 == "-" }) else { return nil }
    if label.count >= 4, label[2] == "-", label[3] == "-" {
      // An encoded label must hold what could have been written without encoding.
      let prefix = String(String.UnicodeScalarView(label[..<2])).lowercased()
      guard prefix == "xn", let decoded = Punycode.decode(label[4...]),
        decoded.contains(where: { !$0.isASCII }), InternationalLabel.isAllowed(decoded)
      else { return nil }
    }
    return label.count
  }
}
