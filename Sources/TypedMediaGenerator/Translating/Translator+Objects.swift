import TypedMediaSchema

extension Translator {
  /// An object's type: a struct, or an enum where it is nothing but a choice.
  mutating func object(_ schema: SchemaView, named name: String) -> TypeBlueprint {
    let documentation = Documentation.object(schema, named: name)
    guard !schema.hasTooManyProperties else {
      warn(
        "its properties are JSON, because there are more than \(SchemaView.mostParts)", at: schema)
      let everything = rest(.named("JSON"), besides: [])
      return TypeBlueprint(
        name: name, documentation: documentation, body: .structure([everything]), nested: [])
    }
    var nested: [TypeBlueprint] = []
    let groups = PropertyGroups.groups(of: schema)
    if groups.count == 1, let group = groups.first, !group.isOptional,
      group.members == schema.properties.map(\.name)
    {
      let choices = choices(of: group, in: schema, nested: &nested)
      return TypeBlueprint(
        name: name, documentation: documentation, body: .choice(choices), nested: nested)
    }
    var properties = properties(of: schema, nested: &nested)
    if let rest = rest(of: schema, besides: properties, nested: &nested) { properties.append(rest) }
    properties = named(properties, in: schema)
    let ordered = properties.filter(\.isRequired) + properties.filter { !$0.isRequired }
    return TypeBlueprint(
      name: name, documentation: documentation, body: .structure(ordered), nested: nested)
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
  mutating func properties(
    of schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Property] {
    let groups = PropertyGroups.groups(of: schema)
    var properties: [TypeBlueprint.Property] = []
    for (key, child) in schema.properties {
      let isRequired = schema.required.contains(key)
      if let group = groups.first(where: { $0.members.contains(key) }) {
        guard group.members.first == key else { continue }
        properties.append(property(for: group, in: schema, nested: &nested))
      } else if let members = flattened(key, child, isRequired: isRequired, nested: &nested) {
        properties += members
      } else {
        properties.append(property(key, child, isRequired: isRequired, nested: &nested))
      }
    }
    return properties + undeclared(in: schema)
  }

  /// Properties that have to be there, and of which the schema says nothing else.
  private mutating func undeclared(in schema: SchemaView) -> [TypeBlueprint.Property] {
    let declared = schema["properties"]?.object ?? [:]
    let names = schema.required.reduce(into: [String]()) { names, name in
      if declared[name] == nil, !names.contains(name) { names.append(name) }
    }
    return names.map { name in
      warn("\"\(name)\" is required, and is not among the properties", at: schema, ["required"])
      return TypeBlueprint.Property(
        name: Reserved.member(Identifier.member(name)),
        documentation: ["Sent as `\(name)`, of which the schema says nothing else."],
        type: .named("JSON"), isRequired: true, coding: .member(name))
    }
  }

  /// The property for all members that have none of their own, where the schema allows some.
  private mutating func rest(
    of schema: SchemaView, besides properties: [TypeBlueprint.Property],
    nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property? {
    restType(
      of: schema, named: "additional_property", hasProperties: !properties.isEmpty, nested: &nested
    ).map { rest($0, besides: properties) }
  }

  /// The type of what an object may hold besides its properties; `nil` where it may hold nothing.
  mutating func restType(
    of schema: SchemaView, named key: String, hasProperties: Bool, nested: inout [TypeBlueprint]
  ) -> TypeReference? {
    // A schema that says nothing of what may be there allows everything.
    if !hasProperties, schema["additionalProperties"] == nil { return .named("JSON") }
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

  private mutating func property(
    _ key: String, _ schema: SchemaView, isRequired: Bool, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    if isRequired, !schema.isNullable, let constant = schema.onlyValue {
      return TypeBlueprint.Property(
        name: Identifier.member(key), type: .named("JSON"), isRequired: true,
        coding: .constant(key, constant))
    }
    let isElement = schema.isListOfAtMostOne
    let items = isElement ? schema.child("items") : nil
    var property = TypeBlueprint.Property(
      name: "",
      documentation: Documentation.property(key, schema, setting: model.setting(key)),
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
    if isElement {
      property.coding = .element(key)
      // A list that has to be there and may be empty is an element that may be left out.
      property.isRequired = isRequired && !schema.isNullable && (schema["minItems"]?.int ?? 0) >= 1
    } else if schema.isNullable {
      let hasOtherDefault = schema["default"].map { !$0.isNull } ?? false
      property.coding =
        isRequired ? .nullable(key) : hasOtherDefault ? .explicit(key) : .member(key)
      if !isRequired, hasOtherDefault { property.type = .nullable(property.type) }
    }
    return property
  }
}
