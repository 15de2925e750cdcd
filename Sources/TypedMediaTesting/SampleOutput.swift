public import Foundation
public import TypedMedia
import TypedMediaSchema

/// An answer that a model's `output_schema` allows, for a sandbox to give: with addresses of real, small files
/// where the schema has files, and as little as it may be elsewhere.
///
/// ```swift
/// let output = SampleOutput(of: schema, kind: .video) { media in
///   URL(string: "https://files.example.com/1.\(media.fileExtension)")
/// }
/// ```
public struct SampleOutput {
  /// The answer.
  public let json: JSON
  /// The files that are named in it, by their addresses.
  public let files: [URL: SampleMedia]

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - schema: The schema.
  ///   - kind: What the model makes, where the name of a member does not tell.
  ///   - address: Gives the address of the next file.
  public init(
    of schema: JSON, kind: MediaKind? = nil, addressing address: (SampleMedia) -> URL?
  ) {
    var maker = OutputMaker(root: schema, kind: kind ?? .image)
    json = maker.value(of: schema, named: "", depth: 0) { address($0) }
    files = maker.files
  }
}

/// Makes a value that a schema allows.
private struct OutputMaker {
  let root: JSON
  let kind: MediaKind
  private(set) var files: [URL: SampleMedia] = [:]
  private static let greatestDepth = 16

  init(root: JSON, kind: MediaKind) {
    self.root = root
    self.kind = kind
  }

  mutating func value(
    of schema: JSON, named name: String, depth: Int, _ address: (SampleMedia) -> URL?
  ) -> JSON {
    guard depth < Self.greatestDepth, let keywords = resolved(schema).object else { return .null }
    if let constant = keywords["const"] { return constant }
    if let value = keywords["enum"]?.array?.first(where: { !$0.isNull }) { return value }
    for keyword in ["anyOf", "oneOf"] {
      guard let branches = keywords[keyword]?.array, !branches.isEmpty else { continue }
      let branch = branches.first { resolved($0)["type"] != "null" } ?? branches[0]
      return value(of: branch, named: name, depth: depth + 1, address)
    }
    let types =
      keywords["type"]?.array?.compactMap(\.string) ?? [keywords["type"]?.string].compactMap { $0 }
    switch types.first(where: { $0 != "null" }) {
    case "string": return text(keywords, named: name, address)
    case "integer", "number": return number(keywords)
    case "boolean": return false
    case "array": return list(keywords, named: name, depth, address)
    case "object": return object(keywords, named: name, depth, address)
    default:
      return keywords["properties"] == nil
        ? (types.isEmpty ? [:] : .null) : object(keywords, named: name, depth, address)
    }
  }

  /// What a schema says with what it refers to, and all parts of it.
  private func resolved(_ schema: JSON, depth: Int = 0) -> JSON {
    guard depth < Self.greatestDepth, var keywords = schema.object else { return schema }
    var parts = keywords["allOf"]?.array ?? []
    if let reference = keywords["$ref"]?.string, reference.hasPrefix("#"),
      let pointer = JSONPointer(uriFragment: String(reference.dropFirst())),
      let target = root[pointer]
    {
      parts.append(target)
    }
    (keywords["allOf"], keywords["$ref"]) = (nil, nil)
    for part in parts {
      for (key, value) in resolved(part, depth: depth + 1).object ?? [:] {
        if case .object(var mine)? = keywords[key], case .object(let more) = value {
          for (name, inner) in more where mine[name] == nil { mine[name] = inner }
          keywords[key] = .object(mine)
        } else if keywords[key] == nil {
          keywords[key] = value
        }
      }
    }
    return .object(keywords)
  }

  private mutating func text(
    _ keywords: JSONObject, named name: String, _ address: (SampleMedia) -> URL?
  ) -> JSON {
    switch keywords["format"]?.string {
    case "uri", "url", "http-url", "binary": return .string(file(named: name, address).address)
    case "date-time": return "2026-01-01T00:00:00Z"
    case "date": return "2026-01-01"
    case "uuid": return "00000000-0000-4000-8000-000000000000"
    default:
      let least = keywords["minLength"]?.int ?? 0
      let most = keywords["maxLength"]?.int ?? Int.max
      let text = "A sample." + String(repeating: "x", count: min(max(least - 9, 0), 10_000))
      return .string(String(text.prefix(most)))
    }
  }

  private func number(_ keywords: JSONObject) -> JSON {
    if let least = keywords["minimum"] { return least }
    let above = keywords["exclusiveMinimum"]?.double ?? 0
    if let most = keywords["maximum"], let value = most.double, value < above + 1 { return most }
    return .number(JSONNumber(Int(exactly: (above + 1).rounded(.down)) ?? 1))
  }

  private mutating func list(
    _ keywords: JSONObject, named name: String, _ depth: Int, _ address: (SampleMedia) -> URL?
  ) -> JSON {
    if let places = keywords["prefixItems"]?.array {
      return .array(places.map { value(of: $0, named: name, depth: depth + 1, address) })
    }
    guard let items = keywords["items"] else { return [] }
    let count = min(max(keywords["minItems"]?.int ?? 1, 1), keywords["maxItems"]?.int ?? 100, 100)
    return .array(
      (0..<count).map { _ in value(of: items, named: name, depth: depth + 1, address) })
  }

  private mutating func object(
    _ keywords: JSONObject, named name: String, _ depth: Int, _ address: (SampleMedia) -> URL?
  ) -> JSON {
    let properties = keywords["properties"]?.object ?? [:]
    var object = JSONObject()
    let describesFile = ["content_type", "file_name", "file_size", "mime_type"]
    let isFile = properties.contains("url") && describesFile.contains(where: properties.contains)
    let made = isFile ? file(named: name, address) : nil
    for (key, schema) in properties {
      object[key] = value(of: schema, named: key, depth: depth + 1, address)
    }
    guard let made else { return .object(object) }
    object["url"] = .string(made.address)
    for (key, said) in [
      ("content_type", JSON.string(made.media.contentType)),
      ("mime_type", .string(made.media.contentType)),
      ("file_name", .string("sample.\(made.media.fileExtension)")),
      ("file_size", .number(JSONNumber(made.media.data.count))),
      ("width", .number(JSONNumber(made.media.width))),
      ("height", .number(JSONNumber(made.media.height))),
    ] where properties.contains(key) {
      object[key] = said
    }
    return .object(object)
  }

  private mutating func file(
    named name: String, _ address: (SampleMedia) -> URL?
  ) -> (address: String, media: SampleMedia) {
    let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
    let named = MediaKind.allCases.first { kind in
      words.contains(kind.rawValue) || words.contains(kind.rawValue + "s")
    }
    let media: SampleMedia =
      switch named ?? kind {
      case .image: .image
      case .video: .video
      case .audio: .audio
      }
    guard let url = address(media) else { return ("https://files.example.com/sample", media) }
    files[url] = media
    return (url.absoluteString, media)
  }
}
