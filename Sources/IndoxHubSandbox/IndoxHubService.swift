import Foundation
import TypedMedia
import TypedMediaTesting

/// What IndoxHub knows and does, as far as it is documented: a value that changes with each call.
struct IndoxHubService: Sendable {
  /// Where results are served from: nobody's address.
  static let fileHost = "files.indoxhub.example"

  /// What an image, a video or a sound costs, in credits, where nobody has said.
  static let usualCost: Decimal = 100

  let models: [ModelRecord]
  let pace: IndoxHubSandbox.Pace
  let immediateProviders: Set<String>
  let resultForm: IndoxHubSandbox.ResultForm
  let speechForm: IndoxHubSandbox.SpeechForm
  var credits: Decimal
  var costs: [String: Decimal] = [:]
  /// The reason why the generations that are submitted next have no result.
  var comingFailures: [String] = []
  /// The jobs, the oldest first.
  var jobs: [SandboxVideoJob] = []
  /// What was spent, in credits, in the order of the requests.
  var debits: [(model: String, cost: Decimal)] = []
  private var lastID = 0

  init(
    models: [ModelRecord], credits: Decimal, pace: IndoxHubSandbox.Pace,
    immediateProviders: Set<String>, resultForm: IndoxHubSandbox.ResultForm,
    speechForm: IndoxHubSandbox.SpeechForm
  ) {
    self.models = models
    self.credits = credits
    self.pace = pace
    self.immediateProviders = immediateProviders
    self.resultForm = resultForm
    self.speechForm = speechForm
  }

  /// Answers a call whose key is right.
  mutating func answer(
    to call: IndoxHubCall, id: String, at now: Duration
  ) throws(IndoxHubRefusal) -> JSON {
    switch call.endpoint {
    case .generateVideo: try generate("video", call.body, id: id, at: now)
    case .generateImage: try generate("image", call.body, id: id, at: now)
    case .speak: try speak(call.body, id: id)
    case .transcribe: try transcribe(call.form, as: .transcription(), id: id)
    case .translate: try transcribe(call.form, as: .translation, id: id)
    case .jobStatus: status(of: try job(call.subjects), at: now, isListed: false)
    case .listJobs: try listJobs(call.query, at: now)
    case .cancelJob: try cancel(call.subjects, at: now)
    case .models: try models(call.subjects)
    case .trendingModels: try trendingModels(call.query)
    case .account: ["plan": "sandbox", "credits": credits.json]
    case .usage: usage()
    case .transactions: .array(debits.map { ["model": $0.model.json, "credits": $0.cost.json] })
    case .analytics: ["total_requests": debits.count.json]
    case .file, nil: throw .notFound("Page")
    }
  }

  /// A UUID that tells how many there were before it.
  mutating func newID() -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// The file at an address that an answer gave.
  func file(_ call: IndoxHubCall) -> TransportResponse {
    switch call.subjects.last?.split(separator: ".").last {
    case "mp4"?: TransportResponse(SampleMedia.video)
    case "png"?: TransportResponse(SampleMedia.image)
    case "wav"?: TransportResponse(SampleMedia.audio)
    default: TransportResponse(status: 404)
    }
  }

  private func usage() -> JSON {
    let cost = debits.reduce(Decimal.zero) { $0 + $1.cost } / 1_000
    return [
      "total_requests": debits.count.json, "total_cost": cost.json,
      "remaining_credits": credits.json, "total_tokens": 0, "endpoints": [:], "providers": [:],
      "models": [:], "daily_usage": [],
    ]
  }
}
