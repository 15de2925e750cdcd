public import Foundation

/// The account's own webhook, and what was sent to any.
extension HedraV3Client {
  /// The webhook that is told of jobs which name none.
  ///
  /// - Returns: The webhook that is told of jobs which name none.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func webhook() async throws -> HedraV3WebhookSetting {
    try await connection.send(.get("webhooks", "default")) {
      HedraV3WebhookSetting(object: try $0.object)
    }
  }

  /// Sets the webhook that is told of jobs which name none.
  ///
  /// - Parameters:
  ///   - url: Where it is: HTTPS.
  ///   - isEnabled: Whether it is told anything for now.
  /// - Returns: The setting.
  /// - Throws: `MediaError`, or `CancellationError`.
  @discardableResult
  public func setWebhook(_ url: URL, isEnabled: Bool = true) async throws -> HedraV3WebhookSetting {
    let call = ServiceCall(
      "PUT", ["webhooks", "default"], body: ["url": url.json, "enabled": .bool(isEnabled)],
      effect: .writes)
    return try await connection.send(call) { HedraV3WebhookSetting(object: try $0.object) }
  }

  /// Forgets the webhook that is told of jobs which name none.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func removeWebhook() async throws {
    _ = try await connection.send(
      ServiceCall("DELETE", ["webhooks", "default"], effect: .writes))
  }

  /// Has something sent to the account's webhook, to see whether it arrives.
  ///
  /// - Returns: What came of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func testWebhook() async throws -> HedraV3WebhookTest {
    let call = ServiceCall("POST", ["webhooks", "default", "test"], effect: .writes)
    return try await connection.send(call) { HedraV3WebhookTest(object: try $0.object) }
  }

  /// The key by which to check that a webhook's payload is the service's. It is the same for all accounts;
  /// whether it ever changes is not documented.
  ///
  /// - Returns: The key by which to check that a webhook's payload is the service's.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func webhookPublicKey() async throws -> HedraV3WebhookKey {
    var call = ServiceCall.get("webhooks", "public-key")
    call.sendsKey = false
    return try await connection.send(call) { try HedraV3WebhookKey($0.object) }
  }

  /// Lists what was sent to webhooks, without end of pages.
  ///
  /// - Parameter pageSize: How many to ask for at once, from 1 to 100.
  /// - Returns: What was sent to webhooks, without end of pages.
  public func webhookDeliveries(pageSize: Int = 20) -> Pages<HedraV3WebhookDelivery> {
    pages(of: ["webhooks", "deliveries"], pageSize) { try HedraV3WebhookDelivery($0) }
  }

  /// Has a job's end sent to its webhook again.
  ///
  /// - Parameter jobID: The job's ID.
  /// - Returns: The attempt.
  /// - Throws: `MediaError`, with the code `MediaError.Code.conflict` while it is being sent; or
  ///   `CancellationError`.
  @discardableResult
  public func redeliverWebhook(of jobID: String) async throws -> HedraV3WebhookDelivery {
    let call = ServiceCall(
      "POST", ["webhooks", "deliveries", jobID, "redeliver"], effect: .writes)
    return try await connection.send(call) { try HedraV3WebhookDelivery($0.object) }
  }
}

/// The webhook that is told of jobs which name none.
public struct HedraV3WebhookSetting: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  public let object: JSONObject
  /// The address; `nil` when there is none.
  public var url: URL? { object.url("url") }
  /// Tells whether it is told anything.
  public var isEnabled: Bool { object["enabled"]?.bool ?? false }
  /// The date when it was set.
  public var updatedAt: Date? { object.date("updated_at") }
  /// The ID of the key by which it was set.
  public var updatedByKeyID: String? { object["updated_by_key_id"]?.string }
}

/// The outcome of sending something to the account's webhook.
public struct HedraV3WebhookTest: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  public let object: JSONObject
  /// Tells whether it arrived.
  public var isDelivered: Bool { object["ok"]?.bool ?? false }
  /// The status that the webhook answered with; `nil` when it did not answer.
  public var responseStatus: Int? { object["response_status"]?.int }
  /// The reason why it did not arrive; `nil` when it did.
  public var problem: String? { object["error"]?.string }
}

/// A key by which webhooks' payloads are checked.
public struct HedraV3WebhookKey: Hashable, Sendable {
  /// The 32 bytes of the key.
  public let publicKey: Data
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    let text: String = try object.required("public_key")
    guard let key = Data(base64Encoded: text), key.count == 32 else {
      throw JSONMismatch(problem: "has a \"public_key\" that is not 32 bytes in Base64")
    }
    publicKey = key
    self.object = object
  }

  /// The algorithm, which is `ed25519`.
  public var algorithm: String? { object["algorithm"]?.string }
}

/// An attempt to tell a webhook of a job's end.
public struct HedraV3WebhookDelivery: Hashable, Sendable, Identifiable {
  /// The ID of the job, of which there is one.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("job_id")
    self.object = object
  }

  /// Tells whether the key may look the job up.
  public var isJobAccessible: Bool? { object["job_accessible"]?.bool }
  /// The ID of the model that the job is of.
  public var model: String? { object["model"]?.string }
  /// The event that is told; `nil` as long as the job has not ended.
  public var event: HedraV3WebhookEvent? {
    object["event_type"]?.string.map(HedraV3WebhookEvent.init)
  }
  /// The state.
  public var status: HedraV3DeliveryStatus? {
    object["status"]?.string.map(HedraV3DeliveryStatus.init)
  }
  /// The one whose webhook it is: `per_job` or `default`.
  public var source: String? { object["source"]?.string }
  /// The number of times that it was tried, in all.
  public var attemptCount: Int? { object["attempts"]?.int }
  /// The number of times that somebody had it sent again.
  public var redeliveryCount: Int? { object["redelivery_count"]?.int }
  /// The attempts since somebody had it sent again, the first first.
  public var redeliveries: [Redelivery] {
    (object["redeliveries"]?.array ?? []).compactMap { $0.object.map(Redelivery.init) }
  }
  /// The status that the webhook last answered with; `nil` when it did not answer.
  public var lastResponseStatus: Int? { object["last_response_status"]?.int }
  /// The reason why it last went wrong; `nil` when it did not.
  public var lastFailure: HedraV3Failure? { HedraV3Failure(of: object, "last_error") }
  /// The address of the webhook.
  public var webhookURL: URL? { object.url("webhook_url") }
  /// The date from which it was clear that it would be told.
  public var createdAt: Date? { object.date("created_at") }
  /// The date when it was last tried; `nil` before.
  public var lastAttemptAt: Date? { object.date("last_attempt_at") }

  /// The state when somebody had it sent again.
  public struct Redelivery: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The date when somebody had it sent again.
    public var requestedAt: Date? { object.date("requested_at") }
    /// The state at that time.
    public var status: HedraV3DeliveryStatus? {
      object["status"]?.string.map(HedraV3DeliveryStatus.init)
    }
    /// The number of times that it had been tried, in all.
    public var attemptCount: Int? { object["attempts"]?.int }
    /// The status that the webhook had answered with; `nil` when it had not answered.
    public var lastResponseStatus: Int? { object["last_response_status"]?.int }
    /// The reason why it had gone wrong; `nil` when it had not.
    public var lastFailure: HedraV3Failure? { HedraV3Failure(of: object, "last_error") }
    /// The date when it had last been tried.
    public var lastAttemptAt: Date? { object.date("last_attempt_at") }
  }
}

/// The state of telling a webhook.
public struct HedraV3DeliveryStatus: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It will be tried.
  public static let pending: Self = "PENDING"
  /// It is being tried.
  public static let delivering: Self = "DELIVERING"
  /// It arrived.
  public static let delivered: Self = "DELIVERED"
  /// It was given up.
  public static let failed: Self = "FAILED"
}
