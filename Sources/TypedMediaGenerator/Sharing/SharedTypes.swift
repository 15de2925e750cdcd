import TypedMediaSchema

/// Stage 3: types that are equal in several places are declared once.
///
/// Compiling an enum costs more than naming it, and a value that two models take should be one value.
/// Types are equal when all that is in them is; what they are called, and what is said of the place
/// where they are used, makes no difference. Lists of values are equal when their values are, in whatever
/// order, and whichever of them the service takes where none is sent.
struct SharedTypes {
  /// The types to declare once, by name.
  private(set) var types: [TypeBlueprint] = []
  /// Names that were asked for and stand for different types.
  private(set) var conflicts: [String] = []

  /// The name of each type that is declared once.
  private var names: [TypeBlueprint: String] = [:]
  /// The place where each type is used, by what is in it.
  private var uses: [TypeBlueprint: Uses] = [:]
  /// Tells whether any type has a name that was asked for.
  private var hasNamedTypes = false
  private let catalog: String

  /// The place where a type is used.
  private struct Uses {
    /// The way to the first place, as the names of the types on it.
    let path: [String]
    /// The number of types that were found before.
    let order: Int
    /// The type in each place.
    var types: [TypeBlueprint] = []
  }

  /// Takes the types that `models` share out of them.
  ///
  /// - Parameter catalog: The type in which they are declared, but for those with a name of their own.
  init(of models: inout [ModelBlueprint], in catalog: String) {
    self.catalog = catalog
    for model in models { collect(model.type, in: [], path: [model.type.name]) }
    nameTypes()
    for index in models.indices { models[index].type = relieved(models[index].type) }
    types = names.map { content, name in
      let uses = uses[content]?.types ?? []
      var type = (uses.first ?? content).renamed(to: name)
      type.documentation = Self.documentation(of: uses)
      type.body = SharedValues(uses.map(\.body))?.body ?? type.body
      type.isNamed = uses.contains(where: \.isNamed)
      return relieved(type)
    }
    .sorted { $0.name < $1.name }
  }

  /// Collects the types in `type`.
  ///
  /// - Parameters:
  ///   - outer: The names of the types that it is in.
  ///   - path: The names of the types on the way to it, from the request.
  private mutating func collect(_ type: TypeBlueprint, in outer: Set<String>, path: [String]) {
    // A type with a name that was asked for is declared outside of all others.
    let outer = type.isNamed ? outer : outer.union([type.name])
    for nested in type.nested {
      // What refers to a type that it is in cannot be declared outside of that.
      guard !nested.refers(to: outer.subtracting([nested.name])) else {
        collect(nested, in: outer, path: path + [nested.name])
        continue
      }
      hasNamedTypes = hasNamedTypes || nested.isNamed
      let count = uses.count
      uses[Self.content(nested), default: Uses(path: path + [nested.name], order: count)].types
        .append(nested)
      // What is in a type is there once, however often that is used.
      guard uses.count > count else { continue }
      collect(nested, in: outer, path: path + [nested.name])
    }
  }

  private mutating func nameTypes() {
    var given: [String: Int] = [:]
    var shared: [(content: TypeBlueprint, path: [String], order: Int)] = []
    for (content, uses) in uses {
      // The first in the alphabet, where a type was given several names.
      if let name = uses.types.filter(\.isNamed).map(\.name).min() {
        names[content] = name
        given[name, default: 0] += 1
      } else if uses.types.count > 1 {
        shared.append((content, uses.path, uses.order))
      }
    }
    conflicts = given.filter { $0.value > 1 }.map(\.key).sorted()
    let lists = shared.compactMap { item in
      SharedValues(uses[item.content]?.types.map(\.body) ?? []).map { values in
        (item.content, values.name(amongTypesCalled: uses[item.content]?.types.map(\.name) ?? []))
      }
    }
    let counts = Dictionary(lists.map { ($0.1, 1) }, uniquingKeysWith: +)
    for (content, name) in lists where counts[name] == 1 { names[content] = name }
    nameByFirstUse(
      shared.filter { names[$0.content] == nil }.sorted { $0.order < $1.order },
      besides: Set(counts.keys))
  }

  /// Names types by the request that uses them first and their name in it; where two would have the same
  /// name, by all types on the way.
  private mutating func nameByFirstUse(
    _ shared: [(content: TypeBlueprint, path: [String], order: Int)], besides others: Set<String>
  ) {
    let short = shared.map { $0.path[0] + ($0.path.last ?? "") }
    let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    var taken = others
    for (index, item) in shared.enumerated() {
      let name = counts[short[index]] == 1 ? short[index] : item.path.joined()
      let free =
        taken.contains(name)
        ? (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } : name
      names[item.content] = free ?? name
      taken.insert(free ?? name)
    }
  }

  /// `type` without the declarations of types that are declared elsewhere.
  private func relieved(
    _ type: TypeBlueprint, renaming outer: [String: String] = [:]
  ) -> TypeBlueprint {
    var type = type
    let renames = renames(in: type, besides: outer)
    type.body = type.body.renamingTypes { renames[$0] ?? $0 }
    type.nested = type.nested.compactMap { nested in
      if renames[nested.name] != nil { return nil }
      guard let name = names[Self.content(nested)] else {
        return relieved(nested, renaming: renames)
      }
      var alias = nested
      alias.documentation = Self.aliasDocumentation(nested)
      alias.body = .alias("\(catalog).\(name)")
      alias.nested = []
      return alias
    }
    return type
  }

  /// `type` with every type in the place where it is used, under the name that source has for it.
  func named(_ type: TypeBlueprint, renaming outer: [String: String] = [:]) -> TypeBlueprint {
    guard hasNamedTypes else { return type }
    var type = type
    let renames = renames(in: type, besides: outer)
    type.body = type.body.renamingTypes { renames[$0] ?? $0 }
    type.nested = type.nested.map { nested in
      var nested = named(nested, renaming: renames)
      nested.name = renames[nested.name] ?? nested.name
      return nested
    }
    return type
  }

  /// The names of types that are declared outside of `type`, by those that they have in it.
  private func renames(
    in type: TypeBlueprint, besides outer: [String: String]
  ) -> [String: String] {
    guard hasNamedTypes else { return [:] }
    var renames = outer
    for nested in type.nested {
      let content = Self.content(nested)
      renames[nested.name] =
        uses[content]?.types.contains(where: \.isNamed) == true ? names[content] : nil
    }
    return renames
  }

  /// The type as it is compared.
  private static func content(_ type: TypeBlueprint) -> TypeBlueprint {
    var content = inOrder(type)
    content.name = ""
    content.isNamed = false
    content.documentation = []
    return content
  }

  /// The type with all lists of values in one order, and with nothing said of their values.
  private static func inOrder(_ type: TypeBlueprint) -> TypeBlueprint {
    var type = type
    if case .values(let rawType, let values) = type.body {
      let plain = values.map { TypeBlueprint.Value(name: $0.name, value: $0.value) }
      type.body = .values(rawType, plain.sorted { $0.name < $1.name })
    }
    for index in type.nested.indices { type.nested[index] = inOrder(type.nested[index]) }
    return type
  }

  /// What is said of a type in most places, and in the fewest words.
  private static func documentation(of uses: [TypeBlueprint]) -> [String] {
    uses.map(\.documentation).mostCommon
  }

  private static func aliasDocumentation(_ type: TypeBlueprint) -> [String] {
    guard case .values(_, let values) = type.body, values.count <= 24 else {
      return type.documentation
    }
    return type.documentation + ["", "\(ValueText.list(of: values.map(\.value)))."]
  }
}
