import Foundation
import TypedMedia

/// What was submitted in one request.
struct HedraSandboxSubmission: Sendable {
  /// The IDs that came with it, or that it was given.
  let ids: [String]
  let body: JSONObject
  let batchID: String
  let generations: [HedraSandboxGeneration]
}

/// One generation in a sandbox.
struct HedraSandboxGeneration: Sendable {
  let id: String
  let assetID: String
  let batchID: String
  let body: JSONObject
  let cost: Decimal
  let submitted: Duration
  let createdAt: Date
  /// The reason why there will be no result; `nil` when there will be one.
  let failure: HedraService.Failure?

  /// The way that it is made.
  var type: String { body["type"]?.string ?? "" }

  /// The kind of asset that is made.
  var assetType: String {
    switch type {
    case "image", "image_to_image", "image_upscale": "image"
    case "text_to_speech", "text_to_sound", "text_to_music", "audio_isolation", "speech_to_speech",
      "audio_from_video":
      "audio"
    case "voice_clone": "voice"
    default: "video"
    }
  }

  func status(at now: Duration, pace: HedraSandbox.Pace) -> String {
    let age = now - submitted
    if failure?.isAtOnce == true { return "error" }
    if age < pace.queued { return "queued" }
    if age < pace.queued + pace.processing { return "processing" }
    if failure != nil { return "error" }
    return age < pace.queued + pace.processing + pace.finalizing ? "finalizing" : "complete"
  }

  /// From 0 to 1.
  func progress(at now: Duration, pace: HedraSandbox.Pace) -> Double {
    switch status(at: now, pace: pace) {
    case "processing": 0.9 * ((now - submitted - pace.queued) / pace.processing)
    case "finalizing": 0.95
    case "complete": 1
    default: 0
    }
  }

  /// In whole seconds.
  func remaining(at now: Duration, pace: HedraSandbox.Pace) -> Int {
    let end = submitted + pace.queued + pace.processing + pace.finalizing
    return Int(max(end - now, .zero).components.seconds)
  }
}
