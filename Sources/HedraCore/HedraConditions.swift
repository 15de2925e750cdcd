/// What a record says of some values beside others: `conditional_constraints`, as JSON Schema
/// (https://www.hedra.com/docs/api-reference/public/list-models: `ConditionalConstraint`).
///
/// Its conditions are `resolution`, which is the default one where none is sent, and `references_present`; what
/// they narrow are `durations` and `disallowed_resolutions`. That `audio_input_max_duration_ms` bounds a sound is
/// seen by the service alone.
struct HedraConditions {
  private let constraints: [JSON]
  private let defaultResolution: String?

  init(of record: JSONObject) {
    constraints = record["conditional_constraints"]?.array ?? []
    defaultResolution = record["default_resolution"]?.string
  }

  /// The rules, of those constraints that can be read. One with a condition that is not known would hold of
  /// less than what is known of it, and is left out.
  var rules: [JSON] {
    constraints.compactMap { constraint in
      guard let conditions = constraint["when"]?.object.flatMap(conditions),
        let effect = constraint["then"]?.object.flatMap(effect)
      else { return nil }
      return ["if": .object(["allOf": .array(conditions)]), "then": effect]
    }
  }

  private func conditions(_ when: JSONObject) -> [JSON]? {
    var conditions: [JSON] = []
    for (key, value) in when where !value.isNull {
      switch (key, value) {
      case ("resolution", .string(let resolution)): conditions.append(isAsked(for: resolution))
      case ("references_present", .bool(let isPresent)):
        conditions.append(isPresent ? Self.hasReferences : ["not": Self.hasReferences])
      default: return nil
      }
    }
    return conditions.isEmpty ? nil : conditions
  }

  private func isAsked(for resolution: String) -> JSON {
    let isSaid = Self.inputs(
      ["resolution": ["const": .string(resolution)]], required: ["resolution"])
    guard resolution == defaultResolution else { return isSaid }
    return Self.inputs(["resolution": ["const": .string(resolution)]])
  }

  private static let hasReferences: JSON = [
    "anyOf": [
      ["required": ["reference_audio_ids"]], ["required": ["reference_image_ids"]],
      ["required": ["reference_video_ids"]],
    ]
  ]

  private func effect(_ then: JSONObject) -> JSON? {
    var narrowed = JSONObject()
    if let durations = then["durations"]?.array, !durations.isEmpty {
      narrowed["duration_ms"] = ["enum": .array(durations)]
    }
    if let resolutions = then["disallowed_resolutions"]?.array, !resolutions.isEmpty {
      narrowed["resolution"] = ["not": ["enum": .array(resolutions)]]
    }
    return narrowed.isEmpty ? nil : Self.inputs(narrowed)
  }

  private static func inputs(_ properties: JSONObject, required: [String] = []) -> JSON {
    var inputs: JSONObject = ["properties": .object(properties)]
    if !required.isEmpty { inputs["required"] = .array(required.map(JSON.string)) }
    return ["properties": ["generated_video_inputs": .object(inputs)]]
  }
}
