import TypedMediaSchema

extension Translator {
  /// The property for a group of properties that only make sense together, in order, or apart.
  mutating func property(
    for group: PropertyGroups.Group, in schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    let wireName = PropertyGroups.name(of: group)
    let given = rename(group.place(in: schema)) { !Identifier.isType($0) }
    let givenType = rename(group.place(in: schema), where: Identifier.isType)
    let name =
      givenType
      ?? uniqueTypeName(Reserved.type(Identifier.type(given ?? wireName)), in: nested)
    enclosing.append(name)
    defer { enclosing.removeLast() }
    var inner: [TypeBlueprint] = []
    let choices = choices(of: group, in: schema, nested: &inner)
    var type = TypeBlueprint(
      name: name, documentation: [Documentation.combinations(of: choices)],
      body: .choice(choices), nested: inner)
    type.isNamed = givenType != nil
    // One with a module in front is declared there.
    if !name.contains(".") { nested.append(type) }
    return TypeBlueprint.Property(
      name: given ?? Reserved.member(Identifier.member(wireName)),
      documentation: Documentation.property(for: group, named: given ?? wireName),
      type: .named(name), isRequired: !group.isOptional, coding: .group(group.members))
  }

  /// The cases of a group.
  mutating func choices(
    of group: PropertyGroups.Group, in schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Choice] {
    let short = PropertyGroups.shortNames(of: group)
    var members: [String: [TypeBlueprint.Property]] = [:]
    var documentation: [String: [String]] = [:]
    var words: [String: String] = [:]
    for (key, child) in schema.properties where group.members.contains(key) {
      words[key] =
        rename(group.place(in: schema).appending(key)) { !Identifier.isType($0) }
        ?? rename(child.pointer) { !Identifier.isType($0) }
      documentation[key] = Documentation.property(key, child)
      if let alternatives = group.alternatives.first(where: { $0.contains(key) }) {
        guard alternatives.first == key else { continue }
        let inner = PropertyGroups.Group(alternatives: alternatives)
        let property = property(for: inner, in: schema, nested: &nested)
        members[key] = [property]
        documentation[key] = property.documentation
        words[key] = words[key] ?? PropertyGroups.name(of: inner)
      } else {
        let isOptional = group.choices.contains { $0.optional.contains(key) }
        members[key] =
          flattened(key, child, isRequired: !isOptional, nested: &nested).map(ordered)
          ?? [member(key, child, nested: &nested)]
      }
    }
    let caseNames = group.choices.map { choice in
      let words = choice.required.map { words[$0] ?? short[$0] ?? $0 }
      return Reserved.member(Identifier.member(words.joined(separator: "_and_")))
    }
    refuseClashes(of: caseNames, in: schema)
    let names = DistinctNames(
      zip(caseNames, group.choices).map { ($0, $1.required.joined(separator: " ")) }
    ).names
    return zip(names, group.choices).map { name, choice in
      let properties = (choice.required + choice.optional).flatMap { key in
        (members[key] ?? []).map { member in
          var member = member
          if !member.coding.isInside { member.isRequired = choice.required.contains(key) }
          return member
        }
      }
      let values = named(properties, in: schema)
      // What is said of the first member stands for its value; an object that is flattened has several.
      let first = choice.required.first
      let isFlattened = values.first?.coding.isInside == true
      return TypeBlueprint.Choice(
        name: name,
        documentation: Documentation.values(
          values.filter(\.isStored).dropFirst(isFlattened ? 0 : 1),
          after: first.flatMap { documentation[$0] } ?? []),
        members: values)
    }
  }

  /// A property as the member of a case, where being there is what the case says.
  private mutating func member(
    _ key: String, _ schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    var property = TypeBlueprint.Property(
      name: rename(schema.pointer) { !Identifier.isType($0) }
        ?? Reserved.member(Identifier.member(Identifier.spoken(key, schema))),
      documentation: Documentation.property(key, schema),
      type: reference(to: schema, named: key, nested: &nested), isRequired: true,
      coding: .member(key))
    property.defaultName = defaultName(of: schema, property.type, in: nested)
    return property
  }
}

extension PropertyGroups.Group {
  /// A group in the place of members of another that stand for each other: one of them is there.
  fileprivate init(alternatives: [String]) {
    self.init(
      members: alternatives,
      choices: alternatives.map { PropertyGroups.Choice(required: [$0], optional: []) },
      isOptional: false, isSequence: false)
  }

  /// The place where the group is, for renames: its members, joined by `+`. A case is below it.
  fileprivate func place(in schema: SchemaView) -> JSONPointer {
    schema.pointer.appending("properties").appending(members.joined(separator: "+"))
  }
}
