public import Foundation

/// A message of Replicate's to a webhook: a prediction, as it was then.
///
/// It is made by ``ReplicateWebhookReader``, which has checked that the service signed it.
public struct ReplicateWebhook: Hashable, Sendable, Identifiable {
  /// The ID of what is told: the same where it comes twice.
  public let id: String
  /// The date when it was sent.
  public let date: Date
  /// The prediction, as far as it was.
  public let prediction: ReplicatePrediction
}

/// Reads what comes to a webhook, when Replicate signed it and when it is no older than five minutes
/// (https://replicate.com/docs/topics/webhooks/verify-webhook).
///
/// ```swift
/// let secret = try await replicate.webhookSecret()
/// let reader = ReplicateWebhookReader(secret: secret, verifier: verifier)
/// // … for each request that comes:
/// let webhook = try reader.webhook(in: body, headers: headers)
/// if webhook.prediction.status.isTerminal { try await inbox.follow(webhook.prediction.id) }
/// ```
///
/// It may come twice, and in any order: `ResultInbox` sees to that.
public struct ReplicateWebhookReader: Sendable {
  /// Checks codes: `.system` where there is one.
  public var verifier: HMACVerifier
  /// The age that what comes may have, and the time that it may be ahead: five minutes, as is usual
  /// for signatures of this kind.
  public var tolerance: Duration

  /// The bytes of the secret; empty where it is none.
  private let secret: Data

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - secret: The account's secret, which begins with `whsec_`; see ``ReplicateClient/webhookSecret()``. With one
  ///     that is none, nothing is trusted.
  ///   - verifier: Checks codes.
  ///   - tolerance: How old what comes may be, or how far ahead.
  public init(secret: String, verifier: HMACVerifier, tolerance: Duration = .seconds(300)) {
    let prefix = "whsec_"
    let text = secret.hasPrefix(prefix) ? String(secret.dropFirst(prefix.count)) : secret
    self.secret = Data(base64Encoded: text) ?? Data()
    self.verifier = verifier
    self.tolerance = tolerance
  }

  /// Reads what came.
  ///
  /// - Parameters:
  ///   - body: The body, byte for byte.
  ///   - headers: The header fields.
  ///   - now: When it came.
  /// - Returns: What came.
  /// - Throws: `MediaError` with the code `MediaError.Code.untrustedWebhook` where it is not signed by the service,
  ///   or too old; or with `MediaError.Code.malformedResponse` where it is, and cannot be read.
  public func webhook(
    in body: Data, headers: HeaderFields, now: Date = .now
  ) throws -> ReplicateWebhook {
    func field(_ name: String) throws -> String {
      guard let value = headers[name], !value.isEmpty else { throw Self.refusal("has no \(name)") }
      return value
    }
    let (id, time) = (try field("webhook-id"), try field("webhook-timestamp"))
    let signatures = try field("webhook-signature")
    // The cheapest comes first, for anybody can send anything.
    guard let seconds = Int64(time) else { throw Self.refusal("has a time that is none") }
    let date = Date(timeIntervalSince1970: Double(seconds))
    guard abs(now.timeIntervalSince(date)) <= tolerance / .seconds(1) else {
      throw Self.refusal("is too old, or of a time to come")
    }
    let message = Data("\(id).\(time).".utf8) + body
    // While a secret is replaced by another, what is sent has a signature by each.
    let isSigned = signatures.split(separator: " ").prefix(10).contains { signature in
      guard signature.hasPrefix("v1,"),
        let code = Data(base64Encoded: String(signature.dropFirst(3)))
      else { return false }
      return verifier.isCode(code, of: message, by: secret)
    }
    guard isSigned else { throw Self.refusal("is not signed by the service") }
    do {
      guard case .object(let object) = try JSON(parsing: body, limits: .lenient) else {
        throw JSONMismatch(problem: "is not an object")
      }
      return ReplicateWebhook(id: id, date: date, prediction: try ReplicatePrediction(object))
    } catch {
      throw MediaError(
        .malformedResponse, "The webhook's payload is not what Replicate documents. \(error)",
        service: ServiceProfile.replicate.name, underlyingError: error)
    }
  }

  private static func refusal(_ problem: String) -> MediaError {
    MediaError(
      .untrustedWebhook, "What came to the webhook \(problem).",
      service: ServiceProfile.replicate.name)
  }
}

extension ReplicateClient {
  /// Asks for the secret with which webhooks are signed, of which an account has one: keep it, as secret as the
  /// token.
  ///
  /// - Returns: The secret with which webhooks are signed, of which an account has one: keep it, as
  ///   secret as the token.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func webhookSecret() async throws -> String {
    try await connection.send(.get("webhooks", "default", "secret")) {
      try $0.object.required("key")
    }
  }
}
