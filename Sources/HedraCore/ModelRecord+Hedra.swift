extension ModelRecord {
  /// A model of Hedra as `GET /models` describes it, with the schema of a request to it.
  ///
  /// The service's own records have no schema. This one's is made of the documented body
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset) and of what the record says
  /// (https://www.hedra.com/docs/api-reference/public/list-models):
  ///
  /// - What it lists is closed: aspect ratios, resolutions, durations. A list that is missing, or that
  ///   cannot be read, leaves the property open.
  /// - `inputs` says which inputs there are, which go together, and what is taken for each. Where a record has
  ///   none, or one that cannot be read, a `requires_…` flag that is `true` makes an input required, and
  ///   `false` leaves it out: the flags say what the model is conditioned by. An input without a flag is
  ///   optional.
  /// - `type` and the model are constants: its slug, or its ID where it has no slug. A model that requires a
  ///   character's orientation is asked for `motion_control`, any other for the record's own `type`.
  ///
  /// Nothing in a record is an error but that it has no name: what is strange leaves the schema open. The
  /// record's own members stay as they are.
  ///
  /// ```swift
  /// let request = try RawRequest(
  ///   ["generated_video_inputs": ["text_prompt": "A tide pool at dawn"]], to: .hedra(record))
  /// ```
  ///
  /// - Returns: A model of Hedra as `GET /models` describes it, with the schema of a request to it.
  /// - Throws: `JSONMismatch` when `record` is not an object or has no `name`.
  public static func hedra(_ record: JSON) throws -> ModelRecord {
    var model = try ModelRecord(json: record)
    let source = HedraRecord(object: model.object)
    model.object.fillIn("label", with: .string(model.name))
    model.object.fillIn("base_cost", with: source.baseCost)
    model.object.fillIn("capabilities", with: source.capabilities)
    model.object.fillIn("settings", with: source.settings)
    model.object["input_schema"] = source.inputSchema
    return model
  }

  /// The models of Hedra as `GET /models` lists them, each with the schema of a request to it.
  ///
  /// Where several have one name, the start of their ID is added to it; the label stays. Equal records are
  /// one.
  ///
  /// - Returns: The models of Hedra as `GET /models` lists them, each with the schema of a request
  ///   to it.
  /// - Throws: `JSONMismatch` when one of them is not an object or has no `name`.
  public static func hedra(_ records: [JSON]) throws -> [ModelRecord] {
    var seen: Set<JSON> = []
    let models = try records.filter { seen.insert($0).inserted }.map { try hedra($0) }
    let counts = Dictionary(models.map { ($0.name, 1) }, uniquingKeysWith: +)
    return models.map { model in
      guard counts[model.name, default: 0] > 1,
        let id = model.object["id"]?.string ?? model.object["slug"]?.string
      else { return model }
      var model = model
      model.object["name"] = .string("\(model.name) \(id.prefix { $0 != "-" })")
      return model
    }
  }

  /// A kind of generation, for any model that does it: the model's ID is one of the parameters.
  ///
  /// The service has no record of it, so that this one has a name, a label and a schema.
  ///
  /// - Returns: A kind of generation, for any model that does it: the model's ID is one of the
  ///   parameters.
  public static func hedra(_ kind: HedraKind) -> ModelRecord {
    var record = ModelRecord(name: kind.rawValue)
    record.object["label"] = .string(kind.label)
    if let end = kind.retirement {
      var notice: JSONObject = ["since": .string(end.since)]
      notice.set("message", end.message)
      record.object["x-retired"] = .object(notice)
    }
    record.object["input_schema"] = kind.body(for: HedraInputs(description: kind.summary))
    return record
  }
}

extension JSONObject {
  /// Sets a member that is not there yet.
  fileprivate mutating func fillIn(_ key: String, with value: JSON?) {
    if let value, self[key] == nil { self[key] = value }
  }
}
