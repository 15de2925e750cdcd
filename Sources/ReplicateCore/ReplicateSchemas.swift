import Foundation

/// What a model's version takes and makes, as JSON Schema that stands by itself.
struct ReplicateSchemas {
  /// What a request has to be; `nil` where the document does not say.
  let input: JSON?
  /// What the model answers; `nil` where the document does not say.
  let output: JSON?

  private static let place = ["components", "schemas"]

  /// Reads the OpenAPI document of a version, in which they are called `Input` and `Output`.
  init(of document: JSON) {
    let schemas = document[JSONPointer(tokens: Self.place)]?.object ?? [:]
    input = Self.schema("Input", of: schemas, isInput: true)
    output = Self.schema("Output", of: schemas, isInput: false)
  }

  /// One of the schemas, with the definitions that it needs.
  private static func schema(_ name: String, of schemas: JSONObject, isInput: Bool) -> JSON? {
    guard let root = schemas[name] else { return nil }
    var schema = plain(root, isInput: isInput).object ?? [:]
    var definitions = JSONObject()
    var open = references(in: root)
    while let name = open.popLast() {
      guard !definitions.contains(name), let definition = schemas[name] else { continue }
      definitions[name] = plain(definition, isInput: isInput)
      open += references(in: definition)
    }
    guard !definitions.isEmpty else { return .object(schema) }
    // In the order of the document, whatever refers to them first.
    schema["$defs"] = .object(
      schemas.reduce(into: JSONObject()) { $0[$1.key] = definitions[$1.key] })
    return .object(schema)
  }

  private static let prefix = "#/components/schemas/"

  /// The names of the definitions that a schema refers to.
  private static func references(in schema: JSON) -> [String] {
    switch schema {
    case .object(let object):
      let own = object["$ref"]?.string.flatMap { reference in
        reference.hasPrefix(prefix) ? String(reference.dropFirst(prefix.count)) : nil
      }
      return [own].compactMap { $0 } + object.values.flatMap(references)
    case .array(let elements): return elements.flatMap(references)
    default: return []
    }
  }

  private static let prose: Set = ["title", "description", "example", "examples", "x-order"]
  private static let literals: Set = ["const", "enum", "default"]

  /// A schema without what only people read, with its properties in the order that their `x-order` gives, its
  /// references to definitions of its own, and, where it is of an input, with what is a medium marked.
  ///
  /// - Parameter name: The property that it is of.
  static func plain(_ schema: JSON, of name: String = "", isInput: Bool) -> JSON {
    switch schema {
    case .array(let elements):
      return .array(elements.map { plain($0, of: name, isInput: isInput) })
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object where !prose.contains(key) {
        switch (key, value) {
        case (_, _) where literals.contains(key): kept[key] = value
        case ("properties", .object(let properties)):
          kept[key] = .object(
            ordered(properties).reduce(into: JSONObject()) {
              $0[$1.key] = plain($1.value, of: $1.key, isInput: isInput)
            })
        case ("$ref", .string(let reference)) where reference.hasPrefix(prefix):
          kept[key] = .string("#/$defs/" + reference.dropFirst(prefix.count))
        default: kept[key] = plain(value, of: name, isInput: isInput)
        }
        if isInput, key == "format", value == "uri" {
          kept["x-media"] = .string(media(of: name))
        }
      }
      return .object(kept)
    default: return schema
    }
  }

  /// Properties by their `x-order`; those without one come last, as they came.
  private static func ordered(_ properties: JSONObject) -> [(key: String, value: JSON)] {
    properties.enumerated().sorted { first, second in
      let (one, other) = (order(of: first.element.value), order(of: second.element.value))
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
  }

  private static func order(of property: JSON) -> Int { property["x-order"]?.int ?? .max }

  /// The words in the names of inputs by which it is known what file they take: a rule of ours, made of the names
  /// in the schemas that are known, for the service says no more than that it is a file. A word that may be of
  /// several, such as the speaker of a voice or a face in a film, is none.
  private static let words: [String: MediaKind] = [
    "image": .image, "images": .image, "img": .image, "mask": .image, "photo": .image,
    "picture": .image, "video": .video, "videos": .video, "audio": .audio, "audios": .audio,
    "music": .audio, "song": .audio, "sound": .audio, "voice": .audio,
  ]

  /// What an input takes, going by its name: a kind of media, or any file where no word tells, or words of two
  /// kinds are in it.
  static func media(of name: String) -> String {
    let kinds = Set(
      name.lowercased().split { !$0.isLetter }.compactMap { words[String($0)] })
    return kinds.count == 1 ? kinds.first?.rawValue ?? "file" : "file"
  }
}
