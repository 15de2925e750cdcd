extension SchemaRegistry {
  /// Notes the schema at a location and, unless it `isAlone`, the schemas inside it.
  mutating func index(
    _ schema: JSON, at location: Location, in resource: Int, isAlone: Bool = false
  ) {
    guard case .object(let object) = schema else { return }
    var pending = [(object, location, resource)]
    while let (object, location, parent) = pending.popLast() {
      let resource = self.resource(of: object, at: location, in: parent)
      owners[location] = resource
      noteAnchors(of: object, at: location, in: resource)
      guard !isAlone else { return }
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
      guard let id = object["$id"]?.string, id.hasPrefix("#"), !object.contains("$ref") else {
        return
      }
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
    var rules = SchemaRules(options)
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
