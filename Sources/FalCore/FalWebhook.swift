public import Foundation

/// A message of fal's to a ``FalOptions/webhookURL`` when a job has ended (https://fal.ai/docs).
///
/// Check its signature first. It may come twice, with the same ``requestID``: `ResultInbox` sees to that.
public struct FalWebhook: Hashable, Sendable {
  /// The job's ID.
  public let requestID: String
  /// The job's end: `OK` or `ERROR`.
  public let status: String
  /// The whole payload, in the service's spelling.
  public let object: JSONObject

  /// Reads a payload.
  ///
  /// - Throws: `MediaError` with the code `MediaError.Code.malformedResponse`.
  public init(parsing body: Data) throws {
    do {
      guard case .object(let object) = try JSON(parsing: body, limits: .lenient) else {
        throw JSONMismatch(problem: "is not an object")
      }
      requestID = try object.id("request_id")
      status = try object.required("status")
      self.object = object
    } catch {
      throw MediaError(
        .malformedResponse, "The webhook's payload is not what fal documents. \(error)",
        service: "fal", underlyingError: error)
    }
  }

  /// The ID of the request as the service's gateway has it; `nil` when it is not said.
  public var gatewayRequestID: String? { object["gateway_request_id"]?.id }
  /// The model's answer; `nil` where it failed, or the answer was too large to be sent.
  public var result: FalResult? {
    guard status == "OK", let payload = object["payload"], !payload.isNull else { return nil }
    return FalResult(payload, requestID: requestID)
  }
  /// The reason why there is no result; `nil` where there is one.
  public var failure: JobFailure? {
    guard status == "ERROR" else { return nil }
    let said = object["payload"].flatMap { ServiceFailure(validationErrors: $0) }
    return JobFailure(
      code: said?.code ?? object["payload"]?["error_type"]?.string,
      message: said?.message ?? object["payload"]?["detail"]?.string ?? object["error"]?.string
        ?? "The service gave no reason.")
  }
  /// The reason why a payload is not there though there was one; `nil` else.
  public var payloadError: String? { object["payload_error"]?.string }
}

/// Checks that a webhook is from fal (https://fal.ai/docs).
///
/// The keys are those that the service publishes, ``FalClient/webhookKeys()``: keep them for a day at most.
public struct FalWebhookSignature: Sendable {
  /// The keys of 32 bytes, of which one has signed.
  public var publicKeys: [Data]
  /// Checks a signature.
  public var verifier: Ed25519Verifier

  /// The age that a webhook may have, and the time that it may be ahead of this machine's.
  public static let tolerance = Duration.seconds(300)

  /// Creates a check.
  public init(publicKeys: [Data], verifier: Ed25519Verifier) {
    self.publicKeys = publicKeys
    self.verifier = verifier
  }

  /// Tells whether a webhook is from fal, and of now.
  ///
  /// - Parameters:
  ///   - headers: The header fields that it came with.
  ///   - body: Its body, to the byte.
  ///   - now: The time.
  /// - Returns: `true` if a webhook is from fal, and of now.
  public func isValid(headers: HeaderFields, body: Data, at now: Date = .now) -> Bool {
    guard let id = headers["X-Fal-Webhook-Request-Id"], let user = headers["X-Fal-Webhook-User-Id"],
      let time = headers["X-Fal-Webhook-Timestamp"], let seconds = Int64(time),
      let signature = headers["X-Fal-Webhook-Signature"].flatMap(Data.init(hexadecimal:)),
      abs(now.timeIntervalSince1970 - Double(seconds)) <= Self.tolerance / .seconds(1)
    else { return false }
    let message = Data(
      [id, user, time, ContentDigest.sha256(of: body)].joined(separator: "\n").utf8)
    return publicKeys.contains { verifier.isSignature(signature, of: message, by: $0) }
  }
}

extension FalClient {
  /// Asks for the keys with which webhooks are signed (https://fal.ai/docs).
  ///
  /// - Returns: The keys with which webhooks are signed.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func webhookKeys() async throws -> [Data] {
    let address = addresses.storage.appending(path: ".well-known/jwks.json")
    return try await connection.send(.get(at: address)) { answer in
      let keys: [JSON] = try answer.object.required("keys")
      return keys.compactMap { key in
        key["x"]?.string.flatMap { text in
          let plain = text.replacing("-", with: "+").replacing("_", with: "/")
          let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
          return Data(base64Encoded: plain + padding)
        }
      }
    }
  }
}
