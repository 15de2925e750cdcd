extension SchemaView {
  /// The properties that may be there, in the schema's order or the one that it asks for.
  package var properties: [(name: String, schema: SchemaView)] {
    let object = self["properties"]?.object ?? [:]
    let declared = object.keys.compactMap { name in
      child(["properties", name]).map { (name: name, schema: $0) }
    }
    let properties = (declared + undeclaredProperties).filter { Self.isOffered($0.schema) }
    let asked = (self["x-fal-order-properties"]?.array ?? []).compactMap(\.string)
    let places = Dictionary(
      zip(asked, asked.indices), uniquingKeysWith: { first, _ in first })
    guard !asked.isEmpty || properties.contains(where: { $0.schema["x-order"] != nil }) else {
      return properties
    }
    // Views are large, so that what is sorted is where they are.
    let ranks = properties.map { places[$0.name] ?? $0.schema["x-order"]?.int ?? Int.max }
    let order = properties.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return order.map { properties[$0] }
  }

  /// Orders the names of the members that an object declares as ``properties`` are. Some of them may not
  /// be there in a request.
  ///
  /// - Parameter members: What is in `properties`, where nothing else declares any.
  /// - Returns: The names, in the schema's order or the one that it asks for.
  package func declaredNames(of members: JSONObject) -> [String] {
    let names = members.keys
    let asked = (self["x-fal-order-properties"]?.array ?? []).compactMap(\.string)
    guard !asked.isEmpty || members.contains(where: { $0.value["x-order"] != nil }) else {
      return names
    }
    let places = Dictionary(zip(asked, asked.indices)) { first, _ in first }
    let ranks = names.map { places[$0] ?? members[$0]?["x-order"]?.int ?? Int.max }
    return names.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { names[$0] }
  }

  /// Reads the schema of a declared member.
  ///
  /// - Returns: `nil` where the member may not be there in a request.
  package func offered(_ name: String) -> SchemaView? {
    child(["properties", name]).flatMap { Self.isOffered($0) ? $0 : nil }
  }

  /// The names of ``properties``, in no order that means something.
  ///
  /// A view of each is only made where what is declared does not say whether it may be there.
  package var propertyNames: [String] {
    let declared = (self["properties"]?.object ?? [:]).compactMap { name, schema in
      mayBeThere(name, schema) ? name : nil
    }
    guard !conditionalProperties.isEmpty else { return declared }
    return declared
      + undeclaredProperties.filter { Self.isOffered($0.schema) }.map(\.name)
  }

  private func mayBeThere(_ name: String, _ schema: JSON) -> Bool {
    guard let keywords = schema.object, layers.isEmpty else {
      return child(["properties", name]).map(Self.isOffered) ?? false
    }
    let mayDiffer =
      SchemaDocument.referenceKeywords + ["readOnly", "not", "allOf", "anyOf", "oneOf"]
    return !mayDiffer.contains(where: keywords.contains)
      || child(["properties", name]).map(Self.isOffered) ?? false
  }

  /// Tells whether a property may be there in a request.
  private static func isOffered(_ property: SchemaView) -> Bool {
    !property.isImpossible && property["readOnly"]?.bool != true
  }

  /// The properties that are declared under a condition alone. Of several schemas one holds.
  private var undeclaredProperties: [(name: String, schema: SchemaView)] {
    guard !conditionalProperties.isEmpty else { return [] }
    let declared = self["properties"]?.object ?? [:]
    var layers: [String: [Layer]] = [:]
    var names: [String] = []
    for (name, layer) in conditionalProperties
    where !declared.contains(name) && !layer.json.allowsNothing {
      if layers[name] == nil { names.append(name) }
      if layers[name]?.contains(where: { $0.json == layer.json }) != true {
        layers[name, default: []].append(layer)
      }
    }
    return names.map { name in
      let (pointer, layers) = (pointer.appending("properties").appending(name), layers[name] ?? [])
      let places = layers.enumerated().map { (["anyOf", String($0.offset)], $0.element.place) }
      let schema = SchemaView(
        layers.count == 1 ? layers[0].json : ["anyOf": .array(layers.map(\.json))], at: pointer,
        place: layers[0].place, in: document, resources: resources,
        places: layers.count == 1 ? [:] : Dictionary(uniqueKeysWithValues: places))
      return (name, schema)
    }
  }

  /// The names of the properties that have to be there. What only a service sets is none of a request.
  package var required: [String] {
    let names = (self["required"]?.array ?? []).compactMap(\.string)
    guard let properties = self["properties"]?.object else { return names }
    return names.filter { name in
      guard let schema = properties[name]?.object else { return true }
      let says = ["readOnly", "$ref", "allOf"].contains(where: schema.contains)
      return !says || child(["properties", name])?["readOnly"]?.bool != true
    }
  }

  /// The types that are named.
  package var types: [String] {
    self["type"]?.array?.compactMap(\.string) ?? [self["type"]?.string].compactMap { $0 }
  }

  /// The schema's own description, on one line for each paragraph.
  package var description: String? {
    guard var text = self["description"]?.string ?? self["title"]?.string else { return nil }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// The name of the definition that it refers to.
  package var definitionName: String? { definition?.tokens.last }

  /// The values that an object may hold besides its properties, where the schema says that it may
  /// hold something.
  ///
  /// Where what it may hold depends on the name, that is anything.
  package var additionalProperties: SchemaView? {
    let patterns = (self["patternProperties"]?.object ?? [:]).keys
    let schemas =
      (patterns.map { child(["patternProperties", $0]) } + [child("additionalProperties")])
      .compactMap { $0 }.filter { !$0.isImpossible }
    let first = schemas.first
    return schemas.allSatisfy { $0.keywords == first?.keywords } ? first : SchemaView(document: [:])
  }

  /// Tells whether what an object may hold besides its properties depends on the name.
  package var hasSeveralAdditionalProperties: Bool {
    self["patternProperties"] != nil && additionalProperties?.keywords.isEmpty == true
  }
}
