extension ModelCatalog {
  /// The lists of IndoxHub's models, which say all that it says of them. Their schemas are from the
  /// documentation.
  static let indoxHub: ModelCatalog = {
    var list = ServiceCall.get("models")
    list.endsInSlash = true
    var catalog = ModelCatalog(name: "indoxhub", list: list) { indoxHubRecords(in: $0) }
    catalog.nameMember = "modelName"
    catalog.lookup = { name in
      let path = ["models"] + name.split(separator: "/", maxSplits: 1).map(String.init)
      guard path.count == 3 else {
        throw MediaError(
          .invalidRequest, "\"\(name)\" is not a provider and a model, as in luma/ray-v2.",
          service: "IndoxHub", model: name)
      }
      return ServiceCall("GET", path, effect: .reads, model: name)
    }
    catalog.takesRequests = { $0.kind == nil || $0.inputSchema != nil }
    catalog.snapshot = { record, old in snapshot(of: record, replacing: old) }
    // An integer `duration` is in seconds (https://indoxhub.com/docs).
    catalog.rules = SnapshotRules(units: ["duration": "seconds"], retired: retiredModels)
    catalog.documentation = { record in
      record.object["provider"]?.string.map { [("Provider", $0)] } ?? []
    }
    catalog.note =
      "The service's records have no schema: each input_schema is from the documentation."
    catalog.targetSettings = ["protocol": "IndoxHubRequest", "imports": ["IndoxHubCore"]]
    return catalog
  }()

  /// The models that their vendors have shut down, as the vendors' pages say. IndoxHub's list does not tell, and
  /// names none of their successors, so that there is no replacement to send.
  private static let retiredModels: [String: SnapshotRules.RetiredModel] = {
    let ends: [(vendor: String, since: String, names: [String])] = [
      ("OpenAI", "2026-05-12", ["openai/dall-e-3"]),
      (
        "Google", "2026-06-30",
        [
          "google/veo-2.0-generate-001", "google/veo-3.0-generate-001",
          "google/veo-3.0-fast-generate-001",
        ]
      ),
      (
        "Google", "2026-08-17",
        [
          "google/imagen-4.0-generate-001", "google/imagen-4.0-ultra-generate-001",
          "google/imagen-4.0-fast-generate-001",
        ]
      ),
      ("OpenAI", "2026-09-24", ["openai/sora-2", "openai/sora-2-pro"]),
      (
        "Google", "2026-10-22",
        ["google/veo-3.1-generate-preview", "google/veo-3.1-fast-generate-preview"]
      ),
      ("OpenAI", "2026-10-23", ["openai/gpt-image-1"]),
      ("OpenAI", "2026-12-01", ["openai/gpt-image-1-mini", "openai/gpt-image-1.5"]),
    ]
    var models: [String: SnapshotRules.RetiredModel] = [:]
    for end in ends {
      for name in end.names {
        models[name] = .init(
          since: end.since,
          message:
            "\(end.vendor) ends it on that day, and IndoxHub is not known to have another for it.")
      }
    }
    return models
  }()

  /// The records in an answer. How the service puts them together is not documented, but for the names of the
  /// lists: they are found by the member that has the name to send.
  ///
  /// - Parameter kind: What the models make, where the answer does not say it.
  static func indoxHubRecords(
    in answer: JSON, kind: IndoxHubModel.Kind? = nil
  ) -> [ModelRecord] {
    switch answer {
    case .array(let values): return values.flatMap { indoxHubRecords(in: $0, kind: kind) }
    case .object(let object):
      if let name = object["modelName"]?.string {
        return [record(named: name, of: object, kind: kind)]
      }
      return object.flatMap { name, value in
        let kind = IndoxHubModel.Kind.known.first { $0.rawValue == name } ?? kind
        return indoxHubRecords(in: value, kind: kind)
      }
    default: return []
    }
  }

  /// The service's record with what all records have in front, and what is documented of requests behind.
  private static func record(
    named name: String, of object: JSONObject, kind: IndoxHubModel.Kind?
  ) -> ModelRecord {
    let medium = ModelRecord.IndoxHubMedium.allCases.first { $0.kind == kind }
    var record = ModelRecord(name: name)
    record.object.set("label", object["name"]?.string)
    record.object.set("type", medium?.rawValue ?? kind?.rawValue)
    record.object.set("provider", object["provider"]?.string)
    let others = object.filter { !["modelName", "type", "input_schema"].contains($0.key) }
    for (key, value) in others where record.object[key] == nil { record.object[key] = value }
    record.object["input_schema"] = medium.flatMap {
      ModelRecord.indoxHub(named: name, making: $0).inputSchema
    }
    return record
  }

  /// The record with the schema of the snapshot before, which is from the model's own documentation, or what
  /// is documented of all such models. `nil` when nobody knows what the model makes.
  private static func snapshot(of record: ModelRecord, replacing old: ModelRecord?) -> ModelRecord?
  {
    guard let kind = record.kind ?? old?.kind, let schema = old?.inputSchema ?? record.inputSchema
    else { return nil }
    var snapshot = ModelRecord(name: record.name)
    snapshot.object.set("label", record.label)
    snapshot.object.set("type", kind)
    snapshot.object.set("provider", (record.object["provider"] ?? old?.object["provider"])?.string)
    for (key, value) in record.object where key != "input_schema" && snapshot.object[key] == nil {
      snapshot.object[key] = value
    }
    snapshot.object["input_schema"] = schema
    return snapshot
  }
}
