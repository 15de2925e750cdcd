public import Foundation

/// One call to a service, before it is HTTP.
public struct ServiceCall: Sendable {
  /// The effect of a call, on which it depends what a lost answer means.
  public enum Effect: Hashable, Sendable {
    /// It only asks. It may be repeated.
    case reads
    /// It changes something that costs nothing.
    case writes
    /// It costs credits. A lost answer leaves open whether they are spent, and it is not sent again,
    /// unless the service knows it again.
    case spends
  }

  /// The content of a call.
  public enum Content: Sendable {
    /// JSON.
    case json(JSON)
    /// A form, whose files are read when the call is made and are never in memory as a whole.
    case form(MultipartForm)
    /// Plain text. It has no members, and so no place for ``ServiceCall/secrets``.
    case text(String)
  }

  /// `GET`, `POST`…
  public var method: String
  /// The path below the service's address, in its parts, not yet encoded.
  public var path: [String]
  /// The address that it goes to in place of the service's address and the path, as a service says
  /// itself where to ask about a job. The key goes there too, so it has to be the service's own:
  /// see ``ServiceProfile/isOwnAddress``. `nil` for the path.
  public var address: URL?
  /// The query; items without a value are left out.
  public var query: [(name: String, value: String?)]
  /// The content; `nil` for nothing.
  public var content: Content?
  /// Header fields beside those that every call has, such as what a stream goes on from. They are in no
  /// ledger.
  public var headers: HeaderFields = [:]
  /// Members of the body that are secret, such as a key for another service: they are looked up when
  /// the call is made, and are in no error and no ledger. In a form they are fields.
  public var secrets: [String: APIKey] = [:]
  /// The effect of the call.
  public var effect: Effect
  /// The model that it is about, for errors; `nil` when it is about none.
  public var model: String?
  /// The snapshot that the body was checked against: a service that refuses a field of it then
  /// knows better, and the error says how old the snapshot is. `nil` where nothing was checked.
  public var snapshot: ModelSnapshot?
  /// The priority, by which calls wait for others when the service's rate leaves no room for all:
  /// by default a call that spends goes first. Questions about jobs are best `.background`.
  public var priority: TaskPriority
  /// The most bytes that the answer may have, where it brings a file; `nil` for what the configuration
  /// says.
  public var maximumAnswerSize: Int?
  /// The time that the service may be silent, where it answers when the work is done; `nil` for
  /// what is usual with the transport, which for `URLSession` is a minute.
  public var timeout: Duration?
  /// Called, from any thread, while the content is sent; `nil` when nobody wants to know. It falls back
  /// to zero when the content has to be sent again.
  public var onProgress: (@Sendable (TransferProgress) -> Void)?
  /// Tells whether the key is shown. Where it need not be, nobody is asked for it.
  public var sendsKey = true
  /// Tells whether the address ends in a `/`.
  public var endsInSlash = false

  /// Creates a call.
  public init(
    _ method: String,
    _ path: [String],
    query: [(name: String, value: String?)] = [],
    body: JSON? = nil,
    effect: Effect,
    model: String? = nil,
    priority: TaskPriority? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.content = body.map(Content.json)
    self.effect = effect
    self.model = model
    self.priority = priority ?? (effect == .spends ? .high : .medium)
  }

  /// The body as JSON; `nil` when that is nothing, or something else.
  public var body: JSON? {
    get { if case .json(let json)? = content { json } else { nil } }
    set { content = newValue.map(Content.json) }
  }

  /// The place where it goes, for people, without a query that may be a permission.
  var pathName: String {
    address.map { ServiceAddress.name(of: $0) } ?? path.joined(separator: "/")
  }

  /// Creates a call that only asks.
  ///
  /// - Returns: A call.
  public static func get(
    _ path: String..., query: [(name: String, value: String?)] = [], priority: TaskPriority? = nil
  ) -> Self {
    ServiceCall("GET", path, query: query, effect: .reads, priority: priority)
  }

  /// Creates a call that only asks, at an address that the service gave.
  ///
  /// - Returns: A call.
  public static func get(at address: URL, priority: TaskPriority? = nil) -> Self {
    var call = ServiceCall("GET", [], effect: .reads, priority: priority)
    call.address = address
    return call
  }

  /// Creates a call that sends `body`.
  ///
  /// - Returns: A call.
  public static func post(
    _ path: String..., body: JSON, effect: Effect, model: String? = nil
  ) -> Self {
    ServiceCall("POST", path, body: body, effect: effect, model: model)
  }

  /// Creates a call that sends `form`.
  ///
  /// Where it spends, the ledger keeps nothing of the form, so that it cannot be made again from there.
  ///
  /// - Returns: A call.
  public static func post(
    _ path: String..., form: MultipartForm, effect: Effect, model: String? = nil
  ) -> Self {
    var call = ServiceCall("POST", path, effect: effect, model: model)
    call.content = .form(form)
    return call
  }
}

extension ServiceCall.Content {
  /// The content with one more member of its object, or field of its form.
  func adding(_ text: String, as name: String) -> Self {
    switch self {
    case .json(let json):
      var object = json.object ?? [:]
      object[name] = .string(text)
      return .json(.object(object))
    case .form(var form):
      form.append(text, as: name)
      return .form(form)
    case .text: return self
    }
  }
}
