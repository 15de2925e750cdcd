import TypedMediaGenerator
import TypedMediaSchema

/// Says what follows from a place that came or went.
struct ArrivalComparison {
  let model: String

  func changes(adding place: Place) -> [Change] {
    change(
      rule(adding: place), place, wire: .init([], [place.wireText]),
      swift: .init([], place.swiftText))
  }

  func changes(removing place: Place) -> [Change] {
    change(
      rule(removing: place), place, wire: .init([place.wireText]), swift: .init(place.swiftText))
  }

  /// An alternative that came or went, though what it takes was taken before and is taken still.
  func changes(rewriting place: Place, isNew: Bool) -> [Change] {
    guard !place.swiftText.isEmpty else { return [] }
    return change(
      isNew ? .swiftCasesAdded : .swiftCasesChanged, place, wire: .init(),
      swift: isNew ? .init([], place.swiftText) : .init(place.swiftText))
  }

  /// A member that is sent under another name, and has the same one in Swift.
  func changes(respelling old: Place, as new: Place) -> [Change] {
    change(
      .propertyRespelled, new, wire: .init([old.path.spelling], [new.path.spelling]),
      swift: .init())
  }

  private func change(
    _ rule: ChangeRule?, _ place: Place, wire: Change.Sides, swift: Change.Sides
  ) -> [Change] {
    rule.map { [Change(model: model, place: place.path.spelling, $0, wire: wire, swift: swift)] }
      ?? []
  }

  private func rule(adding place: Place) -> ChangeRule? {
    switch place.path.last {
    case .property?, .position?:
      if place.isConstant { return .constantChanged }
      if case .cases(_, nil, _)? = place.declaration { return .swiftCasesAdded }
      return place.isRequired && !place.isOptionalInSwift ? .requiredPropertyAdded : .propertyAdded
    case .alternative?: return .alternativeAdded
    case .element?: return .typeNarrowed
    // What an object takes besides is compared with the object itself.
    case .member?: return place.declaration == nil ? nil : .propertyAdded
    case nil: return nil
    }
  }

  private func rule(removing place: Place) -> ChangeRule? {
    switch place.path.last {
    case .property?, .position?: place.isConstant ? .constantChanged : .propertyGone
    case .alternative?: .alternativeGone
    case .element?: .typeWidened
    case .member?: place.declaration == nil ? nil : .propertyGone
    case nil: nil
    }
  }
}

extension Place {
  /// Tells whether the request writes it itself.
  fileprivate var isConstant: Bool {
    declaration == nil && isRequired && !schema.isNullable && schema.onlyValue != nil
  }

  fileprivate var isOptionalInSwift: Bool {
    switch declaration {
    case .property(_, _, let isOptional)?: isOptional
    case .cases(_, let property, _)?: property?.isOptional ?? true
    case .alternative?, nil: false
    }
  }

  /// What it is, in a few words.
  fileprivate var wireText: String {
    let kind = values?.listed ?? schema.kind
    guard case .property? = path.last else { return kind }
    return "\(kind), \(isRequired ? "required" : "optional")"
  }

  fileprivate var swiftText: [String] { declaration?.lines ?? [] }
}
