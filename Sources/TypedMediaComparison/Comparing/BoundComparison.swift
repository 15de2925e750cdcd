import TypedMediaSchema

/// Compares the bounds, steps and patterns of a place.
struct BoundComparison {
  let old: SchemaView
  let new: SchemaView

  var findings: [Finding] {
    bound("minimum", exclusive: "exclusiveMinimum", isLower: true)
      + bound("maximum", exclusive: "exclusiveMaximum", isLower: false)
      + ["minLength", "minItems", "minProperties", "minContains"].flatMap {
        bound($0, isLower: true)
      }
      + ["maxLength", "maxItems", "maxProperties", "maxContains"].flatMap {
        bound($0, isLower: false)
      }
      + step + unique + pattern
  }

  /// A bound, and whether it is itself excluded.
  private struct Limit: Equatable {
    let number: JSONNumber
    let isExclusive: Bool

    /// Whether this lets less through than `other`.
    func isStricter(than other: Limit, isLower: Bool) -> Bool {
      if number == other.number { return isExclusive && !other.isExclusive }
      return isLower ? number > other.number : number < other.number
    }

    func text(_ keyword: String) -> String {
      "\(keyword) \(number.text)\(isExclusive ? ", excluded" : "")"
    }
  }

  private func bound(_ keyword: String, exclusive: String? = nil, isLower: Bool) -> [Finding] {
    let (before, after) = (
      Self.limit(keyword, exclusive, isLower, in: old),
      Self.limit(keyword, exclusive, isLower, in: new)
    )
    guard before != after else { return [] }
    let isStricter: Bool
    switch (before, after) {
    case (let before?, let after?): isStricter = after.isStricter(than: before, isLower: isLower)
    default: isStricter = before == nil
    }
    return [
      Finding(
        .check(isStricter: isStricter), before?.text(keyword), after?.text(keyword),
        shapesType: keyword.hasSuffix("Items"))
    ]
  }

  private static func limit(
    _ keyword: String, _ exclusive: String?, _ isLower: Bool, in schema: SchemaView
  ) -> Limit? {
    // Nothing is shorter than nothing.
    let isCount = exclusive == nil
    let plain = schema[keyword]?.number.flatMap { number in
      isCount && isLower && number == 0
        // OpenAPI 3.0 says with a boolean whether the bound is excluded.
        ? nil : Limit(number: number, isExclusive: exclusive.flatMap { schema[$0]?.bool } == true)
    }
    let other = exclusive.flatMap { schema[$0]?.number }.map {
      Limit(number: $0, isExclusive: true)
    }
    guard let plain, let other else { return plain ?? other }
    return plain.isStricter(than: other, isLower: isLower) ? plain : other
  }

  private var step: [Finding] {
    let (before, after) = (old["multipleOf"]?.number, new["multipleOf"]?.number)
    guard before != after else { return [] }
    let rule: ChangeRule
    switch (before, after) {
    case (let before?, let after?):
      rule = before.isMultiple(of: after) ? .checkLoosened : .checkTightened
    default: rule = .check(isStricter: before == nil)
    }
    return [
      Finding(rule, before.map { "multipleOf \($0.text)" }, after.map { "multipleOf \($0.text)" })
    ]
  }

  private var unique: [Finding] {
    let (before, after) = (old["uniqueItems"]?.bool ?? false, new["uniqueItems"]?.bool ?? false)
    guard before != after else { return [] }
    return [
      Finding(
        .check(isStricter: after), before ? "no element twice" : nil,
        after ? "no element twice" : nil)
    ]
  }

  private var pattern: [Finding] {
    let (before, after) = (old["pattern"]?.string, new["pattern"]?.string)
    guard before != after else { return [] }
    let rule: ChangeRule =
      before != nil && after != nil ? .checkChanged : .check(isStricter: before == nil)
    return [Finding(rule, before.map { "pattern \($0)" }, after.map { "pattern \($0)" })]
  }
}
