/// All the documents that a schema draws on, and where the schemas in them are.
struct SchemaRegistry {
  /// A place in one of the documents.
  struct Location: Hashable {
    var document: Int
    var pointer: JSONPointer
  }

  /// A schema with a URI of its own, by which others refer to it.
  struct Resource {
    var uri: SchemaURI
    var root: Location
    var rules: SchemaRules
    var anchors: [String: Location] = [:]
    /// The anchors that a dynamic reference looks for. The empty name stands for 2019-09's
    /// `$recursiveAnchor`.
    var dynamicAnchors: [String: Location] = [:]
  }

  private(set) var resources: [Resource] = []
  private var documents: [JSON] = []
  private var resourcesByURI: [String: Int] = [:]
  private var owners: [Location: Int] = [:]
  private let options: JSONSchema.Options

  init(options: JSONSchema.Options) { self.options = options }

  /// Adds a document that was found at `uri`, and returns its root.
  @discardableResult
  mutating func add(_ document: JSON, at uri: SchemaURI) -> Location {
    let root = Location(document: documents.count, pointer: .root)
    documents.append(document)
    let rules = SchemaRules(
      assuming: options.defaultDialect, assertsFormats: options.assertsFormats)
    resourcesByURI[uri.absolute] = resources.count
    resources.append(Resource(uri: uri, root: root, rules: rules))
    index(document, at: root, in: resources.count - 1)
    return root
  }

  /// The schema at a location.
  func schema(at location: Location) -> JSON? { documents[location.document][location.pointer] }

  /// The resource that the schema at a location belongs to.
  func owner(of location: Location) -> Int { owners[location] ?? 0 }

  /// Finds what `reference` leads to, loading other documents as needed.
  mutating func locate(_ reference: String, from resource: Int) -> Location? {
    let target = SchemaURI(reference).resolved(against: resources[resource].uri)
    guard let owner = self.resource(at: target) else { return nil }
    let fragment = target.fragment ?? ""
    if fragment.isEmpty { return resources[owner].root }
    guard fragment.hasPrefix("/") else { return resources[owner].anchors[fragment] }
    guard let pointer = JSONPointer(uriFragment: fragment) else { return nil }
    return adopt(pointer, in: owner)
  }

  /// Finds a schema by pointer. One below a keyword that is unknown has not been seen before.
  private mutating func adopt(_ pointer: JSONPointer, in resource: Int) -> Location? {
    var location = resources[resource].root
    var owner = resource
    for token in pointer.tokens {
      location.pointer = location.pointer.appending(token)
      owner = owners[location] ?? owner
    }
    guard owners[location] == nil else { return location }
    guard let schema = schema(at: location) else { return nil }
    index(schema, at: location, in: owner)
    return location
  }

  private mutating func resource(at uri: SchemaURI) -> Int? {
    let text = uri.absolute
    if let known = resourcesByURI[text] { return known }
    guard let document = Metaschema.document(at: text) ?? options.resolve?(text) else { return nil }
    var uri = uri
    uri.fragment = nil
    add(document, at: uri)
    return resourcesByURI[text]
  }
}

extension SchemaRegistry {
  /// Notes the schema at a location and the schemas inside it.
  private mutating func index(_ schema: JSON, at location: Location, in resource: Int) {
    var pending = [(schema, location, resource)]
    while let (schema, location, parent) = pending.popLast() {
      guard case .object(let object) = schema else {
        owners[location] = parent
        continue
      }
      let resource = self.resource(of: object, at: location, in: parent)
      owners[location] = resource
      noteAnchors(of: object, at: location, in: resource)
      for (tokens, inner) in object.subschemas(resources[resource].rules) {
        let pointer = JSONPointer(tokens: location.pointer.tokens + tokens)
        pending.append((inner, Location(document: location.document, pointer: pointer), resource))
      }
    }
  }

  /// The resource of a schema: a new one if the schema has an `$id`, else its parent's.
  private mutating func resource(
    of object: JSONObject, at location: Location, in parent: Int
  ) -> Int {
    let isRoot = location == resources[parent].root
    var rules = resources[parent].rules
    if isRoot || object.contains("$id"), let uri = object["$schema"]?.string {
      rules = self.rules(named: uri)
    }
    if isRoot { resources[parent].rules = rules }
    guard let id = object["$id"]?.string, rules.dialect != .openAPI3_0,
      !(rules.referenceStandsAlone && object.contains("$ref")), !id.hasPrefix("#")
    else { return parent }
    var uri = SchemaURI(id).resolved(against: resources[parent].uri)
    uri.fragment = nil
    if isRoot {
      resources[parent].uri = uri
      resourcesByURI[uri.absolute] = parent
      return parent
    }
    resourcesByURI[uri.absolute] = resources.count
    resources.append(Resource(uri: uri, root: location, rules: rules))
    return resources.count - 1
  }

  private mutating func noteAnchors(
    of object: JSONObject, at location: Location, in resource: Int
  ) {
    switch resources[resource].rules.dialect {
    case .draft7:
      guard let id = object["$id"]?.string, id.hasPrefix("#"), !object.contains("$ref") else { return }
      resources[resource].anchors[String(id.dropFirst())] = location
    case .draft2019_09:
      if object["$recursiveAnchor"]?.bool == true, location == resources[resource].root {
        resources[resource].dynamicAnchors[""] = location
      }
      if let anchor = object["$anchor"]?.string { resources[resource].anchors[anchor] = location }
    case .draft2020_12:
      if let anchor = object["$anchor"]?.string { resources[resource].anchors[anchor] = location }
      if let anchor = object["$dynamicAnchor"]?.string {
        resources[resource].anchors[anchor] = location
        resources[resource].dynamicAnchors[anchor] = location
      }
    case .openAPI3_0:
      break
    }
  }

  /// The rules that `$schema` names, which may be those of a dialect that someone made up.
  private func rules(named uri: String) -> SchemaRules {
    var rules = SchemaRules(
      assuming: options.defaultDialect, assertsFormats: options.assertsFormats)
    if let dialect = JSONSchema.Dialect(schemaURI: uri) {
      rules.dialect = dialect
      rules.isAssumed = false
    } else if let metaschema = options.resolve?(SchemaURI(uri).absolute),
      let dialect = metaschema["$schema"]?.string.flatMap(JSONSchema.Dialect.init(schemaURI:))
    {
      rules.dialect = dialect
      rules.isAssumed = false
      if let object = metaschema["$vocabulary"]?.object {
        let (vocabularies, assertsFormats) = SchemaVocabulary.named(in: object)
        rules.vocabularies = vocabularies
        rules.assertsFormats = rules.assertsFormats || assertsFormats
      }
    } else if uri.contains("/draft-0") {
      // Drafts before the seventh lack little that it has.
      rules.dialect = .draft7
    }
    return rules
  }
}

extension JSONObject {
  /// The schemas right inside this one, with the path to each.
  func subschemas(_ rules: SchemaRules) -> [(tokens: [String], schema: JSON)] {
    var found: [(tokens: [String], schema: JSON)] = []
    for (name, value) in self {
      guard let keyword = rules.keyword(name) else { continue }
      switch (keyword.shape, value) {
      case (.schema, .object), (.schema, .bool), (.schemaOrSchemas, .object),
        (.schemaOrSchemas, .bool):
        found.append(([name], value))
      case (.schemas, .array(let elements)), (.schemaOrSchemas, .array(let elements)),
        (.schema, .array(let elements)) where keyword.shape != .schema || name == "items":
        for (index, element) in elements.enumerated() {
          found.append(([name, String(index)], element))
        }
      case (.schemaByName, .object(let object)), (.dependencies, .object(let object)):
        for (key, element) in object where element.array == nil {
          found.append(([name, key], element))
        }
      default:
        break
      }
    }
    return found
  }
}
