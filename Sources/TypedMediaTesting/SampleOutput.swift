public import Foundation
public import TypedMedia
import TypedMediaSchema

/// An answer that a model's `output_schema` allows, for a sandbox to give: with addresses of real, small files
/// where the schema has files.
///
/// ```swift
/// let output = SampleOutput(of: schema, kind: .video) { media in
///   URL(string: "https://files.example.com/1.\(media.fileExtension)")
/// }
/// ```
///
/// It is the same each time. Each property that an object may have is in it, and one of whatever a list may have.
public struct SampleOutput: Sendable {
  /// The answer.
  public let json: JSON
  /// The files that are named in it, by their addresses.
  public let files: [URL: SampleMedia]
  /// Tells whether the schema allows the answer. It does, unless nothing plain is allowed: as where
  /// a text has to match a pattern of which the schema has no example.
  public let isValid: Bool

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - schema: The schema.
  ///   - kind: What the model makes, where the name of a member does not tell.
  ///   - address: Gives the address of the next file.
  public init(
    of schema: JSON, kind: MediaKind? = nil, addressing address: (SampleMedia) -> URL?
  ) {
    let rules = try? JSONSchema(schema, options: JSONSchema.Options(lenient: true))
    let view = SchemaView(document: schema)
    // What an object may have may exclude each other; then what it must have is enough.
    let attempts = withoutActuallyEscaping(address) { address in
      [true, false].lazy.map { isWhole in
        var maker = SampleMaker(kind: kind ?? .image, isWhole: isWhole, address: address)
        let json = maker.value(of: view, named: "")
        return (json: json, files: maker.files, isValid: rules?.isValid(json) ?? false)
      }.first { $0.isValid }
    }
    json = attempts?.json ?? .null
    files = attempts?.files ?? [:]
    isValid = attempts != nil
  }
}

/// Makes values that schemas allow, as far as that is plain.
private struct SampleMaker {
  /// What a file is where no name tells.
  let kind: MediaKind
  /// Tells whether objects have what they may have, and not only what they must.
  let isWhole: Bool
  let address: (SampleMedia) -> URL?
  private(set) var files: [URL: SampleMedia] = [:]

  /// Deeper than this, there is only what must be: a schema may contain itself.
  private static let greatestDepth = 6
  /// How many elements or characters are made at most, however many a schema demands: memory is not endless.
  private static let greatestSize = 1_000

  mutating func value(of schema: SchemaView, named name: String, depth: Int = 0) -> JSON {
    if let values = schema.closedValues,
      let value = values.first(where: { !$0.isNull }) ?? values.first
    {
      return value
    }
    if let alternatives = schema.alternatives {
      let chosen = alternatives.first { $0.types != ["null"] && !$0.isImpossible }
      return chosen.map { value(of: $0, named: name, depth: depth) } ?? .null
    }
    switch schema.types.first {
    case "object": return object(of: schema, named: name, depth)
    case "array": return list(of: schema, named: name, depth)
    case "string": return text(of: schema, named: name)
    case "integer": return number(of: schema, isInteger: true)
    case "number": return number(of: schema, isInteger: false)
    case "boolean": return schema["default"]?.bool.map(JSON.bool) ?? false
    case "null": return .null
    default:
      if schema["properties"] != nil { return object(of: schema, named: name, depth) }
      return schema["default"] ?? "A sample."
    }
  }

  private mutating func object(of schema: SchemaView, named name: String, _ depth: Int) -> JSON {
    let properties = schema.allProperties
    let isFile = Set(properties.map(\.name)).isSuperset(of: ["url"])
    let media = isFile ? media(named: name) : nil
    var object = JSONObject()
    for (key, property, isRequired) in properties {
      let isWanted = isRequired || isWhole && depth < Self.greatestDepth
      guard isWanted, !property.isImpossible else { continue }
      object[key] =
        media.flatMap { member(key, property, of: $0) }
        ?? value(of: property, named: key, depth: depth + 1)
    }
    return .object(object)
  }

  /// What a service says of a file, where a member's schema has room for it.
  private mutating func member(
    _ key: String, _ schema: SchemaView, of media: SampleMedia
  ) -> JSON? {
    let known: JSON
    switch key {
    case "url": known = .string(address(of: media))
    case "content_type", "mime_type": known = .string(media.contentType)
    case "file_name": known = .string("sample.\(media.fileExtension)")
    case "file_size": known = media.data.count.json
    case "width": known = media.width.json
    case "height": known = media.height.json
    case "duration": known = ((media.duration ?? .zero) / .seconds(1)).json
    default: return nil
    }
    // A member may be called so and be something else.
    let rules = try? JSONSchema(
      .object(schema.keywords), options: JSONSchema.Options(lenient: true))
    guard let rules, rules.isValid(known) else { return nil }
    return known
  }

  private mutating func list(of schema: SchemaView, named name: String, _ depth: Int) -> JSON {
    let fixed = schema["prefixItems"]?.array?.count ?? 0
    var elements: [JSON] = (0..<fixed).compactMap { index in
      schema.child("prefixItems", "\(index)").map { value(of: $0, named: name, depth: depth + 1) }
    }
    guard let items = schema.child("items"), !items.isImpossible else { return .array(elements) }
    let least = min(schema["minItems"]?.int ?? 0, Self.greatestSize)
    let most = schema["maxItems"]?.int ?? .max
    let wanted = depth < Self.greatestDepth ? max(least, fixed + 1) : least
    while elements.count < min(wanted, most) {
      elements.append(value(of: items, named: name, depth: depth + 1))
    }
    return .array(elements)
  }

  private mutating func text(of schema: SchemaView, named name: String) -> JSON {
    switch schema["format"]?.string {
    case "uri", "url", "http-url", "binary", "uri-reference":
      return .string(address(of: media(named: name)))
    case "date-time": return "2026-01-01T00:00:00Z"
    case "date": return "2026-01-01"
    case "time": return "00:00:00Z"
    case "duration": return "PT1S"
    case "uuid": return "00000000-0000-4000-8000-000000000000"
    case "email": return "someone@example.com"
    case "hostname": return "example.com"
    default: break
    }
    // Of a pattern, only an example is known to match.
    if schema["pattern"] != nil,
      let example = schema["examples"]?.array?.first ?? schema["example"] ?? schema["default"]
    {
      return example
    }
    var text = "A sample."
    let least = min(schema["minLength"]?.int ?? 0, Self.greatestSize)
    if text.count < least { text += String(repeating: ".", count: least - text.count) }
    return .string(String(text.prefix(max(schema["maxLength"]?.int ?? .max, 0))))
  }

  /// The least number that is allowed, or the one that is nearest to one.
  private func number(of schema: SchemaView, isInteger: Bool) -> JSON {
    let step = schema["multipleOf"]?.decimal ?? 1
    var value: Decimal = 1
    if let least = schema["minimum"]?.decimal, value < least { value = least }
    if let bound = schema["exclusiveMinimum"]?.decimal, value <= bound { value = bound + step }
    if let most = schema["maximum"]?.decimal, value > most { value = most }
    if let bound = schema["exclusiveMaximum"]?.decimal, value >= bound {
      value = bound - (isInteger ? step : step / 2)
    }
    guard isInteger || schema["multipleOf"] != nil, step > 0 else { return value.json }
    var (quotient, count) = (value / step, Decimal())
    NSDecimalRound(&count, &quotient, 0, .up)
    return (count * step).json
  }

  private mutating func address(of media: SampleMedia) -> String {
    guard let url = address(media) else { return "https://files.example.com/sample" }
    files[url] = media
    return url.absoluteString
  }

  /// The file for a place of this name.
  private func media(named name: String) -> SampleMedia {
    let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
    let kind =
      Self.words.first { !words.isDisjoint(with: $0.words) }?.kind ?? kind
    return switch kind {
    case .image: .image
    case .video: .video
    case .audio: .audio
    }
  }

  private static let words: [(kind: MediaKind, words: Set<String>)] = [
    (.image, ["image", "images", "img", "mask", "thumbnail"]),
    (.video, ["video", "videos", "film", "clip"]),
    (.audio, ["audio", "audios", "music", "song", "sound", "speech", "voice"]),
  ]
}
