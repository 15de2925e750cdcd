/// One call to a service, before it is HTTP.
public struct ServiceCall: Sendable {
  /// What a call does, on which it depends what a lost answer means.
  public enum Effect: Hashable, Sendable {
    /// It only asks. It may be repeated.
    case reads
    /// It changes something that costs nothing.
    case writes
    /// It costs credits. It is sent once, and a lost answer leaves open whether they are spent.
    case spends
  }

  /// `GET`, `POST`…
  public var method: String
  /// The path below the service's address, in its parts, not yet encoded.
  public var path: [String]
  /// The query; items without a value are left out.
  public var query: [(name: String, value: String?)]
  /// The body; `nil` for none.
  public var body: JSON?
  /// What the call does.
  public var effect: Effect
  /// The model that it is about, for errors; `nil` when it is about none.
  public var model: String?

  /// Creates a call that only asks.
  public static func get(_ path: String..., query: [(name: String, value: String?)] = []) -> Self {
    ServiceCall(method: "GET", path: path, query: query, effect: .reads)
  }

  /// Creates a call that sends `body`.
  public static func post(
    _ path: String..., body: JSON, effect: Effect, model: String? = nil
  ) -> Self {
    ServiceCall(
      method: "POST", path: path, query: [], body: body, effect: effect, model: model)
  }
}

/// What a service answered to a call that it took.
public struct ServiceAnswer: Sendable {
  /// The status code, from 200 to 299.
  public var status: Int
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body.
  public var json: JSON
  /// The key that was sent, to be hidden where the answer is shown.
  let key: String
  /// The state of the rate limit; `nil` when the service did not say.
  public var rateLimit: RateLimit? { RateLimit(headers) }
}
