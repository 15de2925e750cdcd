package import Foundation

/// The rule of what may be said to which address.
package enum ServiceAddress {
  /// Tells whether what is sent to `url` can be read by its host alone: HTTPS, or this machine.
  static func isSecure(_ url: URL) -> Bool {
    switch url.scheme?.lowercased() {
    case "https": url.host?.isEmpty == false
    case "http": isLoopback(url.host ?? "")
    default: false
    }
  }

  /// Tells whether `url` is on this machine.
  static func isOnThisMachine(_ url: URL) -> Bool { isLoopback(url.host ?? "") }

  /// Tells whether a server at `origin` may send a client to `url`.
  ///
  /// A server elsewhere names no address of this machine or of a private network: it could not go there
  /// itself. One that is there may.
  static func mayLead(from origin: URL, to url: URL) -> Bool {
    !isLocal(url.host ?? "") || origin.host.map(isLocal) == true
  }

  /// Checks an address that a file goes to or comes from.
  ///
  /// - Parameters:
  ///   - service: Where the service is that named the address; `nil` when the caller did.
  ///   - consequence: What is not done if the check fails, for the error: `was not downloaded`.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/insecureAddress``.
  static func check(_ url: URL, namedBy service: URL?, _ consequence: String) throws {
    guard isSecure(url) else {
      throw MediaError(
        .insecureAddress, "\(name(of: url)) is not an https address, and \(consequence).")
    }
    guard service.map({ mayLead(from: $0, to: url) }) ?? true else {
      throw MediaError(
        .insecureAddress,
        """
        \(name(of: url)) is in a private network or on this machine, where a service elsewhere leads \
        nobody, and \(consequence).
        """)
    }
  }

  /// The scheme, host and port, spelled so that two of them can be compared.
  static func origin(of url: URL) -> String {
    let scheme = url.scheme?.lowercased() ?? ""
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(url.host?.lowercased() ?? ""):\(port)"
  }

  /// Names `url` to people: without its query, which may be a permission to whoever reads it, and
  /// without the file that an address of the scheme `data` is.
  package static func name(of url: URL) -> String {
    if url.scheme?.lowercased() == "data" {
      return shortened(String(url.absoluteString.prefix { $0 != "," }.prefix(nameLength))) + ",…"
    }
    var components = URLComponents(url: url, resolvingAgainstBaseURL: true)
    components?.query = nil
    components?.fragment = nil
    components?.user = nil
    components?.password = nil
    return components?.string.map(shortened) ?? "The address"
  }

  /// The number of characters that of an address are shown.
  private static let nameLength = 200

  private static func shortened(_ text: String) -> String {
    text.count > nameLength ? text.prefix(nameLength) + "…" : text
  }

  /// It is asked of each call, so nothing is made of a host that is none of these.
  private static func isLoopback(_ host: String) -> Bool {
    var bytes = host.utf8[...]
    while let first = bytes.first, isBracket(first) { bytes.removeFirst() }
    while let last = bytes.last, isBracket(last) { bytes.removeLast() }
    if bytes.elementsEqual("::1".utf8) { return true }
    // The bit in which the cases of a letter differ.
    if bytes.count == 9, bytes.lazy.map({ $0 | 0x20 }).elementsEqual("localhost".utf8) {
      return true
    }
    guard bytes.starts(with: "127.".utf8) else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8(Substring($0)) != nil }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
