import TypedMediaSchema

extension Translator {
  /// An object's type: a struct, or an enum where it is nothing but a choice.
  ///
  /// - Parameters:
  ///   - isAlternative: Whether it is one of a choice of objects: then it has no members but its own, where
  ///     it has none.
  ///   - others: The names of members that are beside that choice.
  mutating func object(
    _ schema: SchemaView, named name: String, isAlternative: Bool = false,
    besides others: Set<String> = []
  ) -> TypeBlueprint {
    let outer = unions
    unions = []
    objects += 1
    defer {
      unions = outer
      objects -= 1
    }
    var nested: [TypeBlueprint] = []
    let body = body(of: schema, isAlternative, besides: others, within: outer, nested: &nested)
    // Of a request it is said what model it is to.
    let documentation = objects == 1 ? [] : Documentation.type(schema, body, named: name)
    return TypeBlueprint(name: name, documentation: documentation, body: body, nested: nested)
  }

  /// What an object's type is made of.
  private mutating func body(
    of schema: SchemaView, _ isAlternative: Bool, besides others: Set<String>,
    within outer: [JSONPointer], nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Body {
    guard !schema.hasTooManyProperties else {
      warn(
        "its properties are JSON, because there are more than \(SchemaView.mostParts)", at: schema)
      return .structure([rest(.named("JSON"), besides: [])])
    }
    if let choice = schema.objectChoice {
      let names = others.union(choice.objects.flatMap(\.properties).map(\.name))
      var properties = properties(of: choice.common, besides: names, nested: &nested)
      let input = property(
        for: choice, in: schema, besides: properties, within: isAlternative ? outer : [],
        nested: &nested)
      properties += [input].compactMap { $0 }
      let takesTheRest = input != nil && nested.last?.isOpen == true
      if !takesTheRest, let rest = rest(of: choice.common, besides: properties, nested: &nested) {
        properties.append(rest)
      }
      return .structure(ordered(named(properties, in: schema)))
    }
    let groups = PropertyGroups.groups(of: schema)
    if groups.count == 1, let group = groups.first, !group.isOptional,
      Set(group.members) == Set(schema.propertyNames), schema.additionalProperties == nil
    {
      return .choice(choices(of: group, in: schema, nested: &nested))
    }
    var properties = properties(of: schema, besides: others, nested: &nested)
    if !isAlternative || !properties.isEmpty || schema["additionalProperties"] != nil,
      let rest = rest(of: schema, besides: properties, nested: &nested)
    {
      properties.append(rest)
    }
    return .structure(ordered(named(properties, in: schema)))
  }

  /// The properties, required ones first.
  func ordered(_ properties: [TypeBlueprint.Property]) -> [TypeBlueprint.Property] {
    properties.filter(\.isRequired) + properties.filter { !$0.isRequired }
  }

  /// The properties of one type or case, each with a name of its own.
  mutating func named(
    _ properties: [TypeBlueprint.Property], in schema: SchemaView
  ) -> [TypeBlueprint.Property] {
    // What has no path is the property for all that have no other, and gives way to one of its name.
    let names = distinct(
      properties.map(\.name),
      spelled: properties.map { $0.coding.path?.joined(separator: "/") ?? "additional properties" },
      in: schema
    ) { index in
      properties[index].coding.path?.flatMap { ["properties", $0] } ?? ["additionalProperties"]
    }
    return zip(properties, names).map { property, name in
      var property = property
      property.name = name
      return property
    }
  }

  /// An object's properties, in the schema's order, and those of the members that are flattened.
  ///
  /// - Parameter others: The names of members that are elsewhere in Swift.
  mutating func properties(
    of schema: SchemaView, besides others: Set<String> = [], nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Property] {
    let groups = PropertyGroups.groups(of: schema)
    var properties: [TypeBlueprint.Property] = []
    let required = Set(schema.required)
    let all =
      groups.isEmpty ? members(of: schema) : schema.properties.map { ($0.name, nil, $0.schema) }
    let typeNames = all.map { $0.known?.ownTypeName ?? $0.schema?.ownTypeName(as: $0.name) }
    ownTypeNames.append(Set(typeNames.compactMap { $0 }))
    defer { ownTypeNames.removeLast() }
    for ((key, known, schemaOfChild), typeName) in zip(all, typeNames) {
      let isRequired = required.contains(key)
      if let known, let property = take(known, nested: &nested) {
        properties.append(property)
        continue
      }
      guard let child = schemaOfChild ?? schema.offered(key) else { continue }
      if let group = groups.first(where: { $0.members.contains(key) }) {
        guard group.members.first == key else { continue }
        properties.append(property(for: group, in: schema, nested: &nested))
      } else if let members = flattened(key, child, isRequired: isRequired, nested: &nested) {
        properties += members
      } else {
        properties.append(
          member(key, child, isRequired: isRequired, ownTypeName: typeName, nested: &nested))
      }
    }
    return properties + undeclared(in: schema, besides: others)
  }

  /// Properties that have to be there, and of which the schema says nothing else.
  private mutating func undeclared(
    in schema: SchemaView, besides others: Set<String>
  ) -> [TypeBlueprint.Property] {
    let declared = schema["properties"]?.object ?? [:]
    let required = schema.required.filter { declared[$0] == nil }
    let conditional = required.isEmpty ? [] : Set(schema.propertyNames)
    let names = required.reduce(into: [String]()) { names, name in
      if !conditional.contains(name), !names.contains(name) {
        names.append(name)
      }
    }
    let untyped = names.map { name in
      warn(
        """
        "\(name)" is required, and is not among the properties, so that it is JSON in Swift, which the \
        compiler does not check
        """, at: schema, ["required"])
      return TypeBlueprint.Property(
        name: Reserved.member(Identifier.member(name)),
        documentation: ["Sent as `\(name)`, of which the schema says nothing else."],
        type: .named("JSON"), isRequired: true, coding: .member(name))
    }
    return untyped + mentioned(in: schema, besides: others.union(names))
  }

  /// Properties that only conditions speak of, beside those that are declared.
  private mutating func mentioned(
    in schema: SchemaView, besides others: Set<String>
  ) -> [TypeBlueprint.Property] {
    let mentioned = schema.mentionedNames
    guard !mentioned.isEmpty, schema.additionalProperties == nil, !schema.hasConditionalRest else {
      return []
    }
    let declared = schema.propertyNames
    guard !declared.isEmpty else { return [] }
    let known = others.union((schema["properties"]?.object ?? [:]).keys).union(declared)
    return mentioned.filter { !known.contains($0) }.map { name in
      warn(
        """
        a condition speaks of "\(name)", which is not among the properties, so that it is JSON in Swift, \
        which the compiler does not check
        """, at: schema)
      return TypeBlueprint.Property(
        name: Reserved.member(Identifier.member(name)),
        documentation: ["Sent as `\(name)`, of which the schema speaks in a condition alone."],
        type: .named("JSON"), isRequired: false, coding: .member(name))
    }
  }

  /// The property for all members that have none of their own, where the schema allows some.
  private mutating func rest(
    of schema: SchemaView, besides properties: [TypeBlueprint.Property],
    nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property? {
    restType(
      of: schema, named: "additional_property", hasProperties: !properties.isEmpty, nested: &nested
    ).map { type in
      var property = rest(type, besides: properties)
      let place = schema.pointer.appending("additionalProperties")
      property.name = rename(place) { !Identifier.isType($0) } ?? property.name
      return property
    }
  }

  /// The type of what an object may hold besides its properties; `nil` where it may hold nothing.
  mutating func restType(
    of schema: SchemaView, named key: String, hasProperties: Bool, nested: inout [TypeBlueprint]
  ) -> TypeReference? {
    // A schema that says nothing of what may be there allows everything.
    if !hasProperties, schema["additionalProperties"] == nil {
      if ["oneOf", "anyOf", "if", "patternProperties"].contains(where: { schema[$0] != nil }) {
        warn(
          """
          the members of this are JSON in Swift, which the compiler does not check: what they are \
          depends on others
          """, at: schema)
      }
      return .named("JSON")
    }
    if schema.hasSeveralAdditionalProperties {
      warn(
        """
        what is here besides the properties is JSON in Swift, which the compiler does not check: it \
        is of several types, by its name
        """, at: schema, ["patternProperties"])
    }
    if schema.additionalProperties == nil, schema.hasConditionalRest {
      warn(
        """
        what is here besides the properties is JSON in Swift, which the compiler does not check: it is \
        there under a condition
        """, at: schema)
      return .named("JSON")
    }
    return schema.additionalProperties.map { values in
      values.keywords.isEmpty ? .named("JSON") : element(values, named: key, nested: &nested)
    }
  }

  private func rest(
    _ type: TypeReference, besides properties: [TypeBlueprint.Property]
  ) -> TypeBlueprint.Property {
    TypeBlueprint.Property(
      name: "additionalProperties", documentation: ["Whatever else is sent, by its name."],
      type: .dictionary(type), isRequired: false, coding: .rest(properties.flatMap(\.coding.keys)))
  }

  mutating func property(
    _ key: String, _ schema: SchemaView, isRequired: Bool, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    if isRequired, !schema.isNullable, let constant = schema.onlyValue {
      return TypeBlueprint.Property(
        name: Identifier.member(key), type: .named("JSON"), isRequired: true,
        coding: .constant(key, constant))
    }
    // Of a list that has to be there, an empty one, `null` and one element are three things.
    let isElement = schema.isListOfAtMostOne && !(isRequired && schema.isNullable)
    let items = isElement ? schema.child("items") : nil
    var property = TypeBlueprint.Property(
      name: "",
      documentation: isDocumented ? Documentation.property(key, schema) : [],
      type: reference(
        to: items ?? schema, named: items == nil ? key : Identifier.singular(key), nested: &nested),
      isRequired: isRequired,
      coding: .member(key),
      isDeprecated: schema["deprecated"]?.bool == true
    )
    property.name =
      rename(schema.pointer) { !Identifier.isType($0) }
      ?? Reserved.member(
        Identifier.member(isElement ? Identifier.singular(key) : Identifier.spoken(key, schema)))
    property.isLenient = schema.isNullable
    property.defaultName = defaultName(of: items ?? schema, property.type, in: nested)
    if isElement {
      let mayBeEmpty = (schema["minItems"]?.int ?? 0) < 1
      property.coding = isRequired && mayBeEmpty ? .emptiable(key) : .element(key)
      property.isLenient = schema.isNullable || mayBeEmpty
      // A list that has to be there and may be empty is an element that may be left out.
      property.isRequired = isRequired && !mayBeEmpty
    } else if schema.isNullable {
      let hasOtherDefault = schema["default"].map { !$0.isNull } ?? false
      property.coding =
        isRequired ? .nullable(key) : hasOtherDefault ? .explicit(key) : .member(key)
      if !isRequired, hasOtherDefault { property.type = .nullable(property.type) }
    }
    return property
  }
}

extension TypeBlueprint {
  /// Tells whether it stands for all members that no other property has.
  fileprivate var isOpen: Bool { if case .allBut? = members { true } else { false } }
}

extension SchemaView {
  /// The name of the type that is declared for a property `key`, where it is named after that.
  func ownTypeName(as key: String) -> String? {
    var (schema, key) = (self, key)
    // What is nested more deeply than that has no type.
    for _ in 0..<Translator.greatestDepth
    where schema.definition == nil && schema.isList {
      guard let items = schema.child("items") else { return nil }
      (schema, key) = (items, Identifier.singular(key))
    }
    guard schema.definition == nil else { return nil }
    let isDeclared = ["enum", "properties", "prefixItems", "oneOf", "anyOf"]
      .contains(where: schema.keywords.contains)
    return isDeclared ? Identifier.type(Identifier.spoken(key, schema)) : nil
  }

  /// Tells whether it is for lists alone. This is asked of every property, most of which are for texts
  /// or numbers.
  private var isList: Bool {
    guard let type = self["type"] else { return false }
    return type.string.map { $0 == "array" } ?? (types == ["array"])
  }
}
