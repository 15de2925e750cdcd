import TypedMediaSchema

extension Translator {
  /// Declares the type for `schema` that `make` makes, unless it is declared already, and refers to it.
  mutating func declare(
    _ schema: SchemaView, named key: String, in nested: inout [TypeBlueprint],
    _ make: (inout Translator, String) -> TypeBlueprint
  ) -> TypeReference {
    let use = use(of: schema, named: key)
    if let use, let known = known.last?[use] { return known }
    declarations += 1
    guard declarations <= Self.mostDeclarations else {
      return untyped(schema, because: "the model has more than \(Self.mostDeclarations) types")
    }
    guard enclosing.count < Self.mostEnclosing else {
      return untyped(schema, because: "it is in more than \(Self.mostEnclosing) other types")
    }
    known.append([:])
    let type = declaration(of: schema, named: key, in: &nested, make)
    known.removeLast()
    if let use, !known.isEmpty { known[known.count - 1][use] = type }
    return type
  }

  /// The use of a definition that would be declared alike the next time; `nil` for a schema that is
  /// written where it is used, or in which something is renamed.
  private func use(of schema: SchemaView, named key: String) -> DefinitionUse? {
    guard let definition = schema.definition, !isConfigured(below: schema.pointer) else {
      return nil
    }
    // The name of the property shows in values and alternatives, and not in objects.
    return DefinitionUse(
      definition: definition, followed: followed, keywords: schema.keywords,
      key: schema["properties"] == nil ? key : nil)
  }

  private mutating func declaration(
    of schema: SchemaView, named key: String, in nested: inout [TypeBlueprint],
    _ make: (inout Translator, String) -> TypeBlueprint
  ) -> TypeReference {
    let given = rename(schema.pointer, where: Identifier.isType)
    let own = Identifier.type(Identifier.spoken(key, schema))
    var name = schema.definitionName.map { Identifier.type($0) } ?? own
    // The name of a definition gives way to that of a property beside it.
    if ownTypeNames.last?.contains(name) == true { name = own }
    name = given ?? Reserved.type(name)
    // In a type of the same name, the one would hide the other.
    if given == nil, enclosing.contains(name) || name == configuration.catalogName {
      name = "Custom" + name
    }
    if given == nil { madeTypeNames.insert(name) }
    enclosing.append(name)
    ownTypeNames.append([])
    defer {
      enclosing.removeLast()
      ownTypeNames.removeLast()
    }
    if let definition = schema.definition { open.append((definition, name)) }
    var type = make(&self, name)
    if schema.definition != nil { open.removeLast() }
    type.isNamed = given != nil
    // One definition that is used twice is declared once.
    if let same = nested.first(where: { $0.name == name && $0.hasSameContent(as: type) }) {
      clashes += 1
      return .named(same.name)
    }
    if !type.isNamed, nested.contains(where: { $0.name == name }) {
      clashes += 1
      let unique = uniqueTypeName(name, in: nested)
      type = type.renamed(to: unique)
    }
    nested.append(type)
    return .named(type.name)
  }

  /// `name`, with a number where it is taken.
  func uniqueTypeName(_ name: String, in nested: [TypeBlueprint]) -> String {
    var taken = Set(nested.map(\.name)).union(open.dropFirst().map(\.type))
    if let catalog = configuration.catalogName { taken.insert(catalog) }
    guard taken.contains(name) else { return name }
    return (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } ?? name
  }
}

/// A definition as one place uses it, with all that its type depends on inside of another type.
struct DefinitionUse: Hashable {
  let definition: JSONPointer
  let followed: [JSONPointer]
  let keywords: JSONObject
  let key: String?
}
