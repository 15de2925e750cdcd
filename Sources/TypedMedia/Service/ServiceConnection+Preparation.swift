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
  /// What is sent for `call`, with the secrets that are in it.
  ///
  /// - Throws: ``MediaError`` when it must not be sent, or what looking up the key throws.
  func prepared(_ call: ServiceCall) async throws -> PreparedCall {
    guard isSecure else {
      throw MediaError(
        .insecureAddress,
        """
        \(baseURL.absoluteString) would send the key in the clear. Use an https address, or http on \
        this machine only.
        """,
        service: profile.name)
    }
    let key = try await key.value()
    if let problem = profile.problem(ofKey: key) {
      throw MediaError(
        .invalidKey, "The API key for \(profile.name) \(problem).", service: profile.name)
    }
    let (content, secrets) = try await content(of: call)
    var prepared = PreparedCall(
      request: try request(for: call, key: key), secrets: Secrets([key] + secrets))
    switch content {
    case .json(let json):
      prepared.request.headers["Content-Type"] = "application/json"
      prepared.request.body = json.data()
    case .form(let form): prepared.form = form
    case nil: break
    }
    return prepared
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

  private func request(for call: ServiceCall, key: String) throws -> TransportRequest {
    var headers: HTTPHeaders = ["Accept": "application/json", "User-Agent": userAgent]
    let authorization = profile.authorization(key)
    headers[authorization.name] = authorization.value
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "A header field has a line break or another control character.",
        service: profile.name)
    }
    var request = TransportRequest(method: call.method, url: try url(for: call), headers: headers)
    request.timeout = call.timeout
    request.onProgress = call.onProgress
    return request
  }

  private func url(for call: ServiceCall) throws -> URL {
    let wrong = call.path.first { part in
      part.isEmpty || part == "." || part == ".." || part.utf8.contains(UInt8(ascii: "/"))
    }
    if let wrong {
      throw MediaError(
        .invalidRequest, "\"\(wrong)\" is not a name or an ID.", service: profile.name)
    }
    let url = baseURL.appending(
      path: call.path.joined(separator: "/"),
      directoryHint: call.endsInSlash ? .isDirectory : .notDirectory)
    let query = call.query.compactMap { item in
      item.value.map { URLQueryItem(name: item.name, value: $0) }
    }
    return query.isEmpty ? url : url.appending(queryItems: query)
  }

  private var userAgent: String {
    "TypedMedia/\(TypedMediaVersion.current)" + (stamp.map { " (\($0))" } ?? "")
  }
}
