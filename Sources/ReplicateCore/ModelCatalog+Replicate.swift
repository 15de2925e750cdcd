import Foundation

extension ModelCatalog {
  /// Replicate's models: each is looked up, and says what it takes and makes in the OpenAPI document of its latest
  /// version.
  static let replicate: ModelCatalog = {
    var catalog = ModelCatalog(name: "replicate", list: .get("models")) { answer in
      let list = answer["results"]?.array ?? ModelCatalog.list(in: answer)
      return try list.map { try ModelRecord(replicate: $0.object ?? [:]) }
    }
    catalog.keyVariable = "REPLICATE_API_TOKEN"
    catalog.lookup = { name in
      let path = ["models"] + (try ReplicateClient.parts(of: name))
      return ServiceCall("GET", path, effect: .reads, model: name)
    }
    catalog.isListEndless = true
    catalog.snapshot = { record, old in try record.replicateSnapshot(replacing: old) }
    // An integer `duration` is in seconds in the schemas that are known; what else numbers count is not.
    catalog.rules = SnapshotRules(units: ["duration": "seconds"])
    catalog.documentation = { record in
      record.name.split(separator: "/").first.map { [("Owner", String($0))] } ?? []
    }
    catalog.note =
      "Each is made of the OpenAPI document of a model's version, without what is only prose."
    return catalog
  }()
}

extension ModelRecord {
  /// Reads the service's record of a model, and its latest version.
  ///
  /// - Throws: `JSONMismatch` where it has no name.
  init(replicate object: JSONObject) throws {
    let (owner, name): (String, String) = (
      try object.required("owner"), try object.required("name")
    )
    self.init(name: "\(owner)/\(name)")
    for (key, value) in object where key != "name" { self.object[key] = value }
    if let version = object["latest_version"]?.object { readVersion(version) }
  }

  /// Takes what a version says of what the model takes and makes; the rest of the version is kept as it is.
  mutating func readVersion(_ version: JSONObject) {
    var kept = version
    kept["openapi_schema"] = nil
    object["latest_version"] = .object(kept)
    object.set("version", version["id"]?.string)
    guard let document = version["openapi_schema"] else { return }
    let schemas = ReplicateSchemas(of: document)
    object["input_schema"] = schemas.input
    object["output_schema"] = schemas.output
  }

  /// The snapshot: what a request needs, without what changes from day to day.
  ///
  /// What a model makes is not in the service's record, so that what the snapshot before says of it stays.
  ///
  /// - Throws: `JSONMismatch` where the service does not say what a request takes.
  func replicateSnapshot(replacing old: ModelRecord?) throws -> ModelRecord {
    guard let input = inputSchema else {
      throw JSONMismatch(problem: "has no version that says what it takes")
    }
    var snapshot = ModelRecord(name: name)
    snapshot.object.set("type", old?.kind ?? kind)
    let isOfficial = object["is_official"]?.bool ?? false
    if isOfficial {
      snapshot.object.set("is_official", true)
    } else {
      snapshot.object["version"] = object["version"]
    }
    snapshot.object["input_schema"] = input
    snapshot.object["output_schema"] = outputSchema
    return snapshot
  }
}
