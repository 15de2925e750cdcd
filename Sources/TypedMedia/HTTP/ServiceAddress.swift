package import Foundation

/// What may be said to which address.
package enum ServiceAddress {
  /// Whether what is sent to `url` can be read by its host alone: HTTPS, or this machine.
  static func isSecure(_ url: URL) -> Bool {
    switch url.scheme?.lowercased() {
    case "https": url.host?.isEmpty == false
    case "http": isLoopback(url.host ?? "")
    default: false
    }
  }

  /// Whether `url` is on this machine.
  static func isLocal(_ url: URL) -> Bool { isLoopback(url.host ?? "") }

  /// The scheme, host and port, spelled so that two of them can be compared.
  static func origin(of url: URL) -> String {
    let scheme = url.scheme?.lowercased() ?? ""
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(url.host?.lowercased() ?? ""):\(port)"
  }

  /// How `url` is named to people: without its query, which may be a permission to whoever reads it.
  package static func name(of url: URL) -> String {
    var components = URLComponents(url: url, resolvingAgainstBaseURL: true)
    components?.query = nil
    components?.fragment = nil
    components?.user = nil
    components?.password = nil
    return components?.string ?? "The address"
  }

  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
