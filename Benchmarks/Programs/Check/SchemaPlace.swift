import Foundation
import TypedMedia

/// A place in a schema: all that is said of it there, behind references and in alternatives.
struct SchemaPlace {
  private let document: JSON
  private let schemas: [JSON]

  /// The root of a schema.
  init(_ document: JSON) { self.init(document, [document]) }

  private init(_ document: JSON, _ open: [JSON]) {
    self.document = document
    var (open, schemas, followed) = (open, [JSON](), Set<String>())
    while let schema = open.popLast() {
      schemas.append(schema)
      for keyword in ["allOf", "anyOf", "oneOf"] { open += schema[keyword]?.array ?? [] }
      if let reference = schema["$ref"]?.string, followed.insert(reference).inserted,
        let target = JSONPointer(uriFragment: String(reference.drop { $0 == "#" }))
      {
        open += [document[target]].compactMap { $0 }
      }
    }
    self.schemas = schemas
  }

  private func member(_ key: String) -> SchemaPlace {
    let members = schemas.compactMap { $0["properties"]?[key] ?? $0["additionalProperties"] }
    return SchemaPlace(document, members)
  }

  private var element: SchemaPlace { SchemaPlace(document, schemas.compactMap { $0["items"] }) }

  /// Whether leaving a value out says the same as `null`: there is no other default.
  private var isNullWhenAbsent: Bool {
    schemas.compactMap { $0["default"] }.allSatisfy(\.isNull)
  }

  private var isOfAtMostOne: Bool { schemas.contains { $0["maxItems"] == 1 } }

  /// Whether two texts are spellings of one instant: a date is sent in UTC.
  private static func areOneInstant(_ body: JSON, _ copy: JSON) -> Bool {
    guard let date = try? body.decoded(as: Date.self), let other = try? copy.decoded(as: Date.self)
    else { return false }
    return date == other
  }

  /// What of `body` has changed in `copy`; `nil` when nothing that matters has.
  func difference(between body: JSON, and copy: JSON, at path: JSONPointer = .root) -> String? {
    switch (body, copy) {
    case (.object(let body), .object(let copy)):
      let keys = body.keys + copy.keys.filter { !body.contains($0) }
      return keys.lazy.compactMap { key in
        let (place, path) = (member(key), path.appending(key))
        switch (body[key], copy[key]) {
        case (let body?, let copy?): return place.difference(between: body, and: copy, at: path)
        case (.null?, nil) where place.isNullWhenAbsent: return nil
        // A list of at most one is its element, or nothing.
        case (.array([])?, nil) where place.isOfAtMostOne: return nil
        case (let body?, nil): return "loses \(path), which is \(body)"
        case (nil, let copy): return "gains \(path), which is \(copy ?? nil)"
        }
      }.first
    case (.array(let body), .array(let copy)) where body.count == copy.count:
      return zip(body, copy).enumerated().lazy.compactMap { index, pair in
        element.difference(between: pair.0, and: pair.1, at: path.appending(index))
      }.first
    case (.string, .string) where Self.areOneInstant(body, copy): return nil
    default:
      return body == copy ? nil : "changes \(path) from \(body) to \(copy)"
    }
  }
}
