import Foundation
import TypedMedia
import TypedMediaTesting

/// One job in a sandbox.
struct SandboxJob: Sendable {
  let id: String
  let model: ModelRecord
  let input: JSONObject
  let cost: Decimal
  let submitted: Duration
  /// Where its end is told; `nil` for nowhere.
  let webhook: String?
  /// Whether the request named that itself.
  let isOwnWebhook: Bool
  let assetIDs: [String]
  /// Why it makes nothing; `nil` where it makes something.
  let failure: HedraV3Refusal?
  /// How many of its outputs fail all the same.
  let failedOutputs: Int
  /// Whether what it cost was given back.
  var isRefunded = false

  /// The file that it makes.
  var media: SampleMedia {
    switch model.kind {
    case "video": .video
    case "audio": .audio
    default: .image
    }
  }

  func end(_ pace: HedraV3Sandbox.Pace) -> Duration { submitted + pace.queued + pace.working }

  func status(_ pace: HedraV3Sandbox.Pace, at now: Duration) -> HedraV3Status {
    if now < submitted + pace.queued { return .inQueue }
    if now < end(pace) { return .inProgress }
    return failure == nil ? .completed : .failed
  }

  /// Whether an asset is one of its outputs, and still there.
  func hasOutput(_ asset: String, in service: HedraV3Service, at now: Duration) -> Bool {
    assetIDs.dropFirst(failedOutputs).contains(asset)
      && status(service.pace, at: now) == .completed && !isExpired(service.pace, at: now)
  }

  private func isExpired(_ pace: HedraV3Sandbox.Pace, at now: Duration) -> Bool {
    now >= end(pace) + HedraV3Service.outputLifetime
  }

  /// The answer to its submission.
  func acceptance(in service: HedraV3Service) -> JSON {
    [
      "job_id": .string(id), "model": .string(model.name), "status": "IN_QUEUE",
      "status_url": .string("/v3/jobs/\(id)/status"), "result_url": .string("/v3/jobs/\(id)"),
      "estimated_completion_at": service.date(at: end(service.pace)).json,
    ]
  }

  func summary(in service: HedraV3Service, at now: Duration) -> JSONObject {
    var record: JSONObject = ["job_id": .string(id), "model": .string(model.name)]
    record["quality"] = input["quality"]
    record["status"] = status(service.pace, at: now).json
    record["created_at"] = service.date(at: submitted).json
    return record
  }

  /// How far it is; with what happened where that was asked for.
  func status(
    in service: HedraV3Service, _ query: [String: String] = [:], at now: Duration
  ) throws(HedraV3Refusal) -> JSON {
    let status = status(service.pace, at: now)
    var report: JSONObject = ["job_id": .string(id), "status": status.json]
    report["progress"] = progress(service.pace, at: now)
    report["estimated_completion_at"] =
      status.isTerminal ? .null : service.date(at: end(service.pace)).json
    guard let cursor = query["logs_after"] else { return .object(report) }
    guard let known = cursor == "start" ? 0 : Int(cursor.dropFirst("log-".count)) else {
      throw .invalid([.init(code: "type", message: "logs_after is invalid", field: "logs_after")])
    }
    let logs = logs(in: service, at: now)
    report["logs"] = .array(logs.dropFirst(known).map(JSON.object))
    report.set("logs_next_cursor", "log-\(logs.count)")
    return .object(report)
  }

  private func progress(_ pace: HedraV3Sandbox.Pace, at now: Duration) -> JSON {
    switch status(pace, at: now) {
    case .inQueue: 0.json
    case .inProgress:
      min(1, max(0, (now - submitted - pace.queued) / pace.working)).json
    case .completed: 1.json
    default: .null
    }
  }

  /// What it made, or how far it is.
  func result(in service: HedraV3Service, at now: Duration) -> JSONObject {
    let status = status(service.pace, at: now)
    var record = summary(in: service, at: now)
    record["created_at"] = nil
    record["prompt"] = input["prompt"] ?? input["text"]
    record["outputs"] = .array(
      status == .completed
        ? assetIDs.indices.map { .object(output($0, service.pace, at: now)) } : [])
    if status == .completed {
      record["metrics"] = [
        "processing_time_ms": Int(service.pace.working / .milliseconds(1)).json
      ]
    }
    record["error"] = status == .failed ? failure?.envelope ?? .null : .null
    record["logs"] = .array(logs(in: service, at: now).map(JSON.object))
    record.set("cost", isRefunded ? 0 : cost)
    record.set("currency", "USD")
    return record
  }

  private func output(
    _ index: Int, _ pace: HedraV3Sandbox.Pace, at now: Duration
  ) -> JSONObject {
    let (isExpired, hasFailed) = (isExpired(pace, at: now), index < failedOutputs)
    let media = media
    let isThere = !isExpired && !hasFailed
    let status: HedraV3OutputStatus = hasFailed ? .failed : isExpired ? .expired : .completed
    let name = "\(assetIDs[index]).\(media.fileExtension)"
    // The address is another each time that somebody asks.
    let url = "https://\(HedraV3Service.fileHost)/outputs/\(name)?at=\(Int(now / .milliseconds(1)))"
    let hasFrame = media.contentType != "audio/wav" && !hasFailed
    let failure = HedraV3Refusal(
      status: 422, code: .moderationFailed, message: "The output failed moderation.")
    return [
      "status": status.json, "asset_id": isThere ? .string(assetIDs[index]) : .null,
      "url": isThere ? .string(url) : .null,
      "content_type": hasFailed ? .null : .string(media.contentType),
      "width": hasFrame ? media.width.json : .null,
      "height": hasFrame ? media.height.json : .null,
      "duration_ms": hasFailed
        ? .null : media.duration.map { Int($0 / .milliseconds(1)).json } ?? .null,
      "fps": hasFrame && media.duration != nil ? 4 : .null,
      "error": hasFailed ? failure.envelope : .null,
    ]
  }

  /// What happened to it so far.
  func logs(in service: HedraV3Service, at now: Duration) -> [JSONObject] {
    let pace = service.pace
    var events: [(Duration, HedraV3LogEvent, String)] = [
      (submitted, .queued, "The job was queued."),
      (submitted + pace.queued, .started, "The work began."),
    ]
    events.append(
      failure.map { (end(pace), .failed, $0.message) }
        ?? (end(pace), .completed, "The job was completed."))
    return events.enumerated().filter { $1.0 <= now }.map { index, event in
      [
        "id": (index + 1).json, "timestamp": service.date(at: event.0).json,
        "level": event.1 == .failed ? "error" : "info", "event": event.1.json,
        "message": .string(event.2), "source": "worker", "data": [:],
      ]
    }
  }

  /// What a stream of it tells, with the time of each; what has no ID is not counted.
  func frames(in service: HedraV3Service) -> [SandboxFrame] {
    let pace = service.pace
    let half = submitted + pace.queued + pace.working / 2
    let times = [submitted, submitted + pace.queued, half, end(pace)]
    var frames: [SandboxFrame] = []
    var logCount = 0
    for time in times {
      let logs = logs(in: service, at: time)
      for log in logs.dropFirst(logCount) {
        frames.append(SandboxFrame(time, "log", JSON.object(log), frames.count + 1))
      }
      logCount = logs.count
      if let status = try? status(in: service, at: time) {
        frames.append(SandboxFrame(time, "status", status, frames.count + 1))
      }
    }
    return frames
  }
}

/// One event of a stream.
struct SandboxFrame: Sendable {
  /// When it is sent.
  let time: Duration
  /// Its number; `nil` where it has none.
  let id: Int?
  /// As it goes over the wire.
  let text: String

  init(_ time: Duration, _ name: String, _ data: JSON, _ id: Int?) {
    self.time = time
    self.id = id
    text = "event: \(name)\n" + (id.map { "id: \($0)\n" } ?? "") + "data: \(data.text())\n\n"
  }

  /// The last.
  static let done = "event: done\ndata: [STREAM_DONE]\n\n"
}
