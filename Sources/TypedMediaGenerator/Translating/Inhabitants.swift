/// Finds types of which there is no value: those that have to contain one of their own type, and choices
/// between such types.
struct Inhabitants {
  private var names: [String] = []
  /// For each type, the ways to make a value of it, each by the types of which it takes one.
  private var ways: [[[Int]]] = []

  /// The names of the types without a value, among `type` and those in it.
  static func missing(in type: TypeBlueprint) -> [String] {
    var types = Inhabitants()
    types.declare([type], in: [:])
    var isKnown = types.ways.map { _ in false }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in isKnown.indices where !isKnown[index] {
        guard types.ways[index].contains(where: { $0.allSatisfy { isKnown[$0] } }) else { continue }
        isKnown[index] = true
        isGrowing = true
      }
    }
    return types.names.indices.filter { !isKnown[$0] }.map { types.names[$0] }
  }

  /// - Parameter scope: The types that can be referred to, by their name.
  private mutating func declare(_ types: [TypeBlueprint], in scope: [String: Int]) {
    var scope = scope
    let first = names.count
    for type in types {
      scope[type.name] = names.count
      names.append(type.name)
      ways.append([])
    }
    for (index, type) in types.enumerated() {
      let start = names.count
      declare(type.nested, in: scope)
      var inner = scope
      for (offset, nested) in type.nested.enumerated() { inner[nested.name] = start + offset }
      ways[first + index] = Self.ways(to: type.body).map { $0.compactMap { inner[$0] } }
    }
  }

  /// The ways to make a value, each by the names of the types of which it takes one.
  private static func ways(to body: TypeBlueprint.Body) -> [[String]] {
    func needed(_ properties: [TypeBlueprint.Property]) -> [String] {
      properties.filter { $0.isStored && !$0.isOptional }.compactMap { name(of: $0.type) }
    }
    return switch body {
    case .structure(let properties), .tuple(let properties): [needed(properties)]
    case .choice(let choices): choices.map { needed($0.members) }
    case .union(let alternatives):
      alternatives.map { $0.constant == nil ? [name(of: $0.type)].compactMap { $0 } : [] }
    case .values(_, let values): values.isEmpty ? [] : [[]]
    case .openValues, .alias: [[]]
    }
  }

  /// The name of a type of which a value is needed: a list may be empty.
  private static func name(of type: TypeReference) -> String? {
    if case .named(let name) = type { name } else { nil }
  }
}
