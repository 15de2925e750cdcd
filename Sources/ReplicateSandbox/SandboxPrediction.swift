import Foundation
import ReplicateCore
import TypedMedia
import TypedMediaTesting

/// One prediction in a sandbox, or one training.
struct SandboxPrediction: Sendable {
  let id: String
  let model: ModelRecord
  /// The ID of the version; `hidden` where the model ran by its name.
  let version: String
  let deployment: String?
  /// The name of the model that gets a version of what a training makes; `nil` for a prediction.
  var destination: String?
  let input: JSONObject
  let created: Duration
  /// The date when it is ended by itself; `nil` where it is not.
  let deadline: Duration?
  let webhook: String?
  let events: [String]
  let output: JSON
  let files: [URL: SampleMedia]
  /// The reason why it makes nothing; `nil` where it makes something.
  let failure: String?
  let pace: ReplicateSandbox.Pace
  /// The date when somebody cancelled it.
  var cancelled: Duration?

  var start: Duration { created + pace.starting }

  /// The date when it ends, and how.
  var end: (time: Duration, status: ReplicatePrediction.Status) {
    let end = start + pace.processing
    let stops = [cancelled.map { ($0, false) }, deadline.map { ($0, true) }].compactMap { $0 }
    guard let (time, isDeadline) = stops.filter({ $0.0 < end }).min(by: { $0.0 < $1.0 }) else {
      return (end, failure == nil ? .succeeded : .failed)
    }
    return (time, isDeadline && time < start ? .aborted : .canceled)
  }

  /// Whether its output comes as it is made.
  var hasStream: Bool {
    destination == nil && model.outputSchema?["x-cog-array-type"]?.string == "iterator"
  }

  /// Where its output comes as it is made: at another server than the service's.
  private var streamURL: String { "https://\(ReplicateService.streamHost)/predictions/\(id)" }

  /// What a stream of it tells.
  var streamEvents: [SandboxStream.Event] {
    let (end, status) = end
    let pieces = output.array?.compactMap(\.string) ?? [output.string].compactMap { $0 }
    var events: [SandboxStream.Event] = []
    if status == .succeeded {
      let step = pace.processing / max(pieces.count, 1)
      events = pieces.enumerated().map { index, piece in
        .init(piece, at: start + step * (index + 1), name: "output", id: "\(index + 1)")
      }
    } else if status == .failed {
      events = [.init(failure ?? "", at: end, name: "error")]
    }
    return events + [.init("{}", at: end, name: "done")]
  }

  func status(at now: Duration) -> ReplicatePrediction.Status {
    if now >= end.time { return end.status }
    return now < start ? .starting : .processing
  }

  /// Tells whether what it took and made is deleted.
  func isDataRemoved(at now: Duration) -> Bool {
    now >= end.time + ReplicateService.lifetime
  }

  func record(in service: ReplicateService, at now: Duration) -> JSON {
    let status = status(at: now)
    let isRemoved = isDataRemoved(at: now)
    let hasOutput = status == .succeeded && !isRemoved
    let kind = destination == nil ? "predictions" : "trainings"
    let url = "\(ReplicateService.address)/\(kind)/\(id)"
    var record: JSONObject = [
      "id": .string(id), "model": .string(model.name), "version": .string(version),
      "input": .object(isRemoved ? [:] : input), "output": hasOutput ? output : .null,
      "logs": isRemoved || status == .starting ? "" : "Using seed: 1\n",
      "error": status == .failed ? .string(failure ?? "") : .null,
      "status": status.json, "source": "api", "data_removed": .bool(isRemoved),
      "created_at": service.date(at: created).json,
      "urls": [
        "get": .string(url), "cancel": .string("\(url)/cancel"),
        "web": .string("https://replicate.com/p/\(id)"),
      ],
    ]
    if hasStream { record["urls"] = record["urls"]?.adding("stream", .string(streamURL)) }
    record.set("deployment", deployment)
    record.set("deadline", deadline.map { service.date(at: $0) })
    if now >= start, end.time > start { record.set("started_at", service.date(at: start)) }
    guard status.isTerminal else { return .object(record) }
    record.set("completed_at", service.date(at: end.time))
    record["metrics"] = [
      "predict_time": (max(.zero, end.time - start) / .seconds(1)).json,
      "total_time": ((end.time - created) / .seconds(1)).json,
    ]
    return .object(record)
  }
}

/// A file that was handed over to a sandbox.
struct SandboxFile: Sendable {
  let id: String
  let name: String
  let contentType: String
  let data: Data
  let metadata: JSON
  let created: Duration

  func record(in service: ReplicateService) -> JSON {
    [
      "id": .string(id), "content_type": .string(contentType), "size": data.count.json,
      "checksums": ["sha256": .string(ContentDigest.sha256(of: data))], "metadata": metadata,
      "created_at": service.date(at: created).json,
      "expires_at": service.date(at: created + ReplicateService.fileLifetime).json,
      "urls": ["get": .string("\(ReplicateService.address)/files/\(id)")],
    ]
  }
}

extension JSON {
  /// The object with one more member.
  fileprivate func adding(_ key: String, _ value: JSON) -> JSON {
    var object = object ?? [:]
    object[key] = value
    return .object(object)
  }
}
