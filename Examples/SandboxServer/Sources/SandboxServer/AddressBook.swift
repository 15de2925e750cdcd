import Foundation
import TypedMedia

/// Which address at the server stands for which address of a service.
///
/// `/hoox/asset/models` stands for that path below Hoox's own address, and
/// `/files/cdn.hoox.video/a.mp4` for a file that Hoox links to.
struct AddressBook: Sendable {
  private static let filePlace = "files"

  let sandboxes: [ServedSandbox]

  /// The sandbox that a path and query at the server is for, and the address that it knows; `nil` when
  /// there is nothing at that path.
  func target(of pathAndQuery: String) -> (sandbox: ServedSandbox, url: URL)? {
    guard pathAndQuery.first == "/", let (place, rest) = Self.split(pathAndQuery.dropFirst()) else {
      return nil
    }
    if place == Self.filePlace {
      guard let (host, file) = Self.split(rest),
        let sandbox = sandboxes.first(where: { $0.fileHosts.contains(String(host)) }),
        let url = URL(string: "https://\(host)/\(file)")
      else { return nil }
      return (sandbox, url)
    }
    guard let sandbox = sandboxes.first(where: { $0.name == place }),
      let url = URL(string: "\(sandbox.address.absoluteString)/\(rest)")
    else { return nil }
    return (sandbox, url)
  }

  /// The JSON with the links to services' files leading to the server at `origin`, such as
  /// `http://127.0.0.1:8080`. A link is a text that begins with `https://` and the host of such files.
  func linked(_ json: JSON, to origin: String) -> JSON {
    switch json {
    case .string(let text): .string(linked(text, to: origin))
    case .array(let values): .array(values.map { linked($0, to: origin) })
    case .object(let members):
      .object(
        members.reduce(into: JSONObject()) { object, member in
          object[member.key] = linked(member.value, to: origin)
        })
    default: json
    }
  }

  private func linked(_ text: String, to origin: String) -> String {
    let scheme = "https://"
    guard text.hasPrefix(scheme), let (host, _) = Self.split(text.dropFirst(scheme.count)),
      sandboxes.contains(where: { $0.fileHosts.contains(String(host)) })
    else { return text }
    return "\(origin)/\(Self.filePlace)/\(text.dropFirst(scheme.count))"
  }

  /// What is before and after the first slash; `nil` where there is none.
  private static func split(_ text: Substring) -> (Substring, Substring)? {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    return (text[..<slash], text[text.index(after: slash)...])
  }
}
