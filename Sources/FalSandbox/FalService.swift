import Fal
import Foundation
import TypedMedia
import TypedMediaTesting

/// What fal knows and does, as far as it is documented: a value that changes with each call.
struct FalService: Sendable {
  /// Where results and uploads are.
  static let fileHost = "v3.fal.media"

  /// The reason why a request ends without an answer.
  struct Failure: Sendable {
    var status: Int
    var type: String
    var message: String
  }

  /// One request.
  struct Job: Sendable {
    let id: String
    let model: ModelRecord
    let submitted: Duration
    let input: JSONObject
    /// Whether what it took and answered is in the list of requests.
    let storesPayload: Bool
    let output: JSON
    let failure: Failure?
    var cancelled: Duration?
  }

  let models: [ModelRecord]
  let pace: FalSandbox.Pace
  let publicKey: Data
  let start = Date.now
  /// The failures of the requests that are submitted next.
  var comingFailures: [Failure] = []
  var jobs: [String: Job] = [:]
  var lastID: String?
  var files: [String: (data: Data, contentType: String)] = [:]
  var parts: [String: [Int: Data]] = [:]

  init(models: [ModelRecord], pace: FalSandbox.Pace, publicKey: Data) {
    self.models = models
    self.pace = pace
    self.publicKey = publicKey
  }

  /// Answers a call whose key is right.
  mutating func answer(to call: FalCall, at now: Duration) -> TransportResponse {
    switch call.endpoint {
    case .submit: submit(call, at: now)
    case .run: run(call, at: now)
    case .status: status(of: call, at: now)
    case .result: result(of: call, at: now)
    case .cancel: cancel(call, at: now)
    case .models: listModels(call)
    case .prices: listPrices(call)
    case .estimate: estimate(call)
    case .requests: listRequests(call, at: now)
    case .keys: keys
    case .initiateUpload, .initiateParts: initiateUpload(call)
    case .uploadFile: takeFile(call)
    case .uploadPart: takePart(call)
    case .completeParts: completeParts(call)
    case .file: file(call)
    case .stream, nil: Self.refusal(404, "not_found", "Not Found")
    }
  }

  static func refusal(_ status: Int, _ type: String, _ message: String) -> TransportResponse {
    TransportResponse(
      status: status, json: ["detail": .string(message), "error_type": .string(type)])
  }

  func newID() -> String {
    let digits = String(jobs.count + 1)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}
