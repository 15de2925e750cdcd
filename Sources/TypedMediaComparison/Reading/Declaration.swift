import TypedMediaGenerator

/// How Swift declares something that is sent.
indirect enum Declaration: Hashable {
  /// As a property, or as an element of a list of fixed length.
  case property(name: String, type: String, isOptional: Bool)
  /// As a case of a union.
  case alternative(name: String, type: String)
  /// In cases, for it is there or not together with others; the property is the one that holds them.
  /// Where it is one of several that stand for each other, they are cases inside of these.
  case cases([TypeBlueprint.Choice], property: TypeBlueprint.Property?, inner: Declaration? = nil)

  init(_ property: TypeBlueprint.Property) {
    self = .property(
      name: property.name, type: property.type.spelling, isOptional: property.isOptional)
  }

  /// The declaration, as short as a reader needs it.
  var lines: [String] {
    switch self {
    case .property(let name, let type, let isOptional):
      ["var \(Reserved.escaped(name)): \(type)\(isOptional ? "?" : "")"]
    case .alternative(let name, let type): ["case \(Reserved.escaped(name))(\(type))"]
    case .cases(let choices, let property, let inner):
      (property.map { Declaration($0).lines } ?? []) + choices.map(\.declaration)
        + (inner?.lines ?? [])
    }
  }

  /// What follows for source when this becomes `new`; `nil` when nothing does.
  func rule(becoming new: Declaration) -> ChangeRule? {
    guard self != new else { return nil }
    switch (self, new) {
    case (
      .property(let oldName, let oldType, let wasOptional),
      .property(let name, let type, let isOptional)
    ):
      if oldName != name { return .swiftRenamed }
      if oldType != type { return .swiftTypeChanged }
      return wasOptional && !isOptional ? .swiftRequired : .swiftOptional
    case (.alternative(let oldName, _), .alternative(let name, _)):
      return oldName == name ? .swiftTypeChanged : .swiftRenamed
    case (
      .cases(let oldChoices, let oldProperty, let oldInner),
      .cases(let choices, let property, let inner)
    ):
      let rules = [
        Self.rule(from: oldProperty, to: property), Self.rule(from: oldChoices, to: choices),
        Self.rule(from: oldInner, to: inner),
      ]
      return rules.compactMap { $0 }.max { $0.advice < $1.advice }
    default: return .swiftTypeChanged
    }
  }

  private static func rule(
    from old: TypeBlueprint.Property?, to new: TypeBlueprint.Property?
  ) -> ChangeRule? {
    switch (old, new) {
    case (let old?, let new?): Declaration(old).rule(becoming: Declaration(new))
    case (nil, nil): nil
    default: .swiftTypeChanged
    }
  }

  private static func rule(from old: Declaration?, to new: Declaration?) -> ChangeRule? {
    switch (old, new) {
    case (let old?, let new?): old.rule(becoming: new)
    case (nil, nil): nil
    default: .swiftCasesChanged
    }
  }

  private static func rule(
    from old: [TypeBlueprint.Choice], to new: [TypeBlueprint.Choice]
  ) -> ChangeRule? {
    guard old.map(\.declaration) != new.map(\.declaration) else { return nil }
    return old.allSatisfy { old in new.contains { $0.takes(old) } }
      ? .swiftCasesAdded : .swiftCasesChanged
  }
}

extension TypeBlueprint.Choice {
  /// Tells whether source that makes `old` makes this as well.
  fileprivate func takes(_ old: TypeBlueprint.Choice) -> Bool {
    guard name == old.name else { return false }
    var rest = old.members[...]
    for (index, member) in members.enumerated() {
      // The first member has no label.
      let isNext = rest.first.map { next in
        next.type == member.type && (index == 0 || next.name == member.name)
          && (next.isRequired || !member.isRequired)
      }
      if isNext == true {
        rest.removeFirst()
      } else if member.isRequired {
        return false
      }
    }
    return rest.isEmpty
  }
}
