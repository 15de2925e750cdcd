import IndoxHubCore
import TypedMedia
import TypedMediaTesting

extension IndoxHubService {
  /// The models, one provider's, its list of one kind, or one model.
  func models(_ path: [String]) throws(IndoxHubRefusal) -> JSON {
    guard let provider = path.first else {
      return .array(providers.map { .object(catalog(of: $0)) })
    }
    guard providers.contains(provider) else { throw .notFound("Provider") }
    let lists = catalog(of: provider)
    guard path.count > 1 else { return .object(lists) }
    if let list = lists[path[1]]?.array { return .array(list) }
    let name = "\(provider)/\(path[1])"
    guard let model = models.first(where: { $0.name == name }) else { throw .notFound("Model") }
    return record(of: model)
  }

  func trendingModels(_ query: [String: String]) throws(IndoxHubRefusal) -> JSON {
    for (key, least) in [("limit", 1), ("days", 1)] {
      guard let text = query[key] else { continue }
      guard let number = Int(text), number >= least else {
        throw .badRequest("\(key) has to be a number from \(least) on")
      }
    }
    let limit = query["limit"].flatMap { Int($0) } ?? models.count
    return ["models": .array(models.prefix(limit).map(record))]
  }

  private var providers: [String] {
    models.compactMap { IndoxHubModel($0).provider }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private func catalog(of provider: String) -> JSONObject {
    let own = models.filter { IndoxHubModel($0).provider == provider }
    var object: JSONObject = ["id": .string(provider), "name": .string(provider)]
    for (kind, type) in [(IndoxHubModel.Kind.images, "image"), (.videos, "video")] {
      object[kind.rawValue] = .array(own.filter { $0.kind == type }.map(record))
    }
    for kind in [
      IndoxHubModel.Kind.textCompletions, .embeddings, .textToSpeech, .speechToText,
    ] { object[kind.rawValue] = [] }
    return object
  }

  private func record(of model: ModelRecord) -> JSON {
    [
      "modelName": .string(model.name), "name": .string(model.label ?? model.name),
      "id": .string(model.name),
      "provider": .string(IndoxHubModel(model).provider ?? ""),
      "pricing": ["credits": cost(of: model).json],
      "specs": [:], "capabilities": [], "metadata": [:], "is_disabled": false, "byok": true,
    ]
  }
}
