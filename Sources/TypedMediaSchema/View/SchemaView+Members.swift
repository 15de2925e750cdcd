extension SchemaView {
  /// The properties that may be there, in the schema's order or the one that it asks for.
  package var properties: [(name: String, schema: SchemaView)] {
    let object = self["properties"]?.object ?? [:]
    let properties = object.keys.compactMap { name in
      child(["properties", name]).map { (name: name, schema: $0) }
    }
    .filter { !$0.schema.isImpossible && $0.schema["readOnly"]?.bool != true }
    let asked = (self["x-fal-order-properties"]?.array ?? []).compactMap(\.string)
    let places = Dictionary(
      zip(asked, asked.indices), uniquingKeysWith: { first, _ in first })
    guard !asked.isEmpty || properties.contains(where: { $0.schema["x-order"] != nil }) else {
      return properties
    }
    return properties.enumerated().sorted { first, second in
      rank(first, places) < rank(second, places)
    }
    .map(\.element)
  }

  /// What a property is ordered by: the list of names, else its own number, else its place.
  private func rank(
    _ item: (offset: Int, element: (name: String, schema: SchemaView)), _ places: [String: Int]
  ) -> (Int, Int) {
    let asked = places[item.element.name] ?? item.element.schema["x-order"]?.int
    return (asked ?? Int.max, item.offset)
  }

  /// The names of the properties that have to be there.
  package var required: [String] { (self["required"]?.array ?? []).compactMap(\.string) }

  /// The types that are named.
  package var types: [String] {
    self["type"]?.array?.compactMap(\.string) ?? [self["type"]?.string].compactMap { $0 }
  }

  /// What the schema says of itself, on one line for each paragraph.
  package var description: String? {
    guard let text = self["description"]?.string ?? self["title"]?.string, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The name of the definition that it refers to.
  package var definitionName: String? { definition?.tokens.last }

  /// What an object may hold besides its properties, where the schema says that it may hold something.
  ///
  /// Where what it may hold depends on the name, that is anything.
  package var additionalProperties: SchemaView? {
    let patterns = (self["patternProperties"]?.object ?? [:]).keys
    let schemas =
      (patterns.map { child(["patternProperties", $0]) } + [child("additionalProperties")])
      .compactMap { $0 }.filter { !$0.isImpossible }
    return schemas.count > 1 ? SchemaView(document: [:]) : schemas.first
  }
}
