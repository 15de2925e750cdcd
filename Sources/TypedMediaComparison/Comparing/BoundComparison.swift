import TypedMediaSchema

/// Compares the bounds, steps and patterns of a place, as they are together.
struct BoundComparison {
  let old: Effect
  let new: Effect

  var findings: [Finding] {
    // What listed values are bound by only takes some of them away.
    guard old.values == nil, new.values == nil else { return [] }
    return Effect.lowerBounds.flatMap { bound($0, isLower: true) }
      + Effect.upperBounds.flatMap { bound($0, isLower: false) } + step + unique + pattern
  }

  private func bound(_ keyword: String, isLower: Bool) -> [Finding] {
    let (before, after) = (old.bounds[keyword], new.bounds[keyword])
    guard before != after else { return [] }
    let isStricter: Bool
    switch (before, after) {
    case (let before?, let after?): isStricter = after.isStricter(than: before, isLower: isLower)
    default: isStricter = before == nil
    }
    func text(_ bound: Effect.Bound) -> String {
      "\(keyword) \(bound.number.text)\(bound.isExclusive ? ", excluded" : "")"
    }
    return [
      Finding(
        .check(isStricter: isStricter), before.map(text), after.map(text),
        shapesType: keyword.hasSuffix("Items"))
    ]
  }

  private var step: [Finding] {
    compared(
      old.steps, new.steps, { "multipleOf \($0.text)" },
      isLooser: new.steps.allSatisfy { step in old.steps.contains { $0.isMultiple(of: step) } },
      isStricter: old.steps.allSatisfy { step in new.steps.contains { $0.isMultiple(of: step) } })
  }

  private var pattern: [Finding] {
    compared(
      old.patterns, new.patterns, { "pattern \($0)" },
      isLooser: old.patterns.isSuperset(of: new.patterns),
      isStricter: new.patterns.isSuperset(of: old.patterns))
  }

  /// Rules that all hold, of which those are shown that are not on both sides.
  private func compared<Rule: Hashable>(
    _ before: Set<Rule>, _ after: Set<Rule>, _ text: (Rule) -> String, isLooser: Bool,
    isStricter: Bool
  ) -> [Finding] {
    guard before != after, !(isLooser && isStricter) else { return [] }
    let rule: ChangeRule =
      isLooser ? .checkLoosened : isStricter ? .checkTightened : .checkChanged
    return [
      Finding(
        rule, before.subtracting(after).map(text).sorted(),
        after.subtracting(before).map(text).sorted())
    ]
  }

  private var unique: [Finding] {
    guard old.isUnique != new.isUnique else { return [] }
    return [
      Finding(
        .check(isStricter: new.isUnique), old.isUnique ? "no element twice" : nil,
        new.isUnique ? "no element twice" : nil)
    ]
  }
}
