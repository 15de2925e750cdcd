import Foundation

/// A response as it is kept for people, when the program cannot read from it what it needs.
///
/// It has no secrets of the call, and no cookies. The body is text, cut after ``maximumBodySize`` bytes.
public struct ReceivedResponse: Codable, Hashable, Sendable, CustomStringConvertible,
  CustomReflectable
{
  /// The status code.
  public var status: Int
  /// The header fields, by their names in lower case.
  public var headers: [String: String]
  /// The body, read as UTF-8; what is not is replaced by `U+FFFD`.
  public var body: String
  /// The size of the body in bytes before it was cut; `nil` when it did not arrive as a whole.
  public var bodySize: Int?
  /// The texts in the body that look like IDs, by their place (`/data/0/job_id`), as the service
  /// sent them: also where a secret is a part of it, which ``body`` does not show.
  public var identifiers: [String: String]

  /// The most bytes of a body that are kept: 64 KB.
  public static let maximumBodySize = 65_536
  /// The most header fields, and the most identifiers, that are kept.
  static let maximumCount = 100

  /// Creates a response.
  public init(
    status: Int, headers: [String: String] = [:], body: String, bodySize: Int? = nil,
    identifiers: [String: String] = [:]
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.bodySize = bodySize
    self.identifiers = identifiers
  }

  /// Keeps what is needed of a response.
  ///
  /// - Parameters:
  ///   - body: As much of it as arrived; `nil` for nothing.
  ///   - isWhole: Whether that is all of it.
  init(
    _ response: TransportResponse, body: Data?, isWhole: Bool = true, hiding secrets: Secrets
  ) {
    let body = body ?? Data()
    // A secret that is cut is not found any longer, so what is shown is cut last.
    let shown = body.prefix(Self.maximumBodySize + secrets.reach)
    let text = secrets.hidden(in: String(decoding: shown, as: UTF8.self))
    self.init(
      status: response.status,
      headers: Self.fields(of: response.headers, hiding: secrets),
      body: String(decoding: text.utf8.prefix(Self.maximumBodySize), as: UTF8.self),
      bodySize: isWhole ? body.count : nil,
      identifiers: (try? JSON(parsing: body, limits: .lenient))
        .map { Self.identifiers(in: $0, secrets) } ?? [:])
  }

  /// The status and the beginning of the body, without the queries of addresses in it: those may be a
  /// permission to whoever reads them.
  public var description: String {
    // An address in JSON may have its slashes escaped.
    let address = #/(https?:(?:\\*/){2}[^\s"'<>?]*)\?[^\s"'<>]*/#
    let text = body.prefix(2_000).replacing(address) { "\($0.1)?(hidden)" }
    return "status \(status): \(text)"
  }
  /// The description and the names of the header fields.
  public var customMirror: Mirror {
    Mirror(self, children: ["response": description, "headers": headers.keys.sorted()])
  }

  private static func fields(
    of headers: HeaderFields, hiding secrets: Secrets
  ) -> [String: String] {
    var fields: [String: String] = [:]
    for (name, value) in headers.prefix(maximumCount) {
      let name = name.lowercased()
      guard !["set-cookie", "set-cookie2"].contains(name) else { continue }
      fields[name] = String(secrets.hidden(in: value).prefix(2_000))
    }
    return fields
  }

  private static func identifiers(in json: JSON, _ secrets: Secrets) -> [String: String] {
    var found: [String: String] = [:]
    func search(_ value: JSON, at place: JSONPointer, isID: Bool) {
      // Nobody puts an ID that deep, and stacks are small.
      guard found.count < maximumCount, place.tokens.count < 16 else { return }
      switch value {
      case .object(let members):
        for (name, value) in members {
          search(value, at: place.appending(name), isID: isName(name))
        }
      case .array(let values):
        for (index, value) in values.prefix(maximumCount).enumerated() {
          search(value, at: place.appending("\(index)"), isID: isID)
        }
      default:
        let text = value.string ?? value.number?.text
        if isID, let text, text.utf8.count <= 500, !secrets.contains(text) {
          found[place.description] = text
        }
      }
    }
    search(json, at: .root, isID: false)
    return found
  }

  /// Tells whether a member of this name holds an ID, or a list of them: `id`, `job_ids`,
  /// `requestId`, `uuid`.
  private static func isName(_ name: String) -> Bool {
    let word = name.lowercased()
    return ["id", "ids", "uuid", "uuids"].contains(word)
      || ["_id", "_ids", "_uuid", "-id"].contains { word.hasSuffix($0) }
      || ["Id", "Ids", "ID", "IDs"].contains { name.hasSuffix($0) }
  }
}
