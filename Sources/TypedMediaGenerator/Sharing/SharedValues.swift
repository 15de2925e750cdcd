/// A list of values that several types have, each in an order of its own, and with words of its own for them.
struct SharedValues {
  /// The list that is declared: in the order that most have, and with what most say of each value.
  let body: TypeBlueprint.Body
  /// The names of the values, in the order of the alphabet.
  private let names: [String]

  /// The most values that a name spells out.
  private static let mostSpelled = 3

  /// - Returns: `nil` where they are no lists of values.
  init?(_ bodies: [TypeBlueprint.Body]) {
    let lists = bodies.compactMap { body -> [TypeBlueprint.Value]? in
      if case .values(_, let values) = body { values } else { nil }
    }
    guard !lists.isEmpty, lists.count == bodies.count, case .values(let rawType, _)? = bodies.first
    else { return nil }
    let order = lists.map { $0.map(\.name) }.mostCommon
    let byName = Dictionary(grouping: lists.joined(), by: \.name)
    let values = order.compactMap { name -> TypeBlueprint.Value? in
      guard let uses = byName[name], var value = uses.first else { return nil }
      value.documentation = uses.map(\.documentation).mostCommon
      return value
    }
    body = .values(rawType, values)
    names = order.sorted()
  }

  /// The name of the type: of what kind the values are, and which.
  ///
  /// It is made of the list alone, so that it stays when models come and go. The kind is the last word of the
  /// types' names, which is the same for `start_resolution` and `end_resolution`.
  func name(amongTypesCalled typeNames: [String]) -> String {
    let kind = typeNames.map { [Self.lastWord(of: $0)] }.mostCommon.joined()
    let isSpelled = names.count <= Self.mostSpelled
    let shown = isSpelled ? names[...] : names.prefix(Self.mostSpelled - 1)
    var name = kind
    for value in shown {
      // `ratio16x9` is a ratio by its own name.
      let isOfKind =
        value.count > kind.count && value.lowercased().hasPrefix(kind.lowercased())
      let rest = isOfKind ? String(value.dropFirst(kind.count)) : value
      let isNumberAfterNumber = name.last?.isNumber == true && rest.first?.isNumber == true
      name += (isNumberAfterNumber ? "_" : "") + Identifier.capitalized(rest)
    }
    return Reserved.type(isSpelled ? name : "\(name)And\(names.count - shown.count)More")
  }

  /// The last word of a type's name, without a number that keeps it from others.
  private static func lastWord(of typeName: String) -> String {
    let name =
      typeName.prefix(1) + typeName.dropFirst().reversed().drop(while: \.isNumber).reversed()
    var start = name.startIndex
    for index in name.indices.dropFirst() where name[index].isUppercase {
      if !name[name.index(before: index)].isUppercase { start = index }
    }
    return String(name[start...])
  }
}

extension [[String]] {
  /// The most common of them; of several, the shortest and first in the alphabet.
  var mostCommon: [String] {
    let counts = Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    // What is said most often is said once by most.
    guard counts.count > 1 else { return first ?? [] }
    return counts.map { (lines: $0.key, count: $0.value, text: $0.key.joined(separator: "\n")) }
      .min { ($1.count, $0.text.count, $0.text) < ($0.count, $1.text.count, $1.text) }?.lines ?? []
  }
}
