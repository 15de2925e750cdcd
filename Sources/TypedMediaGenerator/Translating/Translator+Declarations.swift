import TypedMediaSchema

extension Translator {
  /// Declares the type for `schema` that `make` makes, unless it is declared already, and refers to it.
  mutating func declare(
    _ schema: SchemaView, named key: String, in nested: inout [TypeBlueprint],
    _ make: (inout Translator, String) -> TypeBlueprint
  ) -> TypeReference {
    let given = rename(schema.pointer, where: Identifier.isType)
    var name = given ?? Reserved.type(Identifier.type(schema.definitionName ?? key))
    // In a type of the same name, the one would hide the other.
    if given == nil, enclosing.contains(name) { name = "Custom" + name }
    enclosing.append(name)
    defer { enclosing.removeLast() }
    if let definition = schema.definition { open.append((definition, name)) }
    var type = make(&self, name)
    if schema.definition != nil { open.removeLast() }
    type.isNamed = given != nil
    // One definition that is used twice is declared once.
    if let same = nested.first(where: { $0.hasSameContent(as: type) && $0.name == name }) {
      return .named(same.name)
    }
    if !type.isNamed, nested.contains(where: { $0.name == name }) {
      let unique = uniqueTypeName(name, in: nested)
      type = type.renamed(to: unique)
    }
    nested.append(type)
    return .named(type.name)
  }

  /// `name`, with a number where it is taken.
  func uniqueTypeName(_ name: String, in nested: [TypeBlueprint]) -> String {
    let taken = Set(nested.map(\.name)).union(open.dropFirst().map(\.type))
    guard taken.contains(name) else { return name }
    return (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } ?? name
  }
}

extension TypeBlueprint {
  /// Whether both are the same but for what is said of the places where they are used.
  fileprivate func hasSameContent(as other: TypeBlueprint) -> Bool {
    var copy = self
    copy.documentation = other.documentation
    return copy == other
  }

  /// The same type with another name, also where it refers to itself.
  func renamed(to newName: String) -> TypeBlueprint {
    var type = renamingReferences(from: name, to: newName)
    type.name = newName
    return type
  }

  private func renamingReferences(from old: String, to new: String) -> TypeBlueprint {
    var type = self
    type.body = body.renamingTypes { $0 == old ? new : $0 }
    // A nested type of the same name is meant by what is in it.
    guard !nested.contains(where: { $0.name == old }) else { return self }
    type.nested = nested.map { $0.renamingReferences(from: old, to: new) }
    return type
  }
}
