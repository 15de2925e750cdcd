/// Turns a schema into a program: finds the schemas in it, follows its references, and reads each
/// keyword once.
///
/// Schemas wait in a queue rather than on the stack, so that neither depth nor circles matter.
struct SchemaCompiler {
  private(set) var problems: [JSONSchemaProblem] = []
  /// With more problems than these, what is left of a document is not read: nobody would look at them,
  /// and a document of millions would keep everybody waiting.
  private static let mostProblems = 1_000

  private var registry: SchemaRegistry
  private var nodes: [SchemaNode?] = []
  private var queue: [SchemaRegistry.Location] = []
  private var indexes: [SchemaRegistry.Location: Int] = [:]
  /// The index of what stands for values that are no schemas.
  private var placeholder: Int?
  /// Tells whether what is left is not read.
  private var isCut = false
  private var isDynamic = false

  init(options: JSONSchema.Options) { registry = SchemaRegistry(options: options) }

  /// Compiles `document`. What is wrong with it is left out, and noted in ``problems``.
  mutating func compile(_ document: JSON) -> SchemaProgram {
    _ = node(at: registry.add(document, at: SchemaURI("")))
    compileQueue()
    let anchors = isDynamic ? compileDynamicAnchors() : []
    return SchemaProgram(
      nodes: nodes.compactMap { $0 }, dynamicAnchors: anchors, isDynamic: isDynamic,
      maximumSteps: registry.options.maximumSteps)
  }

  private mutating func compileQueue() {
    while let location = queue.popLast() {
      guard let index = indexes[location] else { continue }
      guard !isFull(at: location) else { return allowTheRest() }
      nodes[index] = compileNode(at: location)
    }
  }

  /// What is not read forbids nothing.
  private mutating func allowTheRest() {
    queue = []
    nodes = nodes.map { $0 ?? Self.anything }
  }

  private static let anything = SchemaNode(schema: true, pointer: .root, resource: 0, rules: [])

  /// Compiles what a dynamic reference may turn out to mean, which may bring in more of the same.
  private mutating func compileDynamicAnchors() -> [[String: Int]] {
    var anchors: [[String: Int]] = []
    repeat {
      anchors = []
      for resource in registry.resources {
        anchors.append(resource.dynamicAnchors.mapValues { node(at: $0) })
      }
      compileQueue()
    } while anchors.count < registry.resources.count
    return anchors
  }

  /// The index of the schema at `location`, which is compiled later if it has not been.
  mutating func node(at location: SchemaRegistry.Location) -> Int {
    if let index = indexes[location] { return index }
    indexes[location] = nodes.count
    nodes.append(nil)
    queue.append(location)
    return nodes.count - 1
  }

  /// The index of `schema`, which is in the one that is being read.
  ///
  /// What is no schema at all is allowed to be anything, at one place for all of the kind.
  mutating func node(for schema: JSON, at tokens: [String], _ reader: SchemaReader) -> Int {
    let location = reader.location(tokens)
    guard schema.object == nil, schema.bool == nil else { return node(at: location) }
    if !isFull(at: location) { note(noSchema: schema, at: location) }
    if let placeholder { return placeholder }
    nodes.append(Self.anything)
    placeholder = nodes.count - 1
    return nodes.count - 1
  }

  /// Tells whether there are too many problems to look for more, which is a problem too, once.
  private mutating func isFull(at location: SchemaRegistry.Location) -> Bool {
    guard problems.count >= Self.mostProblems else { return false }
    if !isCut { note("there are too many problems, and what is left is not read", at: location) }
    isCut = true
    return true
  }

  private mutating func note(noSchema value: JSON, at location: SchemaRegistry.Location) {
    note("a schema is an object, true or false, not \(value.excerpt(of: 40))", at: location)
  }

  private mutating func compileNode(at location: SchemaRegistry.Location) -> SchemaNode {
    let owner = registry.owner(of: location)
    let schema = registry.schema(at: location) ?? true
    var rules: [SchemaRule] = []
    var acceptsNull = false
    switch schema {
    case .object(let object):
      var reader = SchemaReader(
        object: object, location: location, resource: owner,
        rules: registry.resources[owner].rules)
      rules = self.rules(&reader)
      acceptsNull = reader.acceptsNull
      problems += reader.problems
    case .bool(let isAllowed):
      rules = isAllowed ? [] : [.never]
    default:
      note(noSchema: schema, at: location)
    }
    return SchemaNode(
      schema: schema, pointer: location.pointer, resource: owner, rules: rules,
      acceptsNull: acceptsNull)
  }

  private mutating func note(_ message: String, at location: SchemaRegistry.Location) {
    problems.append(JSONSchemaProblem(pointer: location.pointer, message: message))
  }
}

extension SchemaCompiler {
  /// The rules that refer elsewhere.
  mutating func references(_ reader: inout SchemaReader) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    if let target = reader.value("$ref")?.string, let index = node(for: target, "$ref", &reader) {
      rules.append(.reference(index))
    }
    if let target = reader.value("$recursiveRef")?.string,
      let index = node(for: target, "$recursiveRef", &reader)
    {
      let isAnchor = registry.resources[reader.resource].dynamicAnchors[""] != nil
      rules.append(isAnchor ? dynamicReference("", index) : .reference(index))
    }
    if let target = reader.value("$dynamicRef")?.string,
      let index = node(for: target, "$dynamicRef", &reader)
    {
      // Only a reference that starts at a dynamic anchor is dynamic.
      let anchor = SchemaURI(target).fragment ?? ""
      let location = registry.locate(target, from: reader.resource)
      let owner = location.map { registry.owner(of: $0) } ?? 0
      let isAnchor = registry.resources[owner].dynamicAnchors[anchor] != nil && !anchor.isEmpty
      rules.append(isAnchor ? dynamicReference(anchor, index) : .reference(index))
    }
    return rules
  }

  private mutating func dynamicReference(_ anchor: String, _ fallback: Int) -> SchemaRule {
    isDynamic = true
    return .dynamicReference(anchor: anchor, fallback: fallback)
  }

  private mutating func node(
    for reference: String, _ keyword: String, _ reader: inout SchemaReader
  ) -> Int? {
    guard let location = registry.locate(reference, from: reader.resource) else {
      reader.note("the reference '\(reference)' leads nowhere", at: [keyword])
      return nil
    }
    return node(at: location)
  }
}
