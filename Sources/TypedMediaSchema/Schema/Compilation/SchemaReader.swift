/// Reads the keywords of one schema, and notes those that are malformed.
struct SchemaReader {
  let object: JSONObject
  let context: Context
  let rules: SchemaRules
  private(set) var problems: [JSONSchemaProblem] = []
  /// What the keywords that are there are about.
  private(set) var subjects: SchemaKeyword.Subject = []
  /// The keywords of which rules are made.
  private var found: [(keyword: SchemaKeyword, position: Int)] = []

  /// Where the schema is, and the resource that it belongs to.
  struct Context {
    let place: SchemaPlace
    let resource: Int
  }

  init(object: JSONObject, context: Context, rules: SchemaRules) {
    self.object = object
    self.context = context
    self.rules = rules
    object.withMembers { members in
      for position in members.indices {
        guard let keyword = rules.keyword(members[position].key), !keyword.subject.isEmpty else {
          continue
        }
        subjects.formUnion(keyword.subject)
        found.append((keyword, position))
      }
    }
  }

  /// The value of a keyword, if it is there, belongs to the dialect and is well formed.
  mutating func value(_ name: String) -> JSON? {
    guard let index = found.firstIndex(where: { $0.keyword.name == name }) else { return nil }
    let (shape, value) = (found[index].keyword.shape, object[found[index].position].value)
    if shape.accepts(value) { return value }
    if rules.allowsOpenAPI, case .bound = shape, value.bool != nil { return value }
    if rules.isAssumed, name == "items", value.array != nil { return value }
    note("'\(name)' must be \(shape.expectation), not \(value.excerpt(of: 40))", at: [name])
    return nil
  }

  /// The value of a keyword that counts something.
  mutating func count(_ name: String) -> Int? {
    guard let number = value(name)?.number else { return nil }
    return number.int ?? .max
  }

  /// The value of a keyword that lists names.
  mutating func names(_ name: String) -> [String]? { value(name)?.array?.compactMap(\.string) }

  /// Compiles a pattern, or notes that it is none.
  mutating func pattern(_ source: String, at tokens: [String]) -> SchemaPattern? {
    if let pattern = SchemaPattern(source) { return pattern }
    note("'\(source)' is not a regular expression", at: tokens)
    return nil
  }

  /// Tells whether `null` is allowed beside all else, as OpenAPI's `nullable` has it.
  var acceptsNull: Bool { rules.allowsOpenAPI && object["nullable"]?.bool == true }

  mutating func note(_ message: String, at tokens: [String]) {
    let pointer = JSONPointer(tokens: context.place.pointer.tokens + tokens)
    problems.append(JSONSchemaProblem(pointer: pointer, message: message))
  }
}
