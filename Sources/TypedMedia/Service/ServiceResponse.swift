public import Foundation

/// The answer of a service to a call that it took.
///
/// Printed, it shows its status and size: the body may repeat what was sent.
public struct ServiceResponse: Sendable, CustomStringConvertible, CustomReflectable {
  /// The status code, from 200 to 299.
  public var status: Int
  /// The header fields.
  public var headers: HeaderFields
  /// The body, as it came; empty where the answer has none.
  public let body: Data
  /// What was sent, to be hidden in what people read.
  let secrets: Secrets
  private let parsed: Result<JSON, any Error>

  init(_ response: TransportResponse, body: Data, from service: String, hiding secrets: Secrets) {
    status = response.status
    headers = response.headers
    self.body = body
    self.secrets = secrets
    guard !body.isEmpty else {
      parsed = .success(.null)
      return
    }
    do {
      parsed = .success(secrets.hiddenWhole(in: try JSON(parsing: body, limits: .lenient)))
    } catch {
      parsed = .failure(
        MediaError(
          .malformedResponse, "\(service)'s answer is not JSON: \(error)", service: service,
          httpStatus: response.status))
    }
  }

  /// The body as JSON, as the service sent it; `null` where there is none. In place of a text that as a whole
  /// is a secret of the call, there is a word.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/malformedResponse`` where it is no JSON.
  public var json: JSON { get throws { try parsed.get() } }

  /// The body, which has to be an object.
  ///
  /// - Throws: ``JSONMismatch`` when it is something else; as ``json`` when it is no JSON.
  public var object: JSONObject {
    get throws {
      let json = try json
      guard case .object(let object) = json else {
        throw JSONMismatch(expected: "an object", found: json)
      }
      return object
    }
  }

  /// The service's own number for the exchange; `nil` when it sent none.
  public var requestID: String? { headers.requestID }
  /// The state of the rate limit; `nil` when the service did not say.
  public var rateLimit: RateLimit? { RateLimit(headers) }
  /// The time that the service asks to wait before it is asked again; `nil` when it does not.
  public var retryAfter: Duration? { headers.retryAfter(now: .now) }

  /// The status and the size.
  public var description: String { "ServiceResponse(status \(status), \(body.count) bytes)" }
  /// The status and the header fields' names.
  public var customMirror: Mirror {
    Mirror(self, children: ["status": status, "headers": headers])
  }
}

extension JSONObject {
  /// The ID at `key`, which must be there: text that is not empty, or a number as text, for an ID means
  /// nothing but itself.
  ///
  /// - Returns: The ID at `key`, which must be there: text that is not empty, or a number as text,
  ///   for an ID means nothing but itself.
  /// - Throws: ``JSONMismatch`` when there is none.
  public func id(_ key: StaticString) throws -> String {
    let value: JSON = try required(key)
    guard let id = value.id else {
      throw JSONMismatch(problem: "has \(value.text()) for \"\(key)\", which is no ID")
    }
    return id
  }

  /// The IDs in the list at `key`, each once; what is no ID is left out.
  ///
  /// - Returns: The IDs in the list at `key`, each once; what is no ID is left out.
  /// - Throws: ``JSONMismatch`` when there is no such list, or no ID in it.
  public func ids(_ key: StaticString) throws -> [String] {
    let values: [JSON] = try required(key)
    var ids: [String] = []
    for id in values.compactMap(\.id) where !ids.contains(id) { ids.append(id) }
    guard !ids.isEmpty else { throw JSONMismatch(problem: "has no ID in \"\(key)\"") }
    return ids
  }
}

extension JSON {
  /// The value as an ID: text that is not empty, or a number as text; `nil` for anything else.
  public var id: String? { string.flatMap { $0.isEmpty ? nil : $0 } ?? number?.text }
}
