import TypedMediaSchema

/// Stage 3: types that are equal in several places are declared once.
///
/// Compiling an enum costs more than naming it, and a value that two models take should be one value.
/// Types are equal when all that is in them is; what they are called, and what is said of the place
/// where they are used, makes no difference.
struct SharedTypes {
  /// The types to declare once, by name.
  private(set) var types: [TypeBlueprint] = []
  /// Names that were asked for and stand for different types.
  private(set) var conflicts: [String] = []

  /// The name of each type that is declared once.
  private var names: [TypeBlueprint: String] = [:]
  /// Where each type is used, by what is in it.
  private var uses: [TypeBlueprint: [TypeBlueprint]] = [:]
  private let catalog: String

  /// Takes the types that `models` share out of them.
  ///
  /// - Parameter catalog: The type in which they are declared, but for those with a name of their own.
  init(of models: inout [ModelBlueprint], in catalog: String) {
    self.catalog = catalog
    for model in models { collect(model.type, in: []) }
    nameTypes()
    for index in models.indices { models[index].type = relieved(models[index].type) }
    types = names.map { content, name in
      var type = content
      type.name = uses[content]?.first?.name ?? name
      type = type.renamed(to: name)
      type.documentation = Self.documentation(of: uses[content] ?? [])
      type.isNamed = uses[content]?.contains(where: \.isNamed) ?? false
      return relieved(type)
    }
    .sorted { $0.name < $1.name }
  }

  /// Collects the types in `type`.
  ///
  /// - Parameter outer: The names of the types that it is in.
  private mutating func collect(_ type: TypeBlueprint, in outer: Set<String>) {
    // A type with a name that was asked for is declared outside of all others.
    let outer = type.isNamed ? outer : outer.union([type.name])
    for nested in type.nested {
      // What refers to a type that it is in cannot be declared outside of that.
      guard !nested.refers(to: outer.subtracting([nested.name])) else {
        collect(nested, in: outer)
        continue
      }
      let content = Self.content(nested)
      uses[content, default: []].append(nested)
      // What is in a type is there once, however often that is used.
      if uses[content]?.count == 1 { collect(nested, in: outer) }
    }
  }

  private mutating func nameTypes() {
    for (content, uses) in uses {
      // The first in the alphabet, where a type was given several names.
      if let given = uses.filter(\.isNamed).map(\.name).min() {
        names[content] = given
      } else if uses.count > 1 {
        names[content] = Self.sharedName(of: content, called: Self.mostCommon(uses.map(\.name)))
      }
    }
    for (name, pairs) in Dictionary(grouping: names, by: \.value) where pairs.count > 1 {
      for (content, _) in pairs {
        guard uses[content]?.contains(where: \.isNamed) != true else { continue }
        names[content] = "\(name)_\(Fingerprint(content.signature))"
      }
      if pairs.filter({ names[$0.key] == name }).count > 1 { conflicts.append(name) }
    }
    conflicts.sort()
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
    var renames = outer
    for nested in type.nested {
      let content = Self.content(nested)
      renames[nested.name] =
        uses[content]?.contains(where: \.isNamed) == true ? names[content] : nil
    }
    return renames
  }

  /// The type as it is compared.
  private static func content(_ type: TypeBlueprint) -> TypeBlueprint {
    var content = type
    content.name = ""
    content.isNamed = false
    content.documentation = []
    return content
  }

  /// What is said of a type in most places, and in the fewest words.
  private static func documentation(of uses: [TypeBlueprint]) -> [String] {
    let texts = uses.map { $0.documentation.joined(separator: "\n") }
    return mostCommon(texts).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  /// The most common of `texts`; of several, the shortest and first in the alphabet.
  private static func mostCommon(_ texts: [String]) -> String {
    let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }?.key
      ?? ""
  }

  /// A name made of what is in the type, so that it stays when other models come and go.
  private static func sharedName(of type: TypeBlueprint, called name: String) -> String {
    switch type.body {
    case .values(_, let values, let defaultName):
      let texts = values.map { spelled($0.value) }
      let list =
        texts.count <= 7
        ? texts.joined(separator: "_")
        : "\(texts[0])_to_\(texts[texts.count - 1])_\(Fingerprint(texts.joined(separator: " ")).short)"
      let defaultValue = values.first { $0.name == defaultName }?.value
      return "\(name)_\(list)" + (defaultValue.map { "_default\(spelled($0))" } ?? "")
        + type.retiredValues.map { "_without_\($0.name)" }.joined()
    case .structure(let properties):
      return sharedName(name, of: properties.map(\.name), type)
    case .choice(let choices):
      return sharedName(name, of: choices.map(\.name), type)
    case .openValues(let values):
      return sharedName(name, of: values.map(\.name), type)
    case .union(let alternatives):
      return sharedName(name, of: alternatives.map(\.name), type)
    case .tuple(let properties):
      return sharedName(name, of: properties.map(\.name), type)
    case .alias: return name
    }
  }

  private static func sharedName(
    _ name: String, of members: [String], _ type: TypeBlueprint
  ) -> String {
    "\(name)_\(members.prefix(3).joined(separator: "_"))_\(Fingerprint(type.signature).short)"
  }

  private static func spelled(_ value: JSON) -> String {
    String(
      Literal.text(value).map { character in
        if character.isASCII, character.isLetter || character.isNumber { return character }
        return character == ":" ? "x" : "_"
      })
  }

  private static func aliasDocumentation(_ type: TypeBlueprint) -> [String] {
    guard case .values(_, let values, _) = type.body, values.count <= 24 else {
      return type.documentation
    }
    let list = Literal.texts(values.map(\.value)).map { "`\($0)`" }.joined(separator: ", ")
    return type.documentation + ["", "\(list)."]
  }
}
