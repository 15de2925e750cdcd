import Foundation
import TypedMedia
import TypedMediaTesting

/// What Hedra's API v3 knows and does, as far as it is documented: a value that changes with each call.
struct HedraV3Service: Sendable {
  /// Where results and uploads are served from.
  static let fileHost = "files.hedra.com"
  /// What a request costs where nothing else was said, in US dollars.
  static let usualCost: Decimal = 0.05
  /// The time that an upload's address holds.
  static let uploadLifetime = Duration.seconds(3_600)
  /// The time that what was made is kept.
  static let outputLifetime = Duration.seconds(48 * 3_600)

  let models: [ModelRecord]
  let pace: HedraV3Sandbox.Pace
  let publicKey: Data
  /// The time at which the sandbox's clock showed zero.
  let start = Date.now
  var balance: Decimal
  var costs: [String: Decimal] = [:]
  /// The reason why the jobs that are submitted next make nothing.
  var comingFailures: [HedraV3Refusal] = []
  /// The number of outputs that of the jobs that are submitted next fail.
  var comingOutputFailures = 0
  var jobs: [SandboxJob] = []
  var files: [SandboxFile] = []
  /// What was submitted with each idempotency key, and what was answered.
  var submissions: [String: (model: String, body: JSON?, answer: JSON)] = [:]
  var transactions: [JSONObject] = []
  var webhook: (url: String, isEnabled: Bool, date: Date)?
  var deliveries: [SandboxDelivery] = []
  private var lastID = 0

  init(
    models: [ModelRecord], balance: Decimal, pace: HedraV3Sandbox.Pace, publicKey: Data
  ) {
    self.models = models
    self.balance = balance
    self.pace = pace
    self.publicKey = publicKey
  }

  /// Answers a call whose key is right; streams and files are answered elsewhere.
  mutating func answer(
    to call: HedraV3Call, at now: Duration
  ) throws(HedraV3Refusal) -> (status: Int, body: JSON?, headers: HeaderFields) {
    let (subject, query) = (call.subject, call.query)
    switch call.endpoint {
    case .listModels: return (200, listModels(query), [:])
    case .getModel: return (200, try detail(of: subject), [:])
    case .openAPI: return (200, try openAPI(of: subject), [:])
    case .listVoices, .searchVoices: return (200, try voices(of: subject, query), [:])
    case .estimate: return (200, try estimate(call, at: now), [:])
    case .submit:
      let answer = try submit(call, at: now)
      return (202, answer, ["Location": answer["result_url"]?.string ?? ""])
    case .listJobs: return (200, try listJobs(of: subject, query, at: now), [:])
    case .getJob: return (200, .object(try job(subject).result(in: self, at: now)), [:])
    case .status: return (200, try job(subject).status(in: self, query, at: now), [:])
    case .listLogs:
      let logs = try job(subject).logs(in: self, at: now)
      return (200, try Self.page(of: logs, query), [:])
    case .upload: return (201, try upload(call, at: now), [:])
    case .balance: return (200, ["balance": balance.json, "spent": .null, "currency": "USD"], [:])
    case .usage: return (200, usage(query, at: now), [:])
    case .listTransactions: return (200, try Self.page(of: transactions.reversed(), query), [:])
    case .publicKey:
      let key = publicKey.base64EncodedString()
      return (200, ["algorithm": "ed25519", "public_key": .string(key)], [:])
    case .getWebhook: return (200, webhookSetting, [:])
    case .setWebhook: return (200, try setWebhook(call.request.json, at: now), [:])
    case .removeWebhook:
      webhook = nil
      return (204, nil, [:])
    case .listDeliveries:
      return (200, try Self.page(of: deliveries.reversed().map { $0.record(in: self) }, query), [:])
    case .redeliver: return (200, try redeliver(subject, at: now), [:])
    case .testWebhook, .stream, .file, nil: throw .notFound("Not found.")
    }
  }

  /// An ID such as the service's own.
  mutating func newID(_ kind: String) -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    let rest = String(repeating: "0", count: 12 - digits.count) + digits
    return "\(kind)_6b29fc40-ca47-4067-b31d-\(rest)"
  }

  func date(at time: Duration) -> Date { start.addingTimeInterval(time / .seconds(1)) }

  func model(_ id: String) throws(HedraV3Refusal) -> ModelRecord {
    guard let model = models.first(where: { $0.name == id }) else {
      throw .notFound("Model '\(id)' not found.")
    }
    return model
  }

  /// A page of a list, from where the cursor says.
  static func page(
    of records: [JSONObject], _ query: [String: String]
  ) throws(HedraV3Refusal) -> JSON {
    let limit = query["limit"].flatMap { Int($0) } ?? 20
    let skipped = query["cursor"].map { Int($0.dropFirst("after-".count)) } ?? 0
    guard (1...100).contains(limit), let skipped, skipped >= 0 else {
      throw .invalid([.init(code: "type", message: "limit or cursor is invalid", field: "limit")])
    }
    let page = records.dropFirst(skipped).prefix(limit)
    let isLast = skipped + page.count >= records.count
    return [
      "data": .array(page.map(JSON.object)),
      "next_cursor": isLast ? .null : .string("after-\(skipped + page.count)"),
    ]
  }
}
