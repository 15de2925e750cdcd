import Foundation
import TypedMedia
import TypedMediaTesting

/// An attempt to tell a webhook of a job's end.
struct SandboxDelivery: Sendable {
  let jobID: String
  let model: String
  let url: String
  let source: String
  let registered: Duration
  var event: HedraV3WebhookEvent?
  var status = HedraV3DeliveryStatus.pending
  var attempts = 0
  var responseStatus: Int?
  var lastAttempt: Duration?
  var redeliveries: [JSON] = []

  init(of job: SandboxJob) {
    jobID = job.id
    model = job.model.name
    url = job.webhook ?? ""
    source = job.isOwnWebhook ? "per_job" : "default"
    registered = job.submitted
  }

  func record(in service: HedraV3Service) -> JSONObject {
    var record: JSONObject = [
      "job_id": .string(jobID), "job_accessible": true, "model": .string(model),
      "event_type": event?.json ?? .null, "status": status.json, "source": .string(source),
      "attempts": attempts.json, "redelivery_count": redeliveries.count.json,
      "redeliveries": .array(redeliveries),
    ]
    for (name, value) in outcome(in: service) { record[name] = value }
    record.set("webhook_url", url)
    record["created_at"] = service.date(at: registered).json
    return record
  }

  /// The way that it last stood.
  private func outcome(in service: HedraV3Service) -> JSONObject {
    let isFailed = lastAttempt != nil && !(200..<300).contains(responseStatus ?? 0)
    let failure = HedraV3Refusal(
      status: 0, code: .unavailable, message: "The endpoint could not be reached.", retryAfter: 0)
    return [
      "last_response_status": responseStatus?.json ?? .null,
      "last_error": isFailed ? failure.envelope : .null,
      "last_attempt_at": lastAttempt.map { service.date(at: $0).json } ?? .null,
    ]
  }

  /// Keeps how it stood, and begins anew.
  mutating func begin(again now: Duration, in service: HedraV3Service) {
    var past = outcome(in: service)
    past["requested_at"] = service.date(at: now).json
    past["status"] = status.json
    past["attempts"] = attempts.json
    redeliveries.append(.object(past))
    status = .delivering
  }
}

extension HedraV3Service {
  var webhookSetting: JSON {
    [
      "url": webhook.map { .string($0.url) } ?? .null,
      "enabled": .bool(webhook?.isEnabled ?? false),
      "updated_at": webhook?.date.json ?? .null,
      "updated_by_key_id": webhook == nil ? .null : .string("sandbox"),
    ]
  }

  mutating func setWebhook(_ body: JSON?, at now: Duration) throws(HedraV3Refusal) -> JSON {
    guard let url = body?["url"]?.string, url.hasPrefix("https://") else {
      throw .invalid([.init(code: "value", message: "url must be HTTPS", field: "url")])
    }
    webhook = (url, body?["enabled"]?.bool ?? true, date(at: now))
    return webhookSetting
  }

  mutating func redeliver(_ jobID: String, at now: Duration) throws(HedraV3Refusal) -> JSON {
    guard let index = deliveries.firstIndex(where: { $0.jobID == jobID }) else {
      throw .notFound("Delivery not found.")
    }
    guard [.delivered, .failed].contains(deliveries[index].status) else {
      throw HedraV3Refusal(
        status: 409, code: .alreadyInProgress, message: "The delivery is in flight.")
    }
    deliveries[index].begin(again: now, in: self)
    return .object(deliveries[index].record(in: self))
  }

  /// What a job's webhook is told; `nil` as long as the job has not ended.
  func webhookPayload(of jobID: String, at now: Duration) -> (HedraV3WebhookEvent, Data)? {
    guard let job = jobs.first(where: { $0.id == jobID }), job.status(pace, at: now).isTerminal
    else { return nil }
    var payload = job.result(in: self, at: now)
    for name in ["logs", "cost", "currency"] { payload[name] = nil }
    return (job.failure == nil ? .jobCompleted : .jobFailed, JSON.object(payload).data())
  }

  /// Keeps what came of an attempt.
  mutating func note(
    _ event: HedraV3WebhookEvent, of jobID: String, answered status: Int?, isLast: Bool,
    at now: Duration
  ) {
    guard let index = deliveries.firstIndex(where: { $0.jobID == jobID }) else { return }
    let isTaken = (200..<300).contains(status ?? 0)
    deliveries[index].event = event
    deliveries[index].attempts += 1
    deliveries[index].responseStatus = status
    deliveries[index].lastAttempt = now
    deliveries[index].status = isTaken ? .delivered : isLast ? .failed : .delivering
  }
}
