import Foundation
import ReplicateCore
import TypedMedia
import TypedMediaTesting

/// What Replicate knows and does, as far as it is documented: a value that changes with each call.
struct ReplicateService: Sendable {
  /// The service's own address.
  static let address = "https://api.replicate.com/v1"
  /// Where outputs are served from.
  static let fileHost = "replicate.delivery"
  /// How long what a prediction took and made is kept.
  static let lifetime = Duration.seconds(3_600)
  /// How long a file that was handed over is kept: a day, which the service does not promise.
  static let fileLifetime = Duration.seconds(86_400)
  private static let largestFile = 100_000_000

  let models: [ModelRecord]
  let pace: ReplicateSandbox.Pace
  let pageSize: Int
  let secret: String
  /// The model of each deployment, by the names.
  let deployments: [String: String]
  let start = Date.now
  /// The errors of the predictions that are created next.
  var comingFailures: [String] = []
  /// The predictions, the earliest first.
  var predictions: [SandboxPrediction] = []
  var files: [SandboxFile] = []
  private var lastID = 0

  init(
    models: [ModelRecord], pace: ReplicateSandbox.Pace, pageSize: Int, secret: String,
    deployments: [String: String]
  ) {
    self.models = models
    self.pace = pace
    self.pageSize = max(pageSize, 1)
    self.secret = secret
    self.deployments = deployments
  }

  func date(at time: Duration) -> Date { start.addingTimeInterval(time / .seconds(1)) }

  /// Answers a call whose key is right.
  mutating func answer(
    to call: ReplicateCall, at now: Duration
  ) throws(ReplicateRefusal) -> (status: Int, body: JSON?) {
    files.removeAll { now >= $0.created + Self.fileLifetime }
    switch call.endpoint {
    case .listModels: return (200, page(of: models.map(document), call))
    case .getModel: return (200, document(of: try model(named: call.name)))
    case .getVersion: return (200, try version(call))
    case .createFromModel, .createFromVersion, .createFromDeployment:
      return try create(call, at: now)
    case .getPrediction: return (200, try prediction(call.id).record(in: self, at: now))
    case .cancel: return (200, try cancel(call.id, at: now))
    case .listPredictions: return (200, list(call, at: now))
    case .createFile: return (201, try createFile(call, at: now))
    case .listFiles: return (200, page(of: files.reversed().map { $0.record(in: self) }, call))
    case .getFile:
      guard let file = files.first(where: { $0.id == call.id }) else {
        throw .fileNotFound
      }
      return (200, file.record(in: self))
    case .deleteFile:
      guard let index = files.firstIndex(where: { $0.id == call.id }) else { throw .fileNotFound }
      files.remove(at: index)
      return (204, nil)
    case .getWebhookSecret: return (200, ["key": .string(secret)])
    case .output, nil: throw .notFound
    }
  }

  /// An ID such as the service's own: 26 letters and digits.
  mutating func newID() -> String {
    lastID += 1
    let digits = String(lastID, radix: 36)
    return String(repeating: "0", count: 26 - digits.count) + digits
  }

  func prediction(_ id: String) throws(ReplicateRefusal) -> SandboxPrediction {
    guard let prediction = predictions.first(where: { $0.id == id }) else { throw .notFound }
    return prediction
  }

  private mutating func cancel(_ id: String, at now: Duration) throws(ReplicateRefusal) -> JSON {
    guard let index = predictions.firstIndex(where: { $0.id == id }) else { throw .notFound }
    if !predictions[index].status(at: now).isTerminal { predictions[index].cancelled = now }
    return predictions[index].record(in: self, at: now)
  }

  private func list(_ call: ReplicateCall, at now: Duration) -> JSON {
    func time(_ name: String) -> Date? {
      call.query[name].flatMap { try? Date(json: .string($0)) }
    }
    let (after, before) = (time("created_after"), time("created_before"))
    let found = predictions.reversed().filter { prediction in
      let date = date(at: prediction.created)
      return call.query["source"] ?? "api" == "api" && after.map { date >= $0 } ?? true
        && before.map { date <= $0 } ?? true
    }
    return page(of: found.map { $0.record(in: self, at: now) }, call)
  }

  /// One page, with the address of the next.
  private func page(of records: [JSON], _ call: ReplicateCall) -> JSON {
    let skipped = call.query["cursor"].flatMap { Int($0) } ?? 0
    let end = skipped + pageSize
    var query = call.query
    query["cursor"] = "\(end)"
    var url = URLComponents(url: call.request.url, resolvingAgainstBaseURL: true)
    url?.queryItems = query.sorted { $0.key < $1.key }
      .map { URLQueryItem(name: $0.key, value: $0.value) }
    return [
      "previous": .null, "next": end < records.count ? url?.string?.json ?? .null : .null,
      "results": .array(Array(records.dropFirst(skipped).prefix(pageSize))),
    ]
  }

  private mutating func createFile(
    _ call: ReplicateCall, at now: Duration
  ) throws(ReplicateRefusal) -> JSON {
    let parts = MultipartReader.parts(
      of: call.request.bytes ?? Data(), contentType: call.request.headers["Content-Type"])
    guard let content = parts?["content"] else {
      throw .invalid([.init(code: "required", message: "content is required", field: "")])
    }
    guard content.data.count <= Self.largestFile else { throw .tooLarge }
    let metadata = parts?["metadata"].flatMap { try? JSON(parsing: $0.data) }
    let file = SandboxFile(
      id: newID(), name: content.fileName ?? "file",
      contentType: content.contentType ?? "application/octet-stream", data: content.data,
      metadata: metadata ?? [:], created: now)
    files.append(file)
    return file.record(in: self)
  }

  /// The file at an address in an output.
  func output(at url: URL, at now: Duration) -> TransportResponse {
    let owner = predictions.first { $0.files[url] != nil }
    guard let owner, owner.status(at: now) == .succeeded, !owner.isDataRemoved(at: now),
      let media = owner.files[url]
    else { return TransportResponse(status: 404) }
    return TransportResponse(media)
  }
}
