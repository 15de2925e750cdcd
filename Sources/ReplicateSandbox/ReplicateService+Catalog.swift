import Foundation
import ReplicateCore
import TypedMedia
import TypedMediaTesting

/// The account, its models and deployments, and what can be found.
extension ReplicateService {
  /// Answers a call that has nothing to do with predictions, trainings and files.
  mutating func answerOnCatalog(
    _ call: ReplicateCall
  ) throws(ReplicateRefusal) -> (status: Int, body: JSON?) {
    switch call.endpoint {
    case .getAccount:
      return (200, ["type": "user", "username": "sandbox", "name": "Sandbox", "github_url": .null])
    case .listHardware:
      return (200, [["name": "CPU", "sku": "cpu"], ["name": "Nvidia T4 GPU", "sku": "gpu-t4"]])
    case .listVersions:
      return (200, page(of: [version(of: try model(named: call.name))], call))
    case .listExamples:
      _ = try model(named: call.name)
      return (200, page(of: [], call))
    case .getReadme: return (200, .string("# \(try model(named: call.name).name)"))
    case .search: return (200, try search(call))
    case .searchModels:
      let words = String(decoding: call.request.bytes ?? Data(), as: UTF8.self)
      return (200, page(of: models(with: words).map(document), call))
    case .listCollections: return (200, page(of: [collection(hasModels: false)], call))
    case .getCollection:
      guard call.id == Self.collectionName else { throw .notFound }
      return (200, collection(hasModels: true))
    case .createModel, .updateModel, .deleteModel, .deleteVersion: return try changeModel(call)
    default: return try answerOnDeployments(call)
    }
  }

  /// The only collection, of all models.
  private static let collectionName = "official"

  private func collection(hasModels: Bool) -> JSON {
    var collection: JSONObject = [
      "name": "Official models", "slug": .string(Self.collectionName),
      "description": "All models of the sandbox.",
    ]
    if hasModels { collection["models"] = .array(models.map(document)) }
    return .object(collection)
  }

  private func models(with words: String) -> [ModelRecord] {
    let words = words.lowercased().split(separator: " ")
    return models.filter { model in words.contains { model.name.lowercased().contains($0) } }
  }

  private func search(_ call: ReplicateCall) throws(ReplicateRefusal) -> JSON {
    guard let words = call.query["query"], !words.isEmpty else {
      throw ReplicateRefusal(status: 400, detail: "Query parameter \"query\" is required")
    }
    let limit = min(max(call.query["limit"].flatMap { Int($0) } ?? 20, 1), 50)
    let found = models(with: words).prefix(limit).map { model -> JSON in
      [
        "model": document(of: model),
        "metadata": ["generated_description": .null, "tags": [], "score": 1],
      ]
    }
    return [
      "query": .string(words), "models": .array(found), "collections": [], "pages": [],
    ]
  }

  private mutating func changeModel(
    _ call: ReplicateCall
  ) throws(ReplicateRefusal) -> (status: Int, body: JSON?) {
    let body = call.request.json?.object ?? [:]
    if call.endpoint == .createModel {
      guard let owner = body["owner"]?.string, let name = body["name"]?.string,
        body["visibility"]?.string != nil, body["hardware"]?.string != nil
      else {
        throw .invalid([.init(code: "required", message: "owner is required", field: "")])
      }
      var record = ModelRecord(name: "\(owner)/\(name)")
      record.object["visibility"] = body["visibility"]
      record.object["description"] = body["description"]
      models.append(record)
      return (201, document(of: record))
    }
    guard let index = models.firstIndex(where: { $0.name == call.name }) else { throw .notFound }
    switch call.endpoint {
    case .updateModel:
      if let text = body["description"] { models[index].object["description"] = text }
      return (200, document(of: models[index]))
    case .deleteVersion:
      guard call.path.last == Self.version(of: models[index]) else { throw .notFound }
      models[index].object["version"] = nil
      return (202, nil)
    default:
      models.remove(at: index)
      return (204, nil)
    }
  }

  private mutating func answerOnDeployments(
    _ call: ReplicateCall
  ) throws(ReplicateRefusal) -> (status: Int, body: JSON?) {
    let body = call.request.json?.object ?? [:]
    switch call.endpoint {
    case .listDeployments:
      return (200, page(of: deployments.keys.sorted().map(deployment), call))
    case .createDeployment:
      guard let name = body["name"]?.string, let model = body["model"]?.string else {
        throw .invalid([.init(code: "required", message: "name is required", field: "")])
      }
      _ = try self.model(named: model)
      deployments["sandbox/\(name)"] = model
      configurations["sandbox/\(name)"] = body
      return (200, deployment("sandbox/\(name)"))
    default: break
    }
    guard deployments[call.name] != nil else { throw .notFound }
    switch call.endpoint {
    case .getDeployment: return (200, deployment(call.name))
    case .updateDeployment:
      for (key, value) in body { configurations[call.name, default: [:]][key] = value }
      return (200, deployment(call.name))
    case .deleteDeployment:
      deployments[call.name] = nil
      return (204, nil)
    default: throw .notFound
    }
  }

  private func deployment(_ name: String) -> JSON {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let configuration = configurations[name] ?? [:]
    let model = models.first { $0.name == deployments[name] }
    return [
      "owner": .string(parts.first ?? ""), "name": .string(parts.last ?? ""),
      "current_release": [
        "number": 1, "model": .string(deployments[name] ?? ""),
        "version": configuration["version"] ?? .string(model.map(Self.version) ?? ""),
        "created_at": start.json, "created_by": ["type": "user", "username": "sandbox"],
        "configuration": [
          "hardware": configuration["hardware"] ?? "cpu",
          "min_instances": configuration["min_instances"] ?? 0,
          "max_instances": configuration["max_instances"] ?? 1,
        ],
      ],
    ]
  }
}
