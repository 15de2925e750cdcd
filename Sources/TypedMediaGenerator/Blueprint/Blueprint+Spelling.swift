extension TypeBlueprint {
  /// Feeds the names in it to `hasher`: they tell nearly all types apart, and the rest of it is compared
  /// anyway.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(nested.count)
    switch body {
    case .structure(let properties), .tuple(let properties):
      for property in properties { hasher.combine(property.name) }
    case .values(_, let values), .openValues(let values):
      for value in values { hasher.combine(value.name) }
    case .choice(let choices): for choice in choices { hasher.combine(choice.name) }
    case .union(let alternatives):
      for alternative in alternatives { hasher.combine(alternative.name) }
    case .alias(let target): hasher.combine(target)
    }
  }
}

extension TypeBlueprint {
  /// The properties of which the service has a choice of its own, with the name under which the type
  /// declares that. A case of the same name comes before it.
  package var defaults: [(name: String, property: Property)] {
    let (properties, cases): ([Property], [String]) =
      switch body {
      case .structure(let properties): (properties, [])
      case .choice(let choices): (choices.flatMap(\.members), choices.map(\.name))
      case .values, .openValues, .union, .tuple, .alias: ([], [])
      }
    var taken = Set(cases)
    return properties.compactMap { property in
      guard property.isStored, property.defaultName != nil else { return nil }
      let name = "default" + Identifier.capitalized(property.name)
      return taken.insert(name).inserted ? (name, property) : nil
    }
  }
}

extension TypeBlueprint.Choice {
  /// The case as people write of it.
  package var declaration: String {
    let payload = members.filter(\.isStored).enumerated().map { index, member in
      let label = index == 0 ? "" : "\(member.name): "
      return label + member.spelling + (member.isRequired ? "" : " = nil")
    }
    let list = payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))"
    return "case \(Reserved.escaped(name))\(list)"
  }
}

extension TypeBlueprint.Property {
  /// Tells whether there is a property in Swift at all.
  package var isStored: Bool { !coding.isConstant }

  /// Tells whether its type is an optional.
  package var isOptional: Bool {
    coding.isNullable || !isRequired
  }

  /// The type as people write of it.
  package var spelling: String { type.spelling + (isOptional ? "?" : "") }

  /// The name under which the value is kept.
  var storageName: String {
    isDeprecated ? "stored" + name.prefix(1).uppercased() + name.dropFirst() : name
  }
}
