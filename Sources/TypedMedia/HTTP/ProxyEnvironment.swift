package import Foundation

/// The proxies that the environment asks for, as libcurl reads it: Foundation on Linux sends through it, and
/// has no setting to overrule that.
package struct ProxyEnvironment: Sendable {
  private let variables: [String: String]

  /// That of this process.
  package static var current: ProxyEnvironment {
    ProxyEnvironment(ProcessInfo.processInfo.environment)
  }

  package init(_ variables: [String: String]) { self.variables = variables }

  /// The variable that sends requests to `url` to a proxy; `nil` when none does.
  package func proxy(for url: URL) -> String? {
    let scheme = url.scheme?.lowercased() ?? ""
    // In capitals, a header field of a request to a CGI program could set it.
    let ofScheme =
      scheme == "http" ? ["http_proxy"] : ["\(scheme)_proxy", "\(scheme.uppercased())_PROXY"]
    let names = ofScheme + ["all_proxy", "ALL_PROXY"]
    guard let name = names.first(where: { variables[$0]?.isEmpty == false }) else { return nil }
    return isExcepted(url.host ?? "") ? nil : name
  }

  private func isExcepted(_ host: String) -> Bool {
    let list = variables["no_proxy"] ?? variables["NO_PROXY"] ?? ""
    let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    return list.lowercased().split { $0 == "," || $0.isWhitespace }.contains { entry in
      let name = entry.drop { $0 == "." }.trimmingCharacters(in: ["[", "]"])
      return entry == "*" || host == name || host.hasSuffix(".\(name)")
    }
  }
}
