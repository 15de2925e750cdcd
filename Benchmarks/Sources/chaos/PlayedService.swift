import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia

/// A service that can be played: what its requests and answers look like.
enum PlayedService: String, CaseIterable, ExpressibleByArgument {
  /// One that takes each request for a new one.
  case plain
  /// One that knows a request again by an ID in it.
  case deduplicated
  /// Hoox, which does not know a request again, through its own client.
  case hoox
  /// Hedra, which knows a request again, through its own client.
  case hedra
  /// IndoxHub, which does not, through its own client.
  case indoxhub

  /// Whether a request whose answer was lost can be sent again.
  var isDeduplicated: Bool { self == .deduplicated || self == .hedra }

  /// A key that is found again wherever it leaks to.
  var key: String {
    switch self {
    case .hoox: "hx_chaos/5ecre7+0f1e2d"
    case .indoxhub: "indox-chaos/5ecre7+0f1e2d"
    case .plain, .deduplicated, .hedra: "sk_chaos/5ecre7+0f1e2d"
    }
  }

  /// Whether a request has the key.
  func isAllowed(_ request: LoopbackRequest) -> Bool {
    self == .hedra
      ? request.headers["x-api-key"] == key : request.headers["authorization"] == "Bearer \(key)"
  }

  /// The answer to a request that was accepted.
  func acceptance(of id: String) -> JSON {
    switch self {
    case .plain, .deduplicated: ["id": .string(id)]
    case .hoox: ["asset_ids": [.string(id)], "status": "generating", "count": 1]
    case .hedra:
      [
        "id": .string(id), "asset_id": .string(id), "created_at": "2026-11-21T10:00:00Z",
        "status": "queued", "progress": 0,
      ]
    case .indoxhub: ["data": ["job_id": .string(id), "status": "pending"]]
    }
  }

  /// The answer to a question about a job.
  func status(of id: String, isDone: Bool) -> JSON {
    switch self {
    case .plain, .deduplicated: ["status": isDone ? "done" : "running"]
    case .hoox:
      [
        "asset_id": .string(id), "type": "image", "status": isDone ? "completed" : "generating",
        "url": isDone ? "https://example.com/fox.png" : .null,
      ]
    case .hedra:
      [
        "id": .string(id), "asset_id": .string(id), "type": "audio",
        "status": isDone ? "complete" : "processing", "progress": isDone ? 1 : 0.5,
        "url": "https://example.com/speech.mp3",
      ]
    case .indoxhub:
      [
        "job_id": .string(id), "status": isDone ? "completed" : "in_progress",
        "result": ["url": "https://example.com/film.mp4"],
      ]
    }
  }

  /// The number that a request is about: the whole of its prompt, where it has one.
  static func number(in body: JSON) -> Int? {
    let prompt = body["text"]?.string ?? body["prompt"]?.string
    return body["number"]?.int ?? prompt.flatMap { Int($0) }
  }
}
