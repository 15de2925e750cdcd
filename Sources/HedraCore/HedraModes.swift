/// The modes of a model's record, as far as they can be read: which inputs there are, which go together, and what
/// is taken for each (https://www.hedra.com/docs/api-reference/public/list-models: `inputs`).
struct HedraModes {
  /// An input, by what it is for and what it is.
  struct Input: Hashable {
    let role: HedraInputSlot.Role
    let type: HedraAssetType

    static let startFrame = Self(role: .startFrame, type: .image)
    static let endFrame = Self(role: .endFrame, type: .image)
    static let referenceImage = Self(role: .reference, type: .image)
    static let referenceVideo = Self(role: .reference, type: .video)
    static let referenceAudio = Self(role: .reference, type: .audio)
    static let audio = Self(role: .audioInput, type: .audio)
    static let video = Self(role: .inputVideo, type: .video)

    /// The members of a body that stand for it.
    static let keys: [(input: Self, keys: [String])] = [
      (startFrame, HedraInputs.startKeys), (endFrame, HedraInputs.endKeys),
      (audio, HedraInputs.audioKeys), (referenceAudio, ["reference_audio_ids"]),
      (referenceImage, [HedraInputs.references]), (referenceVideo, ["reference_video_ids"]),
      (video, ["video_id"]),
    ]
  }

  /// The slots of each mode.
  private let modes: [[Input: HedraInputSlot]]
  /// Whether the model also makes something of its prompt alone.
  private let takesNone: Bool

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - modes: The record's `inputs`.
  ///   - takesNone: Whether the model also makes something of its prompt alone.
  /// - Returns: `nil` where there are none, or where one has an input that no member of a body stands for:
  ///   nothing is concluded from what is not understood.
  init?(_ modes: JSON?, takesNone: Bool) {
    guard let modes = modes?.array else { return nil }
    let known = Input.keys.map(\.input)
    var read: [[Input: HedraInputSlot]] = []
    for mode in modes {
      guard let slots = mode["slots"]?.array else { return nil }
      var inputs: [Input: HedraInputSlot] = [:]
      for slot in slots.map({ HedraInputSlot(object: $0.object ?? [:]) }) {
        guard let role = slot.role, let type = slot.type,
          known.contains(Input(role: role, type: type))
        else { return nil }
        inputs[Input(role: role, type: type)] = slot
      }
      read.append(inputs)
    }
    self.modes = read
    self.takesNone = takesNone || read.isEmpty
  }

  /// Whether an input is there.
  func presence(of input: Input) -> HedraInputs.Presence {
    let slots = modes.map { $0[input] }
    guard slots.contains(where: { $0 != nil }) else { return .absent }
    return !takesNone && slots.allSatisfy { $0?.isRequired == true } ? .required : .optional
  }

  /// Adds what is taken for an input to the schema of one.
  func limiting(_ schema: JSON, of input: Input) -> JSON {
    guard case .object(var object) = schema else { return schema }
    let slots = modes.compactMap { $0[input] }
    // A limit holds where each mode has it; the widest, where they differ.
    let sizes = slots.map(\.maximumFileSize)
    if let size = sizes.compactMap({ $0 }).max(), !sizes.contains(nil) {
      object.set("x-media-max-bytes", size)
    }
    let facts = Set(slots.map(\.facts))
    if facts.count == 1, let facts = facts.first, !facts.isEmpty {
      let said = object["description"]?.string.map { [$0] } ?? []
      object["description"] = .string((said + facts).joined(separator: " "))
    }
    return .object(object)
  }

  /// Adds how many there may be of an input to the schema of a list of them.
  func counting(_ schema: JSON, of input: Input) -> JSON {
    guard case .object(var object) = schema else { return schema }
    let slots = modes.compactMap { $0[input] }
    if let least = slots.map(\.minimumCount).min(), least > 0 { object.set("minItems", least) }
    if let most = slots.map(\.maximumCount).max(), most > 0 { object.set("maxItems", most) }
    return .object(object)
  }

  /// The pairs of members that no mode has together.
  func exclusions(among keys: [String]) -> [[String]] {
    let inputs = present(among: keys)
    return inputs.indices.flatMap { index in
      inputs[(index + 1)...].flatMap { other -> [[String]] in
        let input = inputs[index]
        let go = modes.contains { $0[input.input] != nil && $0[other.input] != nil }
        guard !go else { return [] }
        return input.keys.flatMap { key in other.keys.map { [key, $0] } }
      }
    }
  }

  /// What an input needs beside it, in every mode that has it.
  func dependencies(among keys: [String]) -> [JSON] {
    let inputs = present(among: keys)
    return inputs.flatMap { input -> [JSON] in
      let having = modes.filter { $0[input.input] != nil }
      return inputs.filter { other in
        other.input != input.input && presence(of: other.input) != .required
          && having.allSatisfy { $0[other.input]?.isRequired == true }
      }.map { other in
        [
          "if": Self.any(of: input.keys), "then": Self.any(of: other.keys),
        ]
      }
    }
  }

  private func present(among keys: [String]) -> [(input: Input, keys: [String])] {
    Input.keys.map { ($0, $1.filter(keys.contains)) }
      .filter { !$1.isEmpty && presence(of: $0) != .absent }
  }

  /// That one of some members is there.
  private static func any(of keys: [String]) -> JSON {
    let schemas = keys.map { JSON.object(["required": [.string($0)]]) }
    return schemas.count == 1 ? schemas[0] : ["anyOf": .array(schemas)]
  }
}

extension HedraInputSlot {
  /// What is taken, as sentences.
  fileprivate var facts: [String] {
    [
      Self.range(minimumDimension, maximumDimension).map { "\($0) pixels each way." },
      Self.range(minimumDuration?.decimalSeconds, maximumDuration?.decimalSeconds)
        .map { "\($0) seconds long." },
      maximumTotalDuration.map { "At most \($0.decimalSeconds) seconds in all." },
      Self.range(object["min_aspect_ratio"]?.numberText, object["max_aspect_ratio"]?.numberText)
        .map { "\($0) times as wide as high." },
    ].compactMap { $0 }
  }

  private static func range<Bound>(_ least: Bound?, _ most: Bound?) -> String? {
    switch (least, most) {
    case (let least?, let most?): "From \(least) to \(most)"
    case (let least?, nil): "At least \(least)"
    case (nil, let most?): "At most \(most)"
    case (nil, nil): nil
    }
  }
}

extension JSON {
  /// A number as it is written; `nil` for what is none.
  fileprivate var numberText: String? { number == nil ? nil : text() }
}
