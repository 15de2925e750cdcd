import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Decides where a redirect may lead.
enum Redirect {
  /// The request to go on with, or `nil` to take the redirect itself as the answer.
  ///
  /// Only a `GET` is followed: what spends money is sent once, to the address that it was meant for.
  /// Another origin sees none of the header fields but those that describe the content.
  static func follow(to next: URLRequest, from original: URLRequest?) -> URLRequest? {
    guard let url = next.url, let originalURL = original?.url,
      original?.httpMethod ?? "GET" == "GET",
      ServiceAddress.isSecure(url),
      // Plain HTTP on this machine is no place for a server elsewhere to send anyone.
      url.scheme?.lowercased() == "https" || originalURL.scheme?.lowercased() == "http"
    else { return nil }
    guard ServiceAddress.origin(of: url) != ServiceAddress.origin(of: originalURL) else {
      return next
    }
    let harmless = [
      "accept", "accept-encoding", "accept-language", "if-range", "range", "user-agent",
    ]
    var next = next
    for name in (next.allHTTPHeaderFields ?? [:]).keys where !harmless.contains(name.lowercased()) {
      next.setValue(nil, forHTTPHeaderField: name)
    }
    return next
  }
}
