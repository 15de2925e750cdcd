import Foundation
import HedraCore
import TypedMedia
import TypedMediaTesting

/// What Hedra knows and does, as far as it is documented: a value that changes with each call.
struct HedraService: Sendable {
  /// Where results are served from, and where videos are sent to: nobody's addresses.
  static let fileHost = "files.hedra.example"
  static let uploadHost = "uploads.hedra.example"

  /// What a generation costs, in credits, where nobody has said.
  static let usualCost: Decimal = 10

  /// Why a generation has no result.
  struct Failure: Sendable {
    let code: String
    let message: String
    /// Whether it never gets an ID.
    let isAtOnce: Bool
  }

  let models: [ModelRecord]
  let pace: HedraSandbox.Pace
  let saysWhereImagesAre: Bool
  var credits: Decimal
  var spent: Decimal = 0
  /// What each generation costs, by the model's ID.
  var costs: [String: Decimal] = [:]
  /// The failures of the generations that are submitted next.
  var comingFailures: [Failure] = []
  /// What was submitted, the oldest first.
  var submissions: [HedraSandboxSubmission] = []
  /// The assets that were created to be uploaded, the oldest first.
  var uploads: [HedraSandboxUpload] = []
  /// What the clock of the service showed at the start.
  private let start = Date.now
  private var lastID = 0

  init(
    models: [ModelRecord], credits: Decimal, pace: HedraSandbox.Pace, saysWhereImagesAre: Bool
  ) {
    self.models = models
    self.credits = credits
    self.pace = pace
    self.saysWhereImagesAre = saysWhereImagesAre
  }

  /// Answers a call whose key is right.
  mutating func answer(
    to call: HedraCall, at now: Duration
  ) throws(HedraRefusal) -> JSON {
    switch call.endpoint {
    case .listModels: listModels(call.types)
    case .listVoices: .array(voices.map(JSON.object))
    case .listAssets: try listAssets(call.query, at: now)
    case .createAsset: try createAsset(call.body, at: now)
    case .uploadAsset: try upload(call)
    case .listGenerations: try listGenerations(call.query, at: now)
    case .generate: try generate(call.body, at: now)
    case .status: try status(of: call.subject, at: now)
    case .credits:
      ["remaining": credits.json, "expiring": 0, "used": spent.json, "workspace_credits": nil]
    case .file, .presignedUpload, nil: throw .notFound("Page")
    }
  }

  /// A UUID that tells how many there were before it.
  mutating func newID() -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// What time it is for the service.
  func date(at now: Duration) -> Date { start.addingTimeInterval(now / .seconds(1)) }

  /// The records of those that are models, and no kind of generation, as the service sends them: without
  /// schemas, which are the client's.
  private func listModels(_ types: [String]) -> JSON {
    let found = models.filter { model in
      model.object["id"] != nil && (types.isEmpty || types.contains(model.kind ?? ""))
    }
    return .array(
      found.map { model in
        var record = model.object
        record["input_schema"] = nil
        return .object(record)
      })
  }

  /// The voices that every account has.
  private var voices: [JSONObject] {
    [("Ada", "female", "british"), ("Ben", "male", "american")].enumerated()
      .map { index, voice in
        [
          "id": .string("00000000-0000-4000-9000-00000000000\(index + 1)"), "type": "voice",
          "name": .string(voice.0), "thumbnail_url": "", "description": nil,
          "is_favorite": false, "recent": false, "created_at": date(at: .zero).json,
          "favorited_at": nil,
          "asset": [
            "type": "voice", "external_id": nil, "preview_url": nil, "source": "sandbox",
            "labels": [
              ["name": "gender", "value": .string(voice.1)],
              ["name": "accent", "value": .string(voice.2)],
            ],
          ],
        ]
      }
  }
}
