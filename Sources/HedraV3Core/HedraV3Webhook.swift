public import Foundation

/// A message of Hedra's to a webhook.
///
/// It is made by ``HedraV3WebhookReader``, which has checked that the service signed it.
public struct HedraV3Webhook: Hashable, Sendable, Identifiable {
  /// The ID of what happened: that of the job. The same for each attempt to tell it.
  public let id: String
  /// The event.
  public let event: HedraV3WebhookEvent
  /// The date when it was sent.
  public let date: Date
  /// Tells whether somebody had it sent again: then it wants to be handled again, although it was
  /// before.
  public let isRedelivery: Bool
  /// The number of the attempt, from 1; `nil` when the service does not say. It is not signed.
  public let attempt: Int?
  /// The whole payload, in the service's spelling.
  public let object: JSONObject

  /// The same for each attempt to tell one thing, to recognise those that come twice. What somebody had sent
  /// again has another, for each time that they did.
  ///
  /// A digest of the payload would not do: addresses in it are signed anew for each attempt.
  public var deliveryKey: String {
    isRedelivery ? "\(id) \(event) again \(Int64(date.timeIntervalSince1970))" : "\(id) \(event)"
  }

  /// The result of the job, or why there is none; `nil` where the event is not about a job. Without
  /// logs and cost, which ``HedraV3Client/result(of:)`` has.
  public var result: HedraV3Result? { try? HedraV3Result(object) }

  /// The payment that did not go through; `nil` where the event is about something else.
  public var topOffFailure: HedraV3TopOffFailure? {
    event == .topOffFailed ? HedraV3TopOffFailure(object: object) : nil
  }
}

/// An event that a webhook can be told.
public struct HedraV3WebhookEvent: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A job is done.
  public static let jobCompleted: Self = "job.completed"
  /// A job made nothing.
  public static let jobFailed: Self = "job.failed"
  /// The wallet could not be filled up.
  public static let topOffFailed: Self = "billing.top_off_failed"
}

/// A payment into the wallet that did not go through.
public struct HedraV3TopOffFailure: Hashable, Sendable {
  /// The whole payload, in the service's spelling.
  public let object: JSONObject
  /// The ID.
  public var id: String? { object["id"]?.id }
  /// The date.
  public var createdAt: Date? { object.date("created_at") }
  /// The reason, in the service's word: `payment_method_declined`.
  public var reason: String? { object["reason"]?.string }
  /// The amount that was to be paid in.
  public var amount: Decimal? { object["amount_attempted"]?.decimal }
  /// Asks for the money that there is.
  public var balance: Decimal? { object["balance"]?.decimal }
  /// The unit: `USD`.
  public var currency: String? { object["currency"]?.string }
}

/// Reads what comes to a webhook, when Hedra signed it and when it is no older than five minutes.
///
/// ```swift
/// let key = try await hedra.webhookPublicKey()
/// let reader = HedraV3WebhookReader(publicKey: key.publicKey, verifier: verifier)
/// // … for each request that comes:
/// let webhook = try reader.webhook(in: body, headers: headers)
/// try await inbox.follow(webhook.id)
/// ```
public struct HedraV3WebhookReader: Sendable {
  /// The service's key, of 32 bytes; see ``HedraV3Client/webhookPublicKey()``.
  public var publicKey: Data
  /// Checks signatures: `.system` where there is one.
  public var verifier: Ed25519Verifier
  /// The age that what comes may have, and the time that it may be ahead: five minutes, as the
  /// service asks.
  public var tolerance: Duration

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - publicKey: The service's key, of 32 bytes.
  ///   - verifier: Checks signatures.
  ///   - tolerance: How old what comes may be, or how far ahead.
  public init(
    publicKey: Data, verifier: Ed25519Verifier, tolerance: Duration = .seconds(300)
  ) {
    self.publicKey = publicKey
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
  ) throws -> HedraV3Webhook {
    func field(_ name: String) throws -> String {
      guard let value = headers["X-Hedra-Webhook-\(name)"], !value.isEmpty else {
        throw Self.refusal("has no X-Hedra-Webhook-\(name)")
      }
      return value
    }
    let (time, id, event) = (try field("Timestamp"), try field("Id"), try field("Event"))
    let (redelivery, signature) = (try field("Redelivery"), try field("Signature"))
    // The cheapest comes first, for anybody can send anything.
    guard let seconds = Int64(time) else { throw Self.refusal("has a time that is none") }
    let date = Date(timeIntervalSince1970: Double(seconds))
    guard abs(now.timeIntervalSince(date)) <= tolerance / .seconds(1) else {
      throw Self.refusal("is too old, or of a time to come")
    }
    guard let signature = Data(hexadecimal: signature) else {
      throw Self.refusal("has a signature that is none")
    }
    let lines = [time, id, event, redelivery, ContentDigest.sha256(of: body)]
    let message = Data(lines.joined(separator: "\n").utf8)
    guard verifier.isSignature(signature, of: message, by: publicKey) else {
      throw Self.refusal("is not signed by the service")
    }
    do {
      guard case .object(let object) = try JSON(parsing: body, limits: .lenient) else {
        throw JSONMismatch(problem: "is not an object")
      }
      return HedraV3Webhook(
        id: id, event: HedraV3WebhookEvent(rawValue: event), date: date,
        isRedelivery: redelivery.lowercased() == "true",
        attempt: headers["X-Hedra-Webhook-Attempt"].flatMap { Int($0) }, object: object)
    } catch {
      throw MediaError(
        .malformedResponse, "The webhook's payload is not what Hedra documents. \(error)",
        service: "Hedra v3", underlyingError: error)
    }
  }

  private static func refusal(_ problem: String) -> MediaError {
    MediaError(.untrustedWebhook, "What came to the webhook \(problem).", service: "Hedra v3")
  }
}
