import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// What comes to a webhook, and whether it is the service's.
@Suite(.timeLimit(.minutes(20))) struct WebhookTests {
  /// The public key of the secret key of the bytes 0 to 31.
  private static let publicKey =
    Data(base64Encoded: "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=") ?? Data()

  /// Texts that were signed with that secret key, by another implementation.
  struct Vector: Sendable {
    let id: String
    let event: String
    let redelivery: String
    let body: String
    let digest: String
    let signature: String

    static let time = "1787300000"

    var message: String { [Self.time, id, event, redelivery, digest].joined(separator: "\n") }
    var headers: HeaderFields {
      [
        "x-hedra-webhook-timestamp": Self.time, "x-hedra-webhook-id": id,
        "x-hedra-webhook-event": event, "x-hedra-webhook-redelivery": redelivery,
        "x-hedra-webhook-attempt": "2", "x-hedra-webhook-signature": signature,
      ]
    }
  }

  private static let completed = Vector(
    id: "job_6b29fc40-ca47-4067-b31d-000000000001", event: "job.completed", redelivery: "false",
    body:
      #"{"job_id":"job_6b29fc40-ca47-4067-b31d-000000000001","model":"flux2-pro","status":"COMPLETED","outputs":[{"status":"COMPLETED","url":"https://files.hedra.com/ö.png"}]}"#,
    digest: "1e8b1ba38ff034e3617700afe465bca333cfbb798c2bb8f1be6f4aa128899f67",
    signature:
      "bd1fdf0827053fee9ce8554b8e0073ea7dd4af7ad61c23d6ec1ca8e212425d3d7cdae9d4e780e1ef2335bb0b20d04fb2c53c32523357d00d48f5e8f11c677b03"
  )
  private static let failed = Vector(
    id: "job_6b29fc40-ca47-4067-b31d-000000000002", event: "job.failed", redelivery: "true",
    body:
      #"{"job_id":"job_6b29fc40-ca47-4067-b31d-000000000002","status":"FAILED","error":{"code":"MODERATION_FAILED","message":"Image failed moderation."}}"#,
    digest: "70fbf8013f70d56fc8cc5bcb585db930d169aa795f1bfa5c17c7594b24035098",
    signature:
      "784f709f7c1c7a24d4ac6026315066530c9776709fde9ff243f78cede1c57289d71019712cee4470e20ad4bb166b79daaa63c59a62ef054916f465fdde06d80e"
  )
  private static let topOff = Vector(
    id: "evt_1", event: "billing.top_off_failed", redelivery: "false",
    body:
      #"{"id":"evt_1","type":"billing.top_off_failed","reason":"payment_method_declined","amount_attempted":20.5,"balance":0.4,"currency":"USD"}"#,
    digest: "3042ff4ebfd70dee1aedd2c736c28c1a39f3be407f256107d102c00915b2a89c",
    signature:
      "7bea7df25de254217c1bebc228ce9e6834d4b18bd8a9004edb071e3a1fcb0603e66b4ca8ef674da662ca9763ebe967204499b4baadac2ab07a5926239a05ea06"
  )
  private static let all = [completed, failed, topOff]

  /// Knows the signatures of the vectors and no other: what a verifier makes of them is its own business.
  private static let known = Ed25519Verifier { signature, message, key in
    key == publicKey
      && all.contains { vector in
        Data(vector.message.utf8) == message
          && signature.hexadecimal == vector.signature
      }
  }

  private static var verifiers: [Ed25519Verifier] {
    #if canImport(CryptoKit)
      [known, .system]
    #else
      [known]
    #endif
  }

  private func read(
    _ vector: Vector, body: String? = nil, headers: HeaderFields? = nil, secondsLater: Double = 10,
    by verifier: Ed25519Verifier
  ) throws -> HedraV3Webhook {
    let now = Date(timeIntervalSince1970: 1_787_300_000 + secondsLater)
    return try HedraV3WebhookReader(publicKey: Self.publicKey, verifier: verifier).webhook(
      in: Data((body ?? vector.body).utf8), headers: headers ?? vector.headers, now: now)
  }

  @Test func whatTheServiceSignedIsRead() throws {
    for verifier in Self.verifiers {
      let webhook = try read(Self.completed, by: verifier)
      #expect(webhook.id == Self.completed.id)
      #expect(webhook.event == .jobCompleted)
      #expect(webhook.date == Date(timeIntervalSince1970: 1_787_300_000))
      #expect(!webhook.isRedelivery && webhook.attempt == 2)
      #expect(webhook.result?.outputs.first?.url?.path == "/ö.png")
      #expect(webhook.topOffFailure == nil)
      let failed = try read(Self.failed, by: verifier)
      #expect(failed.result?.failure?.code == .moderationFailed)
      #expect(failed.isRedelivery)
      let topOff = try read(Self.topOff, by: verifier)
      #expect(topOff.result == nil)
      #expect(topOff.topOffFailure?.reason == "payment_method_declined")
      #expect(topOff.topOffFailure?.amount == 20.5 && topOff.topOffFailure?.balance == 0.4)
    }
  }

  @Test func whatComesTwiceHasOneKeyUnlessItWasSentAgain() throws {
    let webhook = try read(Self.completed, by: Self.known)
    #expect(webhook.deliveryKey == "\(Self.completed.id) job.completed")
    let again = try read(Self.failed, by: Self.known)
    #expect(again.deliveryKey != "\(Self.failed.id) job.failed")
  }

  @Test func whatAnybodyElseSentIsNot() throws {
    for verifier in Self.verifiers {
      let vector = Self.completed
      func refused(
        _ why: String, body: String? = nil, _ change: (inout HeaderFields) -> Void = { _ in },
        secondsLater: Double = 10
      ) {
        var headers = vector.headers
        change(&headers)
        do {
          _ = try read(
            vector, body: body, headers: headers, secondsLater: secondsLater, by: verifier)
          Issue.record("\(why) was read.")
        } catch {
          #expect((error as? MediaError)?.code == .untrustedWebhook, "\(why): \(error)")
        }
      }
      refused("another body", body: vector.body.replacing("flux2-pro", with: "flux2-max"))
      refused("a body with a space", body: vector.body + " ")
      for name in ["Timestamp", "Id", "Event", "Redelivery", "Signature"] {
        refused("no \(name)", { $0["X-Hedra-Webhook-\(name)"] = nil })
        refused("another \(name)", { $0["X-Hedra-Webhook-\(name)"] = "00" })
      }
      refused("a redelivery", { $0["X-Hedra-Webhook-Redelivery"] = "true" })
      refused("a later time", { $0["X-Hedra-Webhook-Timestamp"] = "1787300001" })
      refused("half a signature", { $0["X-Hedra-Webhook-Signature"]?.removeLast(64) })
      refused("something old", secondsLater: 301)
      refused("something of tomorrow", secondsLater: -301)
      refused("an absurd time", { $0["X-Hedra-Webhook-Timestamp"] = "9223372036854775807" })
    }
    #expect(throws: Never.self) { try read(Self.completed, secondsLater: 299, by: Self.known) }
  }

  @Test func theSettingsAreTheAccounts() async throws {
    let sandbox = HedraV3Sandbox(
      models: Sample.models, publicKey: Self.publicKey, clock: VirtualClock())
    let hedra = sandbox.client()
    #expect(try await hedra.webhookPublicKey().publicKey == Self.publicKey)
    #expect(try await hedra.webhookPublicKey().algorithm == "ed25519")
    #expect(try await hedra.webhook().url == nil)
    #expect(try await mediaError { try await hedra.testWebhook() }.code == .notFound)
    let address = try #require(URL(string: "https://app.example.com/hooks"))
    let setting = try await hedra.setWebhook(address, isEnabled: false)
    #expect(setting.url == address && !setting.isEnabled && setting.updatedAt != nil)
    #expect(try await hedra.webhook() == setting)
    #expect(try await hedra.testWebhook().isDelivered)
    try await hedra.removeWebhook()
    #expect(try await hedra.webhook().url == nil)
    let plain = try #require(URL(string: "http://app.example.com/hooks"))
    #expect(try await mediaError { try await hedra.setWebhook(plain) }.code == .invalidRequest)
  }

  @Test func aJobsEndIsDeliveredAndSentAgainOnDemand() async throws {
    let clock = VirtualClock()
    let receiver = Receiver(answering: [500, 200, 200])
    // What is signed stands for the signature, as far as it has room.
    let sandbox = HedraV3Sandbox(
      models: Sample.models, webhooks: receiver, publicKey: Self.publicKey, clock: clock,
      signingWith: { Data(ContentDigest.sha256(of: $0).utf8) })
    let reader = HedraV3WebhookReader(
      publicKey: Self.publicKey,
      verifier: Ed25519Verifier { signature, message, _ in
        signature == Data(ContentDigest.sha256(of: message).utf8)
      })
    let hedra = sandbox.client()
    let address = try #require(URL(string: "https://app.example.com/hooks"))
    let job = try await hedra.submit(
      Sample.request(), options: HedraV3Options(webhookURL: address)
    ).job
    #expect(
      await sandbox.requests(to: .submit).first?.body?["webhook"] == .string(address.absoluteString)
    )
    await sandbox.finishWebhooks()
    var delivery = try #require(try await hedra.webhookDeliveries().first { _ in true })
    #expect(delivery.id == job.id && delivery.status == .delivered && delivery.source == "per_job")
    #expect(delivery.attemptCount == 2 && delivery.event == .jobCompleted)
    #expect(delivery.webhookURL == address && delivery.lastFailure == nil)
    delivery = try await hedra.redeliverWebhook(of: job.id)
    #expect(delivery.status == .delivering && delivery.redeliveryCount == 1)
    #expect(delivery.redeliveries.map(\.status) == [.delivered])
    #expect(delivery.redeliveries.map(\.attemptCount) == [2])
    await sandbox.finishWebhooks()
    let now = await sandbox.now
    let webhooks = try receiver.requests.map { request in
      try reader.webhook(in: request.body ?? Data(), headers: request.headers, now: now)
    }
    #expect(webhooks.map(\.attempt) == [1, 2, 1])
    #expect(webhooks.map(\.isRedelivery) == [false, false, true])
    #expect(webhooks[0].deliveryKey == webhooks[1].deliveryKey)
    #expect(webhooks[1].deliveryKey != webhooks[2].deliveryKey)
    #expect(webhooks.allSatisfy { $0.result?.id == job.id && $0.result?.cost == nil })
    #expect(
      try await mediaError { try await hedra.redeliverWebhook(of: "job_0") }.code == .notFound)
  }

  @Test func whatIsOnItsWayIsNotSentAgain() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(pace: .init(working: .seconds(3_600)))
    let address = try #require(URL(string: "https://app.example.com/hooks"))
    let hedra = sandbox.client()
    let job = try await hedra.submit(
      Sample.request(), options: HedraV3Options(webhookURL: address)
    ).job
    let error = try await mediaError { try await hedra.redeliverWebhook(of: job.id) }
    #expect(error.code == .conflict)
    #expect(error.serviceCode == "ALREADY_IN_PROGRESS")
  }

  /// A server that takes webhooks.
  private final class Receiver: Transport, @unchecked Sendable {
    private let lock = NSLock()
    private var statuses: [Int]
    private var received: [TransportRequest] = []

    init(answering statuses: [Int]) { self.statuses = statuses }

    var requests: [TransportRequest] { lock.withLock { received } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      lock.withLock {
        received.append(request)
        return TransportResponse(status: statuses.isEmpty ? 404 : statuses.removeFirst())
      }
    }
  }
}
