import Foundation
import ReplicateCore
import TypedMedia
import TypedMediaTesting

/// How a request becomes a prediction.
extension ReplicateService {
  /// Takes a request, if it is one that the model takes.
  mutating func create(
    _ call: ReplicateCall, at now: Duration
  ) throws(ReplicateRefusal) -> (status: Int, body: JSON?) {
    let body = call.request.json?.object ?? [:]
    let (model, version) = try target(of: call, body)
    guard let input = body["input"]?.object else {
      throw .invalid([.init(code: "required", message: "input is required", field: "")])
    }
    let fields = model.invalidFields(in: input)
    guard fields.isEmpty else { throw .invalid(fields) }
    let webhook = body["webhook"]?.string
    guard webhook?.hasPrefix("https://") ?? true else {
      throw .invalid([
        .init(code: "format", message: "Does not match format 'uri'", field: "webhook")
      ])
    }
    let wait = Self.wait(in: call.request.headers["Prefer"])
    let isAwaited = wait.map { $0 >= pace.starting + pace.processing } ?? false
    let id = newID()
    let (output, files) = output(of: model, for: id)
    let prediction = SandboxPrediction(
      id: id, model: model, version: version,
      deployment: call.endpoint == .createFromDeployment ? call.name : nil, input: input,
      created: now,
      deadline: Self.duration(call.request.headers["Cancel-After"]).map { now + $0 },
      webhook: webhook, events: body.texts("webhook_events_filter") ?? ["output", "completed"],
      output: output, files: files,
      failure: comingFailures.isEmpty ? nil : comingFailures.removeFirst(),
      // What is waited for is there at once: the sandbox cannot let time pass while it answers.
      pace: isAwaited ? .init(starting: .zero, processing: .zero) : pace)
    predictions.append(prediction)
    return (wait != nil && !isAwaited ? 202 : 201, prediction.record(in: self, at: now))
  }

  /// The model that a request is to, and its version.
  private func target(
    of call: ReplicateCall, _ body: JSONObject
  ) throws(ReplicateRefusal) -> (ModelRecord, version: String) {
    switch call.endpoint {
    case .createFromModel: return (try model(named: call.name), "hidden")
    case .createFromDeployment:
      guard let name = deployments[call.name] else { throw .notFound }
      let model = try model(named: name)
      return (model, Self.version(of: model))
    default:
      guard let text = body["version"]?.string else {
        throw .invalid([.init(code: "required", message: "version is required", field: "")])
      }
      if let model = models.first(where: { $0.name == text }) { return (model, "hidden") }
      let id = text.split(separator: ":").last.map(String.init) ?? ""
      guard let model = models.first(where: { Self.version(of: $0) == id }),
        text == id || text == "\(model.name):\(id)"
      else { throw .unknownVersion }
      return (model, id)
    }
  }

  /// What a model makes: what its schema allows, or a file where it has none.
  private func output(
    of model: ModelRecord, for id: String
  ) -> (JSON, files: [URL: SampleMedia]) {
    let schema = model.outputSchema ?? ["type": "string", "format": "uri"]
    let kind = model.kind.flatMap(MediaKind.init)
    var count = 0
    let sample = SampleOutput(of: schema, kind: kind) { media in
      defer { count += 1 }
      return URL(
        string: "https://\(Self.fileHost)/sandbox/\(id)/out-\(count).\(media.fileExtension)")
    }
    return (sample.json, sample.files)
  }

  /// How long a `Prefer` keeps the connection open; `nil` where it does not.
  private static func wait(in field: String?) -> Duration? {
    guard let field, field.hasPrefix("wait") else { return nil }
    return .seconds(field.split(separator: "=").dropFirst().first.flatMap { Int($0) } ?? 60)
  }

  /// Reads a time such as `1h30m45s`, or a number of seconds; `nil` where it is none.
  static func duration(_ text: String?) -> Duration? {
    guard let text, let match = text.wholeMatch(of: #/(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?/#) else {
      return nil
    }
    func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
    return .seconds(number(match.1) * 3_600 + number(match.2) * 60 + number(match.3))
  }
}

/// Models.
extension ReplicateService {
  func model(named name: String) throws(ReplicateRefusal) -> ModelRecord {
    guard let model = models.first(where: { $0.name == name }) else { throw .notFound }
    return model
  }

  /// The ID of a model's only version: what its record says, or one that is made of its name.
  static func version(of model: ModelRecord) -> String {
    model.object["version"]?.string ?? ContentDigest.sha256(of: Data(model.name.utf8))
  }

  func version(_ call: ReplicateCall) throws(ReplicateRefusal) -> JSON {
    let model = try model(named: call.name)
    guard call.path.last == Self.version(of: model) else { throw .notFound }
    return version(of: model)
  }

  private func version(of model: ModelRecord) -> JSON {
    var schemas = JSONObject()
    schemas.addComponent(model.inputSchema, named: "Input")
    schemas.addComponent(model.outputSchema, named: "Output")
    return [
      "id": .string(Self.version(of: model)), "created_at": start.json, "cog_version": "0.0.0",
      "openapi_schema": ["openapi": "3.0.2", "components": ["schemas": .object(schemas)]],
    ]
  }

  /// What the service says of a model.
  func document(of model: ModelRecord) -> JSON {
    let parts = model.name.split(separator: "/", maxSplits: 1).map(String.init)
    return [
      "url": .string("https://replicate.com/\(model.name)"), "owner": .string(parts.first ?? ""),
      "name": .string(parts.last ?? ""), "description": .null, "visibility": "public",
      "is_official": .bool(model.object["version"] == nil), "run_count": 0,
      "latest_version": version(of: model),
    ]
  }
}

extension JSONObject {
  /// The texts in the list at `key`; `nil` when there is no list.
  fileprivate func texts(_ key: String) -> [String]? { self[key]?.array?.compactMap(\.string) }
}
