extension TypeBlueprint {
  /// Feeds the names in it to `hasher`: they tell nearly all types apart, and the rest of it is compared
  /// anyway.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(nested.count)
    switch body {
    case .structure(let properties), .tuple(let properties):
      for property in properties { hasher.combine(property.name) }
    case .values(_, let values, _), .openValues(let values):
      for value in values { hasher.combine(value.name) }
    case .choice(let choices): for choice in choices { hasher.combine(choice.name) }
    case .union(let alternatives):
      for alternative in alternatives { hasher.combine(alternative.name) }
    case .alias(let target): hasher.combine(target)
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
