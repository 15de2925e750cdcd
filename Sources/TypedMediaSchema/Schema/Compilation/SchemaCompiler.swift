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
  private var queue: [Pending] = []
  /// The nodes that may be asked for again.
  private var indexes: [SchemaRegistry.Location: Int] = [:]
  /// Where in memory the objects of a plain document are that references lead to; `nil` of any other. None but
  /// these is asked for more than once.
  private let targets: Set<Int>?
  /// The index of what stands for values that are no schemas.
  private var placeholder: Int?
  /// Tells whether what is left is not read.
  private var isCut = false
  private var isDynamic = false

  /// A schema that is still to be compiled.
  private struct Pending {
    let index: Int
    let schema: JSON
    let place: SchemaPlace
    let resource: Int
  }

  private let document: JSON

  init(_ document: JSON, options: JSONSchema.Options) {
    self.document = document
    let survey = SchemaSurvey(document)
    targets = survey.isPlain ? survey.addresses(in: document) : nil
    registry = SchemaRegistry(options: options, isPlain: survey.isPlain)
  }

  /// Compiles the document. What is wrong with it is left out, and noted in ``problems``.
  mutating func compile() -> SchemaProgram {
    _ = node(at: registry.add(document, at: SchemaURI("")))
    compileQueue()
    let anchors = isDynamic ? compileDynamicAnchors() : []
    return SchemaProgram(
      nodes: nodes.compactMap { $0 }, dynamicAnchors: anchors, isDynamic: isDynamic,
      maximumSteps: registry.options.maximumSteps)
  }

  private mutating func compileQueue() {
    while let pending = queue.popLast() {
      guard !isFull(at: pending.place) else { return allowTheRest() }
      nodes[pending.index] = compileNode(pending)
    }
  }

  /// What is not read forbids nothing.
  private mutating func allowTheRest() {
    queue = []
    nodes = nodes.map { $0 ?? Self.anything }
  }

  private static let anything = SchemaNode(
    schema: true, place: SchemaPlace(.init(document: 0, pointer: .root)), resource: 0, rules: [])

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
    return add(
      registry.schema(at: location) ?? true, at: SchemaPlace(location),
      in: registry.owner(of: location))
  }

  private mutating func add(_ schema: JSON, at place: SchemaPlace, in resource: Int) -> Int {
    queue.append(Pending(index: nodes.count, schema: schema, place: place, resource: resource))
    nodes.append(nil)
    return nodes.count - 1
  }

  /// The index of `schema`, which is in the one at `outer`, at a keyword and maybe a key.
  ///
  /// What is no schema at all is allowed to be anything, at one place for all of the kind.
  mutating func node(
    for schema: JSON, in outer: SchemaReader.Context, at keyword: String, _ key: String?
  ) -> Int {
    let place = SchemaPlace(in: outer.place, keyword, key)
    switch schema {
    case .object(let object):
      guard let targets, place.document == 0, !targets.contains(object.address) else {
        return node(at: place.location)
      }
      return add(schema, at: place, in: outer.resource)
    case .bool:
      return add(schema, at: place, in: outer.resource)
    default:
      if !isFull(at: place) { note(noSchema: schema, at: place) }
      if let placeholder { return placeholder }
      nodes.append(Self.anything)
      placeholder = nodes.count - 1
      return nodes.count - 1
    }
  }

  /// Tells whether there are too many problems to look for more, which is a problem too, once.
  private mutating func isFull(at place: SchemaPlace) -> Bool {
    guard problems.count >= Self.mostProblems else { return false }
    if !isCut { note("there are too many problems, and what is left is not read", at: place) }
    isCut = true
    return true
  }

  private mutating func note(noSchema value: JSON, at place: SchemaPlace) {
    note("a schema is an object, true or false, not \(value.excerpt(of: 40))", at: place)
  }

  private mutating func compileNode(_ pending: Pending) -> SchemaNode {
    var rules: [SchemaRule] = []
    var acceptsNull = false
    switch pending.schema {
    case .object(let object):
      var reader = SchemaReader(
        object: object, context: .init(place: pending.place, resource: pending.resource),
        rules: registry.resources[pending.resource].rules)
      rules = self.rules(&reader)
      acceptsNull = reader.acceptsNull
      problems += reader.problems
    case .bool(let isAllowed):
      rules = isAllowed ? [] : [.never]
    default:
      note(noSchema: pending.schema, at: pending.place)
    }
    return SchemaNode(
      schema: pending.schema, place: pending.place, resource: pending.resource, rules: rules,
      acceptsNull: acceptsNull)
  }

  private mutating func note(_ message: String, at place: SchemaPlace) {
    problems.append(JSONSchemaProblem(pointer: place.pointer, message: message))
  }
}

extension SchemaCompiler {
  /// The rules that refer elsewhere.
  mutating func addReferences(_ reader: inout SchemaReader, to rules: inout [SchemaRule]) {
    if let target = reader.value("$ref")?.string, let index = node(for: target, "$ref", &reader) {
      rules.append(.reference(index))
    }
    if let target = reader.value("$recursiveRef")?.string,
      let index = node(for: target, "$recursiveRef", &reader)
    {
      let isAnchor = registry.resources[reader.context.resource].dynamicAnchors[""] != nil
      rules.append(isAnchor ? dynamicReference("", index) : .reference(index))
    }
    if let target = reader.value("$dynamicRef")?.string,
      let index = node(for: target, "$dynamicRef", &reader)
    {
      // Only a reference that starts at a dynamic anchor is dynamic.
      let anchor = SchemaURI(target).fragment ?? ""
      let location = registry.locate(target, from: reader.context.resource)
      let owner = location.map { registry.owner(of: $0) } ?? 0
      let isAnchor = registry.resources[owner].dynamicAnchors[anchor] != nil && !anchor.isEmpty
      rules.append(isAnchor ? dynamicReference(anchor, index) : .reference(index))
    }
  }

  private mutating func dynamicReference(_ anchor: String, _ fallback: Int) -> SchemaRule {
    isDynamic = true
    return .dynamicReference(anchor: anchor, fallback: fallback)
  }

  private mutating func node(
    for reference: String, _ keyword: String, _ reader: inout SchemaReader
  ) -> Int? {
    guard let location = registry.locate(reference, from: reader.context.resource) else {
      reader.note("the reference '\(reference)' leads nowhere", at: [keyword])
      return nil
    }
    return node(at: location)
  }
}
