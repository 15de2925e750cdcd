import Foundation

/// What a record of `GET /models` says (https://www.hedra.com/docs/api-reference/public/list-models), as
/// far as it can be read.
struct HedraRecord {
  let object: JSONObject

  /// The schema of a request to the model.
  var inputSchema: JSON { kind?.body(for: inputs) ?? inputs.openBody }

  /// The branch of the documented body; `nil` for one that is not documented.
  private var kind: ModelRecord.HedraKind? {
    let type = object["type"]?.string
    // What makes music is listed by another word than it is asked for.
    let kind = type == "music" ? .textToMusic : type.flatMap(ModelRecord.HedraKind.init)
    let isMotionControl = object["requires_character_orientation"] == true
    return kind == .video && isMotionControl ? .motionControl : kind
  }

  private var inputs: HedraInputs {
    var inputs = HedraInputs(
      description: object["description"]?.string,
      type: object["type"]?.string,
      id: object["id"]?.string,
      slug: object["slug"]?.string,
      startFrame: presence("requires_start_frame"),
      endFrame: presence("requires_end_frame"),
      audio: presence("requires_audio_input"),
      video: presence("requires_input_video"),
      characterOrientation: presence("requires_character_orientation"),
      takesSpeakerPosition: object["id"]?.string == HedraInputs.character3,
      prompt: bounds,
      aspectRatio: choice(
        among: texts("aspect_ratios"), isOpen: isThere("aspect_ratio_range"), default: nil),
      resolution: choice(
        among: texts("resolutions"), isOpen: object["custom_resolution"] == true,
        default: object["default_resolution"]?.string),
      duration: duration,
      conditions: HedraConditions(of: object).rules)
    addModes(to: &inputs)
    addUpscaling(to: &inputs)
    return inputs
  }

  /// Replaces what the flags say of the inputs by what the modes say, where the record has modes that can be
  /// read. A flag that is `true` is believed beside them.
  private func addModes(to inputs: inout HedraInputs) {
    let keyframes = [inputs.startFrame, inputs.endFrame]
    let flagged = keyframes + [inputs.audio, inputs.video]
    let takesNone = kind == .video && !flagged.contains(.required)
    guard let modes = HedraModes(object["inputs"], takesNone: takesNone) else {
      if keyframes.contains(.required) { inputs.referenceImages = .absent }
      return
    }
    func presence(_ flag: HedraInputs.Presence, _ input: HedraModes.Input) -> HedraInputs.Presence {
      flag == .required ? .required : modes.presence(of: input)
    }
    inputs.modes = modes
    inputs.startFrame = presence(inputs.startFrame, .startFrame)
    inputs.endFrame = presence(inputs.endFrame, .endFrame)
    inputs.audio = presence(inputs.audio, .audio)
    inputs.video = presence(inputs.video, .video)
    inputs.referenceImages = modes.presence(of: .referenceImage)
    inputs.referenceVideos = modes.presence(of: .referenceVideo)
    inputs.referenceAudios = modes.presence(of: .referenceAudio)
  }

  /// Adds what is said of the options of a model.
  private func addUpscaling(to inputs: inout HedraInputs) {
    let rates = (object["target_frame_rates"]?.array ?? []).compactMap(\.int)
    if !rates.isEmpty {
      inputs.frameRate["enum"] = .array(rates.map { .number(.init($0)) })
    }
    let engines = HedraModel.frameRateEngines(in: object).map(\.name)
    if !engines.isEmpty {
      inputs.frameRateEngine["enum"] = .array(engines.map(JSON.string))
      inputs.frameRateEngine["default"] = .string(engines[0])
    }
    if let schema = HedraModelOption.schema(of: object["options"]) { inputs.options = schema }
  }

  /// What a flag says: `nil` is that nothing is known.
  private func presence(_ flag: String) -> HedraInputs.Presence {
    object[flag]?.bool.map { $0 ? .required : .absent } ?? .optional
  }

  private func isThere(_ key: String) -> Bool { object[key].map { !$0.isNull } ?? false }

  /// A list of texts; `nil` when it is missing, empty or holds something else.
  private func texts(_ key: String) -> [String]? {
    guard let values = object[key]?.array, !values.isEmpty else { return nil }
    let texts = values.compactMap(\.string)
    guard texts.count == values.count else { return nil }
    return texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func choice(
    among texts: [String]?, isOpen: Bool, default defaultText: String?
  ) -> JSONObject {
    let values = texts.map { JSON.array($0.map(JSON.string)) }
    var schema: JSONObject =
      switch values {
      case nil: ["type": "string"]
      case let values? where isOpen: ["anyOf": [["enum": values], ["type": "string"]]]
      case let values?: ["type": "string", "enum": values]
      }
    if let defaultText, isOpen || texts?.contains(defaultText) ?? true {
      schema["default"] = .string(defaultText)
    }
    return schema
  }

  /// The time that a prompt may be, which the records of 2026-08-03 say.
  private var bounds: JSONObject {
    var bounds: JSONObject = [:]
    if let least = object["min_prompt_length"]?.int { bounds["minLength"] = .number(.init(least)) }
    if let most = object["max_prompt_length"]?.int { bounds["maxLength"] = .number(.init(most)) }
    return bounds
  }

  private var duration: JSONObject {
    if let milliseconds, !milliseconds.isEmpty {
      return ["type": "integer", "enum": .array(milliseconds.map { .number(.init($0)) })]
    }
    guard let most = object["max_duration_ms"]?.int else { return ["type": "integer"] }
    return ["type": "integer", "maximum": .number(.init(most))]
  }

  /// The durations in milliseconds, without `auto`, which is to send none; `nil` when one cannot be read.
  private var milliseconds: [Int]? {
    guard let values = object["durations"]?.array else { return nil }
    let texts = values.map { $0.string ?? $0.text() }.filter { $0 != "auto" }
    let read = texts.compactMap(Self.milliseconds)
    guard read.count == texts.count else { return nil }
    return read.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A duration in milliseconds. How numbers are spelled is not documented: `5`, `5s` and `5000` are read
  /// as five seconds.
  private static func milliseconds(_ text: String) -> Int? {
    if text.hasSuffix("ms") { return Int(text.dropLast(2)) }
    let isSeconds = text.hasSuffix("s")
    guard let number = Int(isSeconds ? text.dropLast() : text[...]) else { return nil }
    guard isSeconds || number < 1_000 else { return number }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: 1_000)
    return isTooLarge ? nil : product
  }
}

/// The members that records of all services have.
extension HedraRecord {
  /// The flat cost, where the price does not depend on the duration.
  var baseCost: JSON? {
    let pricing = object["pricing"]
    guard let cost = pricing?["base_cost"], cost.number != nil,
      pricing?["credits_per_second"]?.decimal ?? 0 == 0
    else { return nil }
    return cost
  }

  /// What the record lists, by the common names; durations in seconds.
  var capabilities: JSON? {
    var capabilities: JSONObject = [:]
    for (key, common) in [
      ("aspect_ratios", "supported_aspect_ratios"), ("resolutions", "supported_resolutions"),
    ] {
      if let texts = texts(key) { capabilities[common] = .array(texts.map(JSON.string)) }
    }
    if let text = object["default_resolution"]?.string {
      capabilities["default_resolution"] = .string(text)
    }
    if let milliseconds, !milliseconds.isEmpty, milliseconds.allSatisfy({ $0 % 1_000 == 0 }) {
      capabilities["supported_durations"] = .array(milliseconds.map { .number(.init($0 / 1_000)) })
    }
    return capabilities.isEmpty ? nil : .object(capabilities)
  }

  /// The properties on which the price depends
  /// (https://www.hedra.com/docs/api-reference/public/list-models: `Pricing`).
  var settings: JSON? {
    let pricing = object["pricing"]
    let perSecond = (pricing?["credits_per_second"]?.decimal ?? 0) > 0 ? ["duration_ms"] : []
    let modified = (pricing?["modifiers"]?.object ?? [:]).filter {
      $0.value.object?.isEmpty == false
    }
    let keys = perSecond + modified.map(\.key)
    guard !keys.isEmpty else { return nil }
    return .array(keys.map { ["key": .string($0), "affects_cost": true] })
  }
}
