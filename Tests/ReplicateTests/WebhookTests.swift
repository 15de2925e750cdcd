import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// What comes to a webhook, and whether it is the service's.
@Suite(.timeLimit(.minutes(20))) struct WebhookTests {
  /// The bytes from 0 to 23.
  private static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"

  /// Texts that were signed with that secret by another implementation.
  struct Vector: Sendable {
    let id: String
    let body: String
    let signature: String

    static let time = "1787300000"

    var headers: HeaderFields {
      [
        "Webhook-Id": id, "Webhook-Timestamp": Self.time, "Webhook-Signature": "v1,\(signature)",
      ]
    }
  }

  private static let succeeded = Vector(
    id: "msg_2a",
    body:
      #"{"id":"gm3qorzdhgbfurvjtvhg6dckhu","model":"suno-ai/bark","status":"succeeded","output":{"audio_out":"https://replicate.delivery/ö.wav"}}"#,
    signature: "CpfgBQf5CX/avXsPWG5sLGFjTmw/2btxcz9eTcHgWT8=")
  private static let failed = Vector(
    id: "msg_2b", body: #"{"id":"p2","status":"failed","error":"Out of memory","output":null}"#,
    signature: "ue5Cu8Th/quorfALNEXWduO4FBisbDWMuHT9ad5ZPS0=")
  private static let odd = Vector(
    id: "msg_2c", body: "[1]", signature: "m819rEzL0AojT7qfqfjX3P3AvO6V57LvV1DzwMKcx+g=")

  private static var verifiers: [HMACVerifier] {
    #if canImport(CryptoKit)
      [Sample.verifier, .system]
    #else
      [Sample.verifier]
    #endif
  }

  private func read(
    _ vector: Vector, body: String? = nil, headers: HeaderFields? = nil, secondsLater: Double = 10,
    secret: String = secret, by verifier: HMACVerifier = Sample.verifier
  ) throws -> ReplicateWebhook {
    let now = Date(timeIntervalSince1970: 1_787_300_000 + secondsLater)
    return try ReplicateWebhookReader(secret: secret, verifier: verifier).webhook(
      in: Data((body ?? vector.body).utf8), headers: headers ?? vector.headers, now: now)
  }

  @Test func whatTheServiceSignedIsRead() throws {
    for verifier in Self.verifiers {
      let webhook = try read(Self.succeeded, by: verifier)
      #expect(webhook.id == "msg_2a")
      #expect(webhook.date == Date(timeIntervalSince1970: 1_787_300_000))
      #expect(webhook.prediction.id == "gm3qorzdhgbfurvjtvhg6dckhu")
      #expect(webhook.prediction.result?.files.first?.url.path == "/ö.wav")
      let failed = try read(Self.failed, by: verifier).prediction
      #expect(failed.failure?.message == "Out of memory" && failed.result == nil)
    }
  }

  @Test func aSecretWithoutItsPrefixIsTheSame() throws {
    _ = try read(Self.failed, secret: String(Self.secret.dropFirst(6)))
  }

  @Test func oneOfSeveralSignaturesIsEnough() throws {
    var headers = Self.failed.headers
    headers["webhook-signature"] =
      "v1a,xyz v1,\(Self.succeeded.signature) v1, v1,\(Self.failed.signature)"
    _ = try read(Self.failed, headers: headers)
  }

  @Test(arguments: [-301.0, 301, 1e9, -1e9])
  func whatIsOldOrOfATimeToComeIsNotTrusted(age: Double) throws {
    let error = #expect(throws: MediaError.self) { try read(Self.failed, secondsLater: age) }
    #expect(error?.code == .untrustedWebhook)
  }

  @Test func fiveMinutesAreTrusted() throws {
    for age in [-300.0, 0, 300] { _ = try read(Self.failed, secondsLater: age) }
  }

  @Test func whatWasChangedIsNotTrusted() throws {
    var changes: [HeaderFields] = []
    for (name, value) in [
      ("webhook-id", "msg_2x"), ("webhook-timestamp", "1787300001"),
      ("webhook-timestamp", "now"), ("webhook-signature", "v1,"),
      ("webhook-signature", Self.failed.signature), ("webhook-signature", "v2,abc"),
      ("webhook-signature", "v1,\(Self.succeeded.signature)"),
    ] {
      var headers = Self.failed.headers
      headers[name] = value
      changes.append(headers)
    }
    for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
      var headers = Self.failed.headers
      headers[name] = nil
      changes.append(headers)
    }
    for headers in changes {
      let error = #expect(throws: MediaError.self) { try read(Self.failed, headers: headers) }
      #expect(error?.code == .untrustedWebhook)
    }
    for body in [Self.failed.body + " ", ""] {
      let error = #expect(throws: MediaError.self) { try read(Self.failed, body: body) }
      #expect(error?.code == .untrustedWebhook)
    }
    // A secret that is none is nobody's, whatever the verifier thinks of it.
    for secret in ["whsec_", "whsec_!", "", "whsec_AAEC"] {
      let error = #expect(throws: MediaError.self) { try read(Self.failed, secret: secret) }
      #expect(error?.code == .untrustedWebhook)
    }
  }

  @Test func whatIsSignedAndNoPredictionIsAnErrorOfItsOwn() throws {
    let error = #expect(throws: MediaError.self) { try read(Self.odd) }
    #expect(error?.code == .malformedResponse)
  }

  @Test func theSandboxTellsAndSigns() async throws {
    let (clock, receiver) = (VirtualClock(), Recorder(over: CannedAnswer(body: "")))
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, webhooks: receiver, webhookSecret: Self.secret,
      clock: clock,
      signingWith: { Sample.code(of: $0, by: $1) })
    let replicate = sandbox.client()
    let options = ReplicateOptions(
      webhookURL: URL(string: "https://a.example/hook"),
      webhookEvents: [.start, .output, .completed])
    let job = try await replicate.submit(Sample.request, options: options).job
    await sandbox.finishWebhooks()
    let requests = await receiver.requests
    #expect(
      requests.map(\.url.absoluteString) == Array(repeating: "https://a.example/hook", count: 3))
    let reader = ReplicateWebhookReader(
      secret: try await replicate.webhookSecret(), verifier: Sample.verifier)
    let now = await sandbox.now
    let webhooks = try requests.map {
      try reader.webhook(in: $0.body ?? Data(), headers: $0.headers, now: now)
    }
    #expect(webhooks.map(\.prediction.status.rawValue) == ["processing", "succeeded", "succeeded"])
    #expect(Set(webhooks.map(\.id)).count == 3)
    #expect(webhooks.allSatisfy { $0.prediction.id == job.id })
    #expect(webhooks.last?.prediction.result?.files.count == 1)
  }

  @Test func byDefaultOutputsAndTheEndAreTold() async throws {
    let (clock, receiver) = (VirtualClock(), Recorder(over: CannedAnswer(body: "")))
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, webhooks: receiver, clock: clock)
    await sandbox.failNextPredictions()
    let options = ReplicateOptions(webhookURL: URL(string: "https://a.example/hook"))
    for _ in 0..<2 { _ = try await sandbox.client().submit(Sample.request, options: options) }
    await sandbox.finishWebhooks()
    // One failed, and has no output to tell of.
    #expect(await receiver.requests.count == 3)
  }

  @Test func whatIsNotTakenIsToldAFewTimes() async throws {
    let receiver = Recorder(over: CannedAnswer(status: 500, body: ""))
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, webhooks: receiver, clock: VirtualClock())
    let options = ReplicateOptions(
      webhookURL: URL(string: "https://a.example/hook"), webhookEvents: [.completed])
    _ = try await sandbox.client().submit(Sample.request, options: options)
    await sandbox.finishWebhooks()
    let requests = await receiver.requests
    #expect(requests.count == 4)
    #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
  }

  /// A webhook is a hint: the inbox asks the service, and hands over once.
  @Test func aWebhooksJobIsHandedOverOnce() async throws {
    let (clock, receiver) = (VirtualClock(), Recorder(over: CannedAnswer(body: "")))
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, webhooks: receiver, clock: clock,
      signingWith: { Sample.code(of: $0, by: $1) })
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: MemoryLedger()))
    let handed = Watched<[String]>([])
    let inbox = try ResultInbox(replicate) { job, result in
      _ = try result.get()
      handed.change { $0.append(job.id) }
    }
    let options = ReplicateOptions(webhookURL: URL(string: "https://a.example/hook"))
    let id = try await replicate.submit(Sample.request, options: options).job.id
    await sandbox.finishWebhooks()
    let reader = ReplicateWebhookReader(
      secret: ReplicateSandbox.webhookSecret, verifier: Sample.verifier)
    for request in await receiver.requests {
      let webhook = try reader.webhook(
        in: request.body ?? Data(), headers: request.headers, now: await sandbox.now)
      try await inbox.follow(webhook.prediction.id)
    }
    #expect(handed.value == [id])
    #expect(try await replicate.recover().jobs.isEmpty)
  }
}
