public import Foundation

/// Makes calls to one service: adds the key, reads JSON, and turns whatever goes wrong into a
/// ``MediaError``.
///
/// The clients of this package are written on it, and so can yours be.
public struct ServiceConnection: Sendable {
  /// How the service speaks.
  public var profile: ServiceProfile
  /// Where it is.
  public var baseURL: URL
  /// The most bytes that an answer may have. 10 MB by default.
  public var maximumAnswerSize = 10_000_000
  /// Where the snapshots of the service's models are from; `nil` when they have no stamp.
  public var stamp: SnapshotStamp?
  /// Sends the requests.
  public var transport: any Transport

  private let key: APIKey

  /// Creates a connection.
  public init(
    profile: ServiceProfile,
    baseURL: URL,
    key: APIKey,
    transport: any Transport,
    stamp: SnapshotStamp? = nil
  ) {
    self.profile = profile
    self.baseURL = baseURL
    self.key = key
    self.transport = transport
    self.stamp = stamp
  }

  /// Makes `call`.
  ///
  /// - Throws: ``MediaError``, or `CancellationError` when the task was cancelled before anything was
  ///   spent.
  public func send(_ call: ServiceCall) async throws -> ServiceAnswer {
    let key = try await usableKey()
    let request = try request(for: call, key: key)
    try Task.checkCancellation()
    do {
      return try await exchange(request, for: call, key: key)
    } catch let error as MediaError {
      throw error.hiding(key)
    }
  }

  private func exchange(
    _ request: TransportRequest, for call: ServiceCall, key: String
  ) async throws -> ServiceAnswer {
    var arrived = false
    let response: TransportResponse
    let body: Data?
    do {
      response = try await transport.send(request)
      arrived = true
      body = try await response.body.collected(upTo: maximumAnswerSize)
    } catch {
      throw failure(of: call, for: error, arrived: arrived)
    }
    guard let body else {
      throw problem(
        .responseTooLarge,
        "\(profile.name) answered with more than \(maximumAnswerSize) bytes.", call, response)
    }
    guard (200..<300).contains(response.status) else {
      throw refusal(of: call, response, body)
    }
    do {
      let json = try JSON(parsing: body)
      return ServiceAnswer(
        status: response.status, headers: response.headers, json: json, key: key)
    } catch {
      throw problem(
        .malformedResponse, "\(profile.name)'s answer is not JSON: \(error)", call, response, body)
    }
  }

  /// The error for an answer that is JSON, but lacks what the service documents.
  public func malformed(
    _ answer: ServiceAnswer, to call: ServiceCall, because reason: any Error
  ) -> MediaError {
    let response = TransportResponse(status: answer.status, headers: answer.headers)
    return problem(
      .malformedResponse, "\(profile.name)'s answer is not what is documented. \(reason)", call,
      response, answer.json.data(), underlyingError: reason
    ).hiding(answer.key)
  }

  /// Makes `call` and reads the answer.
  ///
  /// - Throws: ``MediaError``, also when `read` throws; or `CancellationError`.
  public func send<Value>(
    _ call: ServiceCall, reading read: (ServiceAnswer) throws -> Value
  ) async throws -> Value {
    let answer = try await send(call)
    do {
      return try read(answer)
    } catch let mismatch as JSONMismatch {
      throw malformed(answer, to: call, because: mismatch)
    }
  }
}

extension ServiceConnection {
  /// The key, if it may be sent at all.
  private func usableKey() async throws -> String {
    guard ServiceAddress.isSecure(baseURL) else {
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
    return key
  }

  private func request(for call: ServiceCall, key: String) throws -> TransportRequest {
    var headers: HTTPHeaders = ["Accept": "application/json", "User-Agent": userAgent]
    let authorization = profile.authorization(key)
    headers[authorization.name] = authorization.value
    if call.body != nil { headers["Content-Type"] = "application/json" }
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "A header field has a line break or another control character.",
        service: profile.name)
    }
    return TransportRequest(
      method: call.method, url: try url(for: call), headers: headers, body: call.body?.data())
  }

  private func url(for call: ServiceCall) throws -> URL {
    var url = baseURL
    for part in call.path { url.append(path: part, directoryHint: .notDirectory) }
    let wrong = call.path.first { part in
      part.isEmpty || part == "." || part == ".." || part.contains("/")
    }
    if let wrong {
      throw MediaError(
        .invalidRequest, "\"\(wrong)\" is not a name or an ID.", service: profile.name)
    }
    let query = call.query.compactMap { item in
      item.value.map { URLQueryItem(name: item.name, value: $0) }
    }
    return query.isEmpty ? url : url.appending(queryItems: query)
  }

  private var userAgent: String {
    "TypedMedia/\(TypedMediaVersion.current)" + (stamp.map { " (\($0))" } ?? "")
  }
}
