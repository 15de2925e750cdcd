import Foundation

/// A call that may go out.
struct PreparedCall: Sendable {
  /// What is sent, but for the form.
  var request: TransportRequest
  /// The form that goes with it; `nil` when there is none.
  var form: MultipartForm?
  /// What of it must be shown nowhere.
  let secrets: Secrets

  /// Lends the whole request to `send`, which may send it several times: a form is a file that long.
  ///
  /// - Throws: What `send` throws, or ``MediaError`` when a file of the form cannot be read.
  func withRequest<Value>(
    _ send: (TransportRequest) async throws -> Value
  ) async throws -> Value {
    guard let form else { return try await send(request) }
    return try await form.withBody { body, contentType in
      var request = request
      request.content = body
      request.headers["Content-Type"] = contentType
      return try await send(request)
    }
  }
}

extension ServiceConnection {
  /// The address that `call` goes to, once it is known that it may be made at all, before anybody is asked
  /// for a key.
  ///
  /// - Throws: ``MediaError`` when it must not be.
  func checkedURL(for call: ServiceCall) throws -> URL {
    guard isSecure else {
      throw MediaError(
        .insecureAddress,
        """
        \(baseURL.absoluteString) would send the key in the clear. Use an https address, or http on \
        this machine only.
        """,
        service: profile.name)
    }
    return try url(for: call)
  }

  /// What is sent for `call` to `url`, with the secrets that are in it.
  ///
  /// - Throws: ``MediaError`` when it must not be sent, or what looking up the key throws.
  func prepared(_ call: ServiceCall, at url: URL) async throws -> PreparedCall {
    let shown = call.sendsKey ? try await credentials() : nil
    var (content, secrets) = try await content(of: call)
    secrets += profile.secrets(in: call.body)
    if let (key, field) = shown {
      // What the field says is as secret as the key: with the scheme `Basic`, it is the key in Base64.
      let words = field.value.utf8.split(separator: UInt8(ascii: " "))
      secrets += [key, field.value, words.last.flatMap { String($0) } ?? ""]
    }
    var prepared = PreparedCall(
      request: try request(for: call, at: url, shown?.field), secrets: Secrets(secrets))
    switch content {
    case .json(let json):
      prepared.request.headers["Content-Type"] = "application/json"
      prepared.request.body = json.data()
    case .form(let form): prepared.form = form
    case .text(let text):
      prepared.request.headers["Content-Type"] = "text/plain; charset=utf-8"
      prepared.request.body = Data(text.utf8)
    case nil: break
    }
    return prepared
  }

  /// The key, asked for now, and the header field that carries it.
  ///
  /// - Throws: ``MediaError`` when it is none, or what looking it up throws.
  func credentials() async throws -> (key: String, field: (name: String, value: String)) {
    let key = try await key.value()
    if let problem = profile.problem(ofKey: key) {
      throw MediaError(
        .invalidKey, "The API key for \(profile.name) \(problem).", service: profile.name)
    }
    let field = profile.authorization(key)
    guard !HeaderFields.canSplit(field.name), !HeaderFields.canSplit(field.value) else {
      throw splitField
    }
    return (key, field)
  }

  private var splitField: MediaError {
    MediaError(
      .invalidRequest, "A header field has a line break or another control character.",
      service: profile.name)
  }

  /// What `call` carries, with the members that are secret.
  private func content(
    of call: ServiceCall
  ) async throws -> (content: ServiceCall.Content?, secrets: [String]) {
    var content = call.content
    var secrets: [String] = []
    for (name, secret) in call.secrets.sorted(by: { $0.key < $1.key }) {
      let value = try await secret.value()
      guard !value.isEmpty else {
        throw MediaError(.invalidKey, "The secret \"\(name)\" is empty.", service: profile.name)
      }
      content = (content ?? .json([:])).adding(value, as: name)
      secrets.append(value)
    }
    return (content, secrets)
  }

  private func request(
    for call: ServiceCall, at url: URL, _ authorization: (name: String, value: String)?
  ) throws -> TransportRequest {
    var headers: HeaderFields = ["Accept": "application/json", "User-Agent": userAgent(of: call)]
    for (name, value) in call.headers { headers[name] = value }
    if let authorization { headers[authorization.name] = authorization.value }
    guard !headers.canSplit else { throw splitField }
    var request = TransportRequest(method: call.method, url: url, headers: headers)
    request.timeout = call.timeout
    request.onProgress = call.onProgress
    return request
  }

  private func url(for call: ServiceCall) throws -> URL {
    if let address = call.address { return try checked(address, for: call).adding(call.query) }
    let wrong = call.path.first { part in
      part.isEmpty || part == "." || part == ".." || part.utf8.contains(UInt8(ascii: "/"))
    }
    if let wrong {
      throw MediaError(
        .invalidRequest, "\"\(wrong)\" is not a name or an ID.", service: profile.name)
    }
    return address(of: call.path.joined(separator: "/"), endsInSlash: call.endsInSlash)
      .adding(call.query)
  }

  private func address(of path: String, endsInSlash: Bool) -> URL {
    // To append to an address takes three times as long as to read one, and most paths need no encoding.
    if let addressPrefix, !path.isEmpty, path.utf8.allSatisfy({ URL.isPlainInPath[Int($0)] }),
      let url = URL(string: addressPrefix + path + (endsInSlash ? "/" : ""))
    {
      return url
    }
    return baseURL.appending(path: path, directoryHint: endsInSlash ? .isDirectory : .notDirectory)
  }

  /// The address that a service gave, where the key may go: it is the service's own. What carries nothing that is
  /// secret may go elsewhere.
  private func checked(_ address: URL, for call: ServiceCall) throws -> URL {
    let isPublic = !call.sendsKey && call.content == nil && call.secrets.isEmpty
    let isOwn =
      ServiceAddress.origin(of: address) == ServiceAddress.origin(of: baseURL)
      || ServiceAddress.isSecure(address) && ServiceAddress.mayLead(from: baseURL, to: address)
        && (isPublic || profile.isOwnAddress(address))
    guard isOwn, address.user == nil, address.password == nil else {
      throw MediaError(
        .insecureAddress,
        "\(ServiceAddress.name(of: address)) is not an address of \(profile.name)'s own: the key does not go there.",
        service: profile.name)
    }
    return address
  }

  private func userAgent(of call: ServiceCall) -> String {
    call.snapshot?.stamp.map { "\(Self.userAgent) (\($0))" } ?? Self.userAgent
  }

  private static let userAgent = "TypedMedia/\(TypedMediaVersion.current)"
}

extension URL {
  /// The address with these items behind those that it has; items without a value are left out.
  ///
  /// A plus sign is encoded too: servers read one as a blank.
  fileprivate func adding(_ query: [(name: String, value: String?)]) -> URL {
    let items = query.compactMap { item in
      item.value.map { "\(Self.encoded(item.name))=\(Self.encoded($0))" }
    }
    guard !items.isEmpty, var components = URLComponents(url: self, resolvingAgainstBaseURL: true)
    else { return self }
    let given = [components.percentEncodedQuery].compactMap { $0 }
    components.percentEncodedQuery = (given + items).joined(separator: "&")
    return components.url ?? self
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreservedCharacters) ?? text
  }

  /// What is never encoded (RFC 3986, section 2.3).
  private static let unreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
  private static let unreservedCharacters = CharacterSet(charactersIn: unreserved)

  /// Whether a byte stands for itself in a path, for each byte.
  fileprivate static let isPlainInPath: [Bool] = {
    let plain = Set((unreserved + "/").utf8)
    return (0...255).map { plain.contains($0) }
  }()
}
