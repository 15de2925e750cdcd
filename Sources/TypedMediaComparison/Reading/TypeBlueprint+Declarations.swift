import TypedMediaGenerator

extension TypeBlueprint {
  /// The properties, or the members of the cases.
  var members: [Property] {
    switch body {
    case .structure(let properties): properties
    case .choice(let choices): choices.flatMap(\.members)
    case .values, .openValues, .union, .tuple, .alias: []
    }
  }

  /// How what the type sends is declared in it, by the names on the wire.
  ///
  /// - Parameter holder: The property that holds the type's cases, where there is one.
  func declarations(heldBy holder: Property?) -> [String: Declaration] {
    var declarations: [String: Declaration] = [:]
    switch body {
    case .structure(let properties):
      for property in properties where property.isStored && !property.isGroup {
        for key in property.coding.keys { declarations[key] = Declaration(property) }
      }
    case .choice(let choices):
      for key in Set(members.flatMap(\.coding.keys)) {
        let own = choices.filter { $0.members.contains { $0.coding.keys.contains(key) } }
        declarations[key] = .cases(own, property: holder)
      }
    case .values, .openValues, .union, .tuple, .alias: break
    }
    return declarations
  }
}

extension TypeBlueprint.Property {
  /// Whether it stands for several members, which are declared in the cases of its type.
  var isGroup: Bool {
    if case .group = coding { true } else { false }
  }
}
