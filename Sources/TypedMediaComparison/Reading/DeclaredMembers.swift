import TypedMediaGenerator

/// What a type declares, by the way to it on the wire: mostly a name, and several where an object was
/// flattened.
struct DeclaredMembers {
  /// The way that each is declared.
  private(set) var declarations: [[String]: Declaration] = [:]
  /// What type each has.
  private(set) var types: [[String]: TypeReference] = [:]
  /// The way that the default of each is declared, where it has one of a list of values.
  private(set) var defaults: [[String]: String] = [:]
  /// The types that are declared in groups, the innermost last.
  private(set) var nested: [TypeBlueprint] = []

  /// No members.
  init() {}

  /// Reads a type.
  ///
  /// - Parameters:
  ///   - scope: The types that it can refer to, the innermost last.
  ///   - holder: The property that holds the type's cases, where there is one.
  init(of type: TypeBlueprint, in scope: [TypeBlueprint], heldBy holder: TypeBlueprint.Property?) {
    for property in type.members {
      for path in property.coding.paths { types[path] = property.type }
    }
    for (name, property) in type.defaults {
      let declaration =
        "static var \(name): \(property.type.name) { .\(property.defaultName ?? "") }"
      for path in property.coding.paths { defaults[path] = declaration }
    }
    switch type.body {
    case .structure(let properties):
      for property in properties where property.isStored {
        if let members = group(property, heldBy: property, in: scope) {
          declarations.merge(members.declarations) { $1 }
        } else {
          for path in property.coding.paths { declarations[path] = Declaration(property) }
        }
      }
    case .choice(let choices): read(choices, in: scope, heldBy: holder)
    case .values, .openValues, .union, .tuple, .alias: break
    }
  }

  private mutating func read(
    _ choices: [TypeBlueprint.Choice], in scope: [TypeBlueprint],
    heldBy holder: TypeBlueprint.Property?
  ) {
    var inner: [[String]: Declaration] = [:]
    // The same group may be in several cases.
    for property in Set(choices.flatMap(\.members)) {
      guard let members = group(property, heldBy: nil, in: scope) else { continue }
      inner.merge(members.declarations) { first, _ in first }
    }
    func ways(of choice: TypeBlueprint.Choice) -> Set<[String]> {
      // An object that was flattened is there or not with the case.
      Set(choice.members.flatMap { $0.coding.paths + $0.coding.keys.map { [$0] } })
    }
    for path in choices.reduce(into: Set(), { $0.formUnion(ways(of: $1)) }) {
      let own = choices.filter { ways(of: $0).contains(path) }
      declarations[path] = .cases(own, property: holder, inner: inner[path])
    }
  }

  /// Reads the type of a property that stands for several members, and keeps what types they have.
  ///
  /// - Returns: `nil` where it is no such property.
  private mutating func group(
    _ property: TypeBlueprint.Property, heldBy holder: TypeBlueprint.Property?,
    in scope: [TypeBlueprint]
  ) -> DeclaredMembers? {
    guard property.isGroup, let type = scope.last(where: { .named($0.name) == property.type })
    else { return nil }
    let members = DeclaredMembers(of: type, in: scope + type.nested, heldBy: holder)
    types.merge(members.types) { $1 }
    defaults.merge(members.defaults) { $1 }
    nested += type.nested + members.nested
    return members
  }

  /// What is declared of the members of the object `key`, where that was flattened.
  func inside(_ key: String) -> DeclaredMembers {
    var members = DeclaredMembers()
    for (path, declaration) in declarations where path.count > 1 && path[0] == key {
      members.declarations[Array(path.dropFirst())] = declaration
    }
    for (path, type) in types where path.count > 1 && path[0] == key {
      members.types[Array(path.dropFirst())] = type
    }
    for (path, declaration) in defaults where path.count > 1 && path[0] == key {
      members.defaults[Array(path.dropFirst())] = declaration
    }
    return members
  }

  /// Takes over what these members have no declaration of.
  mutating func add(_ others: DeclaredMembers) {
    declarations.merge(others.declarations) { first, _ in first }
    types.merge(others.types) { first, _ in first }
    defaults.merge(others.defaults) { first, _ in first }
    nested += others.nested
  }
}

extension TypeBlueprint {
  /// The properties, or the members of the cases.
  var members: [Property] {
    switch body {
    case .structure(let properties): properties
    case .choice(let choices): choices.flatMap(\.members)
    case .values, .openValues, .union, .tuple, .alias: []
    }
  }
}

extension TypeBlueprint.Property {
  /// Tells whether it stands for several members, which are declared in the cases of its type.
  var isGroup: Bool {
    if case .group = coding { true } else { false }
  }
}
