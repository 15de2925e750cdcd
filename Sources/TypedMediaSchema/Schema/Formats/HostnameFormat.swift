/// The format `hostname`: labels of letters, digits and hyphens, by RFC 1123.
enum HostnameFormat {
  /// The most characters that a name has.
  private static let longest = 253

  static func accepts(_ text: String) -> Bool {
    text.utf8.prefix(longest + 1).count <= longest
      && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy(isLabel)
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return 1...63 ~= label.count && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == hyphen }
  }
}
