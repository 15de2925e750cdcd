import TypedMediaSchema

extension Translator {
  /// The property for a group of properties that only make sense together, in order, or apart.
  mutating func property(
    for group: PropertyGroups.Group, in schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    let wireName = PropertyGroups.name(of: group)
    let choices = choices(of: group, in: schema, nested: &nested)
    let name = uniqueTypeName(Reserved.type(Identifier.type(wireName)), in: nested)
    let keys = group.members.map { "`\($0)`" }.joined(separator: ", ")
    nested.append(
      TypeBlueprint(
        name: name, documentation: ["The combinations of \(keys) that the model takes."],
        body: .choice(choices)))
    return TypeBlueprint.Property(
      name: Reserved.member(Identifier.member(wireName)),
      documentation: [
        group.isSequence ? "What fills the model's ordered inputs." : "One of the model's inputs.",
        "",
        "Sent as \(keys).",
      ],
      type: .named(name), isRequired: !group.isOptional, coding: .group(group.members))
  }

  /// The cases of a group.
  mutating func choices(
    of group: PropertyGroups.Group, in schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Choice] {
    var members: [String: TypeBlueprint.Property] = [:]
    for (key, child) in schema.properties where group.members.contains(key) {
      members[key] = member(key, child, nested: &nested)
    }
    let short = PropertyGroups.shortNames(of: group)
    let caseNames = group.choices.map { choice in
      let words = choice.required.map { short[$0] ?? $0 }
      return Reserved.member(Identifier.member(words.joined(separator: "_and_")))
    }
    let names = DistinctNames(
      zip(caseNames, group.choices).map { ($0, $1.required.joined(separator: " ")) }
    ).names
    return zip(names, group.choices).map { name, choice in
      let properties = (choice.required + choice.optional).compactMap { key in
        members[key].map { member in
          var member = member
          member.isRequired = choice.required.contains(key)
          return member
        }
      }
      return TypeBlueprint.Choice(name: name, members: properties)
    }
  }

  /// A property as the member of a case, where being there is what the case says.
  private mutating func member(
    _ key: String, _ schema: SchemaView, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    TypeBlueprint.Property(
      name: rename(schema.pointer) { !Identifier.isType($0) }
        ?? Reserved.member(Identifier.member(key)),
      documentation: Documentation.property(key, schema, setting: model.setting(key)),
      type: reference(to: schema, named: key, nested: &nested), isRequired: true,
      coding: .member(key))
  }
}
