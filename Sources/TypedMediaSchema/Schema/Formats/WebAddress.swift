/// Addresses from which a service can fetch something.
enum WebAddress {
  /// The formats of texts that are such addresses.
  static let formats: Set = ["uri", "url", "http-url"]

  /// What is allowed, for people.
  static let allowed =
    "an address that a service can fetch, such as https://example.com/fox.png; a file has to be "
    + "uploaded first"

  /// Tells whether `text` could be such an address, as far as it shows: no file, nothing that is on
  /// this machine alone or that services do not fetch from, and no address without a scheme or a
  /// host.
  ///
  /// A scheme that is not known here may be one that the service knows.
  static func isReachable(_ text: String) -> Bool {
    guard let colon = text.utf8.prefix(64).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text[..<colon].lowercased()
    // One letter is a drive.
    guard scheme.count > 1, scheme.first?.isLetter == true,
      scheme.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }),
      !unreachable.contains(scheme)
    else { return false }
    let rest = text[text.index(after: colon)...]
    switch scheme {
    case "http", "https": return rest.hasPrefix("//") && hasHost(rest.dropFirst(2))
    case "data": return rest.utf8.contains(UInt8(ascii: ","))
    default: return !rest.isEmpty
    }
  }

  private static func hasHost(_ text: Substring) -> Bool {
    let authority = text.prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return !host.isEmpty && host.first != ":" && !host.contains(where: \.isWhitespace)
  }

  private static let unreachable: Set = [
    "about", "assets-library", "blob", "cid", "content", "file", "filesystem", "ftp", "ftps",
    "javascript", "mailto", "ph", "scp", "sftp", "smb", "ssh",
  ]
}
