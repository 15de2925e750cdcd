import Foundation

extension TransportRequest {
  /// The request to go on with after `response`, which is a redirect; `nil` where it is none that may be
  /// followed, and is itself what was answered.
  ///
  /// Only a `GET` is followed: what spends money is sent once, to the address that it was meant for. The
  /// next address is HTTPS, or on this machine as the one before, and is not in a private network unless that
  /// was. The same origin gets all header fields
  /// again; another one only those that describe the content, so that it never sees the key.
  ///
  /// - Returns: The request to go on with after `response`, which is a redirect; `nil` where it is
  ///   none that may be followed, and is itself what was answered.
  public func redirected(by response: TransportResponse) -> TransportRequest? {
    guard method == "GET", [301, 302, 303, 307, 308].contains(response.status),
      let location = response.headers["Location"],
      let next = URL(lenient: location, relativeTo: url)?.absoluteURL,
      ServiceAddress.isSecure(next), ServiceAddress.mayLead(from: url, to: next),
      // Plain HTTP on this machine is no place for a server elsewhere to send anyone.
      next.scheme?.lowercased() == "https" || url.scheme?.lowercased() == "http"
    else { return nil }
    var request = self
    request.url = next
    guard ServiceAddress.origin(of: next) != ServiceAddress.origin(of: url) else { return request }
    request.headers = [:]
    for (name, value) in headers where Self.harmlessFields.contains(name.lowercased()) {
      request.headers[name] = value
    }
    return request
  }

  private static let harmlessFields: Set<String> = [
    "accept", "accept-encoding", "accept-language", "if-range", "range", "user-agent",
  ]
}
