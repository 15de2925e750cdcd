import Fal
import Foundation
import Hedra
import HedraV3
import Hoox
import IndoxHub
import Replicate
import TypedMedia

extension PlayedService {
  /// All of them.
  static let all = [plain, deduplicated, hoox, hedra, hedraV3, indoxHub, fal, replicate]

  /// One that takes each request for a new one.
  static let plain = madeUp("plain", isDeduplicated: false)
  /// One that knows a request again by an ID in it.
  static let deduplicated = madeUp("deduplicated", isDeduplicated: true)

  private static func madeUp(_ name: String, isDeduplicated: Bool) -> PlayedService {
    PlayedService(
      name, isDeduplicated: isDeduplicated, key: "sk_",
      acceptance: { ["id": .string($0)] },
      status: { _, isDone in ["status": isDone ? "done" : "running"] },
      client: { key, url, configuration in
        PlainClient(
          at: url, key: key, isDeduplicated: isDeduplicated, configuration: configuration)
      })
  }

  private static let hoox = PlayedService(
    "hoox", key: "hx_",
    acceptance: { ["asset_ids": [.string($0)], "status": "generating", "count": 1] },
    status: { id, isDone in
      [
        "asset_id": .string(id), "type": "image", "status": isDone ? "completed" : "generating",
        "url": isDone ? "https://example.com/fox.png" : .null,
      ]
    },
    client: { key, url, configuration in
      TypedClient(HooxClient(apiKey: key, baseURL: url, configuration: configuration)) {
        ZImageTurbo(prompt: "\($0)")
      }
    })

  private static let hedra = PlayedService(
    "hedra", isDeduplicated: true, key: "sk_", keyField: ("x-api-key", ""),
    acceptance: { id in
      [
        "id": .string(id), "asset_id": .string(id), "created_at": "2026-11-21T10:00:00Z",
        "status": "queued", "progress": 0,
      ]
    },
    status: { id, isDone in
      [
        "id": .string(id), "asset_id": .string(id), "type": "audio",
        "status": isDone ? "complete" : "processing", "progress": isDone ? 1 : 0.5,
        "url": "https://example.com/speech.mp3",
      ]
    },
    client: { key, url, configuration in
      let voice = UUID()
      return TypedClient(
        deduplicating: HedraClient(apiKey: key, baseURL: url, configuration: configuration)
      ) {
        TextToSpeech(text: "\($0)", voiceID: voice)
      }
    })

  private static let hedraV3 = PlayedService(
    "hedra-v3", isDeduplicated: true, key: "key:", keyField: ("authorization", "Key "),
    acceptance: { id in
      ["job_id": .string(id), "model": "flux2-pro", "status": "IN_QUEUE"]
    },
    status: { id, isDone in
      [
        "job_id": .string(id), "model": "flux2-pro", "status": isDone ? "COMPLETED" : "IN_PROGRESS",
        "outputs": [
          [
            "status": "COMPLETED", "asset_id": "a", "url": "https://example.com/fox.png",
            "content_type": "image/png",
          ]
        ],
      ]
    },
    client: { key, url, configuration in
      TypedClient(
        deduplicating: HedraV3Client(apiKey: key, baseURL: url, configuration: configuration)
      ) {
        Flux2Pro(prompt: "\($0)", aspectRatio: .ratio16x9)
      }
    })

  private static let fal = PlayedService(
    "fal", key: "key:", keyField: ("authorization", "Key "),
    acceptance: { ["request_id": .string($0), "status": "IN_QUEUE"] },
    status: { id, isDone in
      [
        "request_id": .string(id), "status": isDone ? "COMPLETED" : "IN_PROGRESS",
        "images": [["url": "https://example.com/fox.png", "content_type": "image/png"]],
      ]
    },
    client: { key, url, configuration in
      TypedClient(FalClient(apiKey: key, baseURL: url, configuration: configuration)) {
        Flux2Flash(prompt: "\($0)")
      }
    })

  private static let indoxHub = PlayedService(
    "indoxhub", key: "indox-",
    acceptance: { ["data": ["job_id": .string($0), "status": "pending"]] },
    status: { id, isDone in
      [
        "job_id": .string(id), "status": isDone ? "completed" : "in_progress",
        "result": ["url": "https://example.com/film.mp4"],
      ]
    },
    client: { key, url, configuration in
      TypedClient(IndoxHubClient(apiKey: key, baseURL: url, configuration: configuration)) {
        RayV2(prompt: "\($0)")
      }
    })

  private static let replicate = PlayedService(
    "replicate", key: "r8_",
    acceptance: { ["id": .string($0), "status": "starting"] },
    status: { id, isDone in
      [
        "id": .string(id), "status": isDone ? "succeeded" : "processing",
        "output": isDone ? ["https://example.com/fox.png"] : .null,
      ]
    },
    client: { key, url, configuration in
      TypedClient(ReplicateClient(apiKey: key, baseURL: url, configuration: configuration)) {
        SDXLLightning4step(prompt: "\($0)")
      }
    })
}
