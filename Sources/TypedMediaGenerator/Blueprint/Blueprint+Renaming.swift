extension TypeBlueprint {
  /// Tells whether both are the same but for what is said of the places where they are used.
  func hasSameContent(as other: TypeBlueprint) -> Bool {
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

  /// Tells whether it, or a type in it, refers to one of the types called `names`.
  func refers(to names: Set<String>) -> Bool {
    body.references.contains { names.contains($0.name) } || nested.contains { $0.refers(to: names) }
  }
}

extension TypeBlueprint.Body {
  /// The same, with other names for the types that it refers to.
  func renamingTypes(_ rename: (String) -> String) -> Self {
    func renamed(_ properties: [TypeBlueprint.Property]) -> [TypeBlueprint.Property] {
      properties.map { property in
        var property = property
        property.type = property.type.renamed(rename)
        return property
      }
    }
    return switch self {
    case .structure(let properties): .structure(renamed(properties))
    case .choice(let choices):
      .choice(
        choices.map {
          .init(
            name: $0.name, documentation: $0.documentation, members: renamed($0.members))
        })
    case .tuple(let properties): .tuple(renamed(properties))
    case .union(let alternatives):
      .union(
        alternatives.map {
          .init(
            name: $0.name, documentation: $0.documentation, type: $0.type.renamed(rename),
            constant: $0.constant)
        })
    case .values, .openValues, .alias: self
    }
  }

  /// The types that it refers to.
  var references: [TypeReference] {
    switch self {
    case .structure(let properties), .tuple(let properties): properties.map(\.type)
    case .choice(let choices): choices.flatMap(\.members).map(\.type)
    case .union(let alternatives): alternatives.filter { $0.constant == nil }.map(\.type)
    case .values, .openValues, .alias: []
    }
  }
}
