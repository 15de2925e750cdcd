import TypedMediaSchema

extension Translator {
  /// The type of what `schema` allows, `null` aside, and what has to be declared for it.
  mutating func reference(
    to schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let dangling = schema.danglingReference {
      return untyped(schema, because: "\"\(dangling)\" leads nowhere")
    }
    guard !schema.isImpossible else {
      return untyped(schema, because: "its schema allows nothing")
    }
    if let given = rename(schema.pointer, where: Identifier.isType), given.contains(".") {
      return .named(given)
    }
    if let definition = schema.definition,
      let recursive = open.last(where: { $0.definition == definition })
    {
      return .named(recursive.type)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else {
      return untyped(schema, because: "it is nested too deeply")
    }
    if let definition = schema.definition {
      guard !followed.contains(definition) else {
        return untyped(schema, because: "it is a list of itself, which has no name in Swift")
      }
      followed.append(definition)
    }
    defer { if schema.definition != nil { followed.removeLast() } }
    guard !schema.isTooBroad else {
      return untyped(schema, because: "it is of more than \(SchemaView.mostParts) parts")
    }
    if let other = schema.otherChoice {
      warn(
        """
        the type is made of "oneOf", and what this declares besides is left out: say it in each \
        alternative of "oneOf"
        """, at: schema, [other])
    }
    if let branches = schema.alternatives {
      return union(of: branches, schema, named: key, nested: &nested)
    }
    if let values = schema.closedValues {
      guard !values.isEmpty else {
        return untyped(schema, because: "there is no value that all of its lists have")
      }
      return closedValues(values, schema, named: key, nested: &nested)
    }
    return type(of: schema, named: key, nested: &nested)
  }

  private mutating func type(
    of schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let plain = Self.plainType(of: schema) { return .named(plain) }
    switch schema.types {
    case ["array"]: return list(schema, named: key, nested: &nested)
    case ["object"]: return object(schema, named: key, nested: &nested)
    case ["null"]: return untyped(schema, because: "it can be nothing but null")
    case [] where schema["properties"] != nil: return object(schema, named: key, nested: &nested)
    case [] where schema["items"] != nil || schema["prefixItems"] != nil:
      return list(schema, named: key, nested: &nested)
    case [] where schema.objectChoice != nil: return object(schema, named: key, nested: &nested)
    case [] where schema.keywords.isEmpty:
      return untyped(schema, because: "its schema allows anything")
    case []: return untyped(schema, because: "it has no \"type\"")
    default: return untyped(schema, because: "it has a \"type\" that JSON Schema does not know")
    }
  }

  /// The type of a value that is neither a list nor an object; `nil` for these.
  static func plainType(of schema: SchemaView) -> String? {
    switch schema.types {
    case ["string"]: type(ofFormat: schema["format"]?.string)
    case ["integer"]: IntegerRange(of: schema).type
    case ["number"], ["integer", "number"], ["number", "integer"]: "Double"
    case ["boolean"]: "Bool"
    default: nil
    }
  }

  private mutating func object(
    _ schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    guard
      !schema.propertyNames.isEmpty || !schema.required.isEmpty || schema.objectChoice != nil
    else {
      let type = restType(
        of: schema, named: Identifier.singular(key), hasProperties: false, nested: &nested)
      return .dictionary(type ?? .named("JSON"))
    }
    return declare(schema, named: key, in: &nested) { translator, name in
      translator.object(schema, named: name)
    }
  }

  private mutating func list(
    _ schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    let places = schema.children("prefixItems")
    // As with the members of an object, what the schema does not speak of is not there.
    let isFixed = schema["items"] == nil || schema["items"] == false
    if !places.isEmpty, isFixed || schema["maxItems"]?.int.map({ $0 <= places.count }) == true {
      return tuple(of: places, schema, named: key, nested: &nested)
    }
    guard places.isEmpty else {
      _ = untyped(schema, because: "it is a list of fixed places and others after them")
      return .array(.named("JSON"))
    }
    guard let items = schema.child("items") else {
      _ = untyped(schema, because: "it is a list of which the schema says nothing else")
      return .array(.named("JSON"))
    }
    return .array(element(items, named: Identifier.singular(key), nested: &nested))
  }

  /// The type of an element of a list or of an object, where `null` has to be told from a value.
  mutating func element(
    _ schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    // An element is no alternative of the union that the list is one of.
    let outer = unions
    unions = []
    defer { unions = outer }
    let type = reference(to: schema, named: key, nested: &nested)
    return schema.isNullable && type != .named("JSON") ? .nullable(type) : type
  }

  private mutating func tuple(
    of places: [SchemaView], _ schema: SchemaView, named key: String,
    nested: inout [TypeBlueprint]
  ) -> TypeReference {
    let least = schema["minItems"]?.int ?? 0
    return declare(schema, named: key, in: &nested) { translator, name in
      var inner: [TypeBlueprint] = []
      let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
      let properties = places.enumerated().map { index, place in
        let title = place["title"]?.string.map(Identifier.member)
        let made =
          title ?? (places.count <= ordinals.count ? ordinals[index] : "element\(index + 1)")
        // A list of draft 7 has its places in `items`.
        let given =
          translator.rename(place.pointer) { !Identifier.isType($0) }
          ?? translator.rename(schema.pointer.appending("items").appending(index)) {
            !Identifier.isType($0)
          }
        let name = given ?? Reserved.member(made)
        return TypeBlueprint.Property(
          name: name,
          documentation: Documentation.place(index, of: name, place),
          type: translator.element(place, named: given ?? made, nested: &inner),
          isRequired: index < least, coding: .member(String(index)))
      }
      let names = translator.distinct(
        properties.map(\.name), spelled: places.indices.map(String.init), in: schema
      ) { ["prefixItems", String($0)] }
      let named = zip(properties, names).map { property, name in
        var property = property
        property.name = name
        return property
      }
      return TypeBlueprint(
        name: name, documentation: Documentation.type(schema, .tuple(named), named: name),
        body: .tuple(named), nested: inner)
    }
  }

  private static func type(ofFormat format: String?) -> String {
    switch format {
    case "uri", "url", "http-url": "URL"
    case "uuid": "UUID"
    case "date-time": "Date"
    default: "String"
    }
  }

  /// The type of what cannot be typed: one odd property never costs the user the whole model.
  mutating func untyped(_ schema: SchemaView, because reason: String) -> TypeReference {
    warn(
      "this becomes JSON in Swift, which the compiler does not check: \(reason)", at: schema)
    return .named("JSON")
  }
}
