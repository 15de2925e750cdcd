import Foundation
import TypedMedia

/// Decides where a redirect may lead.
enum Redirect {
  /// How many are followed for one request.
  static let maximumCount = 20

  /// The request to go on with, or `nil` to take `response` as the answer.
  ///
  /// Only a `GET` is followed: what spends money is sent once, to the address that it was meant for.
  /// Another origin sees none of the header fields but those that describe the content.
  static func follow(
    _ response: TransportResponse, to request: TransportRequest
  ) -> TransportRequest? {
    guard [301, 302, 303, 307, 308].contains(response.status), request.method == "GET",
      let location = response.headers["Location"],
      let url = URL(string: location, relativeTo: request.url)?.absoluteURL,
      isAllowed(url, from: request.url)
    else { return nil }
    var next = request
    next.url = url
    guard origin(of: url) != origin(of: request.url) else { return next }
    let harmless = [
      "accept", "accept-encoding", "accept-language", "if-range", "range", "user-agent",
    ]
    for (name, _) in request.headers where !harmless.contains(name.lowercased()) {
      next.headers[name] = nil
    }
    return next
  }

  /// Whether what is sent to `url` can be read by its host alone. Plain HTTP on this machine is no place
  /// for a server elsewhere to send anyone.
  private static func isAllowed(_ url: URL, from origin: URL) -> Bool {
    guard let host = url.host, !host.isEmpty else { return false }
    return switch url.scheme?.lowercased() {
    case "https": true
    case "http": origin.scheme?.lowercased() == "http" && isLoopback(host)
    default: false
    }
  }

  /// The scheme, host and port, spelled so that two of them can be compared.
  private static func origin(of url: URL) -> String {
    let scheme = url.scheme?.lowercased() ?? ""
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(url.host?.lowercased() ?? ""):\(port)"
  }

  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
