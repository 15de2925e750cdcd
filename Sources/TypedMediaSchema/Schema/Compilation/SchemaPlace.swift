/// The place of a schema in a document. The pointer to it is made when it is asked for.
final class SchemaPlace: Sendable {
  let document: Int
  /// The schema that this one is in, unless `base` is the place.
  private let outer: SchemaPlace?
  private let base: JSONPointer
  private let keyword: String
  private let key: String?

  /// Creates the place that a pointer leads to.
  init(_ location: SchemaRegistry.Location) {
    document = location.document
    outer = nil
    base = location.pointer
    keyword = ""
    key = nil
  }

  /// Creates the place of a schema that a keyword of another one holds, under a key or an index where it
  /// holds several.
  init(in outer: SchemaPlace, _ keyword: String, _ key: String?) {
    document = outer.document
    self.outer = outer
    base = .root
    self.keyword = keyword
    self.key = key
  }

  /// The pointer to the schema, in its document.
  var pointer: JSONPointer {
    var tokens: [String] = []
    var place = self
    while let outer = place.outer {
      if let key = place.key { tokens.append(key) }
      tokens.append(place.keyword)
      place = outer
    }
    return JSONPointer(tokens: place.base.tokens + tokens.reversed())
  }

  /// The place, to compare it with others.
  var location: SchemaRegistry.Location {
    SchemaRegistry.Location(document: document, pointer: pointer)
  }
}
