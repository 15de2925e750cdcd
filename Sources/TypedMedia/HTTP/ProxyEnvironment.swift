package import Foundation

/// The proxies that the environment asks for, as libcurl reads it: Foundation on Linux sends through it, and
/// has no setting to overrule that.
package struct ProxyEnvironment: Sendable {
  private let value: @Sendable (_ name: String) -> String?

  /// That of this process.
  ///
  /// It is asked for each request, so the few variables are looked up, and not all of them copied.
  package static let current = ProxyEnvironment { name in
    getenv(name).map { String(cString: $0) }
  }

  package init(_ variables: [String: String]) { self.init { variables[$0] } }

  private init(_ value: @escaping @Sendable (_ name: String) -> String?) { self.value = value }

  private static let namesForAll = ["all_proxy", "ALL_PROXY"]
  private static let namesForHTTP = ["http_proxy"] + namesForAll

  /// The variable that sends requests to `url` to a proxy; `nil` when none does.
  package func proxy(for url: URL) -> String? {
    let scheme = url.scheme?.lowercased() ?? ""
    // In capitals, a header field of a request to a CGI program could set it.
    let names =
      scheme == "http"
      ? Self.namesForHTTP : ["\(scheme)_proxy", "\(scheme.uppercased())_PROXY"] + Self.namesForAll
    guard let name = names.first(where: { value($0)?.isEmpty == false }) else { return nil }
    return isExcepted(url.host ?? "") ? nil : name
  }

  private func isExcepted(_ host: String) -> Bool {
    let list = value("no_proxy") ?? value("NO_PROXY") ?? ""
    let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    return list.lowercased().split { $0 == "," || $0.isWhitespace }.contains { entry in
      let name = entry.drop { $0 == "." }.trimmingCharacters(in: ["[", "]"])
      return entry == "*" || host == name || host.hasSuffix(".\(name)")
    }
  }
}
