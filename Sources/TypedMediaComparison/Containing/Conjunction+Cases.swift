import TypedMediaSchema

extension Conjunction {
  /// All values, where these are a few integers.
  func integers(_ effect: Effect) -> [JSON]? {
    guard effect.kinds == ["integer"], let least = effect.bounds["minimum"]?.number.int,
      let most = effect.bounds["maximum"]?.number.int, least <= most,
      (0..<256).contains(most.subtractingReportingOverflow(least).partialValue),
      let validator
    else { return nil }
    return (least...most).map { JSON.number(JSONNumber($0)) }.filter(validator.isValid)
  }

  /// The same taken apart by whether a member is there, or by its value, where the rules of `other`
  /// about several members depend on it; `nil` where they depend on nothing that is open.
  func cases(for other: Conjunction) -> [Conjunction]? {
    func adding(_ rule: JSON) -> Conjunction {
      Conjunction(parts.map(JSON.object) + [rule], in: document)
    }
    for name in other.names.sorted() {
      let member = property(name)
      if member.isImpossible { continue }
      guard required.contains(name) else {
        return [
          adding(["properties": .object([name: false])]), adding(["required": [.string(name)]]),
        ]
      }
      if let values = Effect(of: member).values, (2...Self.mostValues).contains(values.count),
        !member.takesNull
      {
        return values.map { adding(["properties": .object([name: ["const": $0]])]) }
      }
    }
    return nil
  }

  private static let mostValues = 20

  /// The members that rules about several of them name.
  private var names: Set<String> {
    parts.reduce(into: []) { names, part in
      for keyword in ["anyOf", "oneOf", "not", "if"] {
        for rule in part[keyword]?.array ?? [part[keyword]].compactMap({ $0 }) {
          let all = Conjunction([rule], in: document)
          names.formUnion(all.required.union(all.declared).union(all.names))
        }
      }
    }
  }
}
