import TypedMediaSchema

extension Translator {
  /// The property for a choice between objects beside the properties that all of them have.
  ///
  /// - Parameters:
  ///   - properties: Those.
  ///   - outer: The choices of which this one is an alternative.
  /// - Returns: `nil` where there is no object among them that can be told in Swift.
  mutating func property(
    for choice: ObjectChoice, in schema: SchemaView, besides properties: [TypeBlueprint.Property],
    within outer: [JSONPointer], nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property? {
    let taken = Set(properties.map(\.name))
    let made = ["input", "choice", "variant"].first { !taken.contains($0) } ?? "alternative"
    let key =
      rename(schema.pointer.appending(choice.keyword)) { !Identifier.isType($0) } ?? made
    let name = uniqueTypeName(Reserved.type(Identifier.type(key)), in: nested)
    enclosing.append(name)
    unions = outer + [schema.definition ?? schema.place]
    defer {
      enclosing.removeLast()
      unions = []
    }
    let common = Set(properties.flatMap(\.coding.keys))
    var inner: [TypeBlueprint] = []
    let names = AlternativeNames(of: choice.branches, in: name).names
    var alternatives: [TypeBlueprint.Alternative] = []
    // What a type reads that is not made yet is not known.
    var isOpen = false
    let chain = unions
    for ((branch, object), caseName) in zip(zip(choice.branches, choice.objects), names) {
      let given = rename(branch.pointer) { !Identifier.isType($0) }
      let typeName = branch.definitionName ?? Self.typeName(of: branch, called: caseName, in: key)
      if let definition = branch.definition, chain.contains(definition) {
        warn("this alternative leads back to what it is one of, and is left out", at: branch)
        continue
      }
      let recursive = object.definition.flatMap { definition in
        open.last { $0.definition == definition }.map { TypeReference.named($0.type) }
      }
      isOpen = isOpen || recursive != nil
      let type =
        recursive
        ?? declare(object, named: typeName, in: &inner) { translator, name in
          translator.object(object, named: name, isAlternative: true, besides: common)
        }
      // What is nested too deeply is none, and was warned of.
      guard type != .named("JSON") else { continue }
      alternatives.append(
        TypeBlueprint.Alternative(
          name: given ?? (caseName == "object" && object.saysNothing ? "nothing" : caseName),
          documentation: Documentation.alternative(branch), type: type))
    }
    guard !alternatives.isEmpty else { return nil }
    refuseClashes(of: alternatives.map(\.name), in: schema)
    let keys = inner.reduce(into: [String]()) { keys, type in
      keys += type.memberKeys.filter { !keys.contains($0) }
    }
    var type = TypeBlueprint(
      name: name, documentation: ["One of the combinations of properties that the model takes."],
      body: .union(alternatives), nested: inner)
    type.members =
      isOpen || inner.contains(where: \.hasRest) || keys.isEmpty
      ? .allBut(properties.flatMap(\.coding.keys)) : .these(keys.filter { !common.contains($0) })
    nested.append(type)
    return TypeBlueprint.Property(
      name: key, documentation: ["What the model works on."], type: .named(name), isRequired: true,
      coding: .group(keys))
  }
}

extension SchemaView {
  /// Tells whether it is an object of which nothing is said.
  fileprivate var saysNothing: Bool { properties.isEmpty && self["additionalProperties"] == nil }
}

extension TypeBlueprint {
  private var properties: [Property] {
    switch body {
    case .structure(let properties): properties
    case .choice(let choices): choices.flatMap(\.members)
    default: []
    }
  }

  /// The members of an object that it reads and writes by name.
  fileprivate var memberKeys: [String] { properties.flatMap(\.coding.keys) }

  /// Tells whether it reads and writes any others.
  fileprivate var hasRest: Bool {
    properties.contains { if case .rest = $0.coding { true } else { false } }
      || nested.contains {
        $0.members.map { if case .allBut = $0 { true } else { false } } ?? false
      }
  }
}
