/// One difference between what two schemas say of a place.
struct Finding {
  let rule: ChangeRule
  let before: [String]
  let after: [String]
  /// Whether the type in Swift may depend on it.
  var shapesType = false

  init(_ rule: ChangeRule, _ before: String?, _ after: String?, shapesType: Bool = false) {
    self.rule = rule
    self.before = [before].compactMap { $0 }
    self.after = [after].compactMap { $0 }
    self.shapesType = shapesType
  }
}

extension ChangeRule {
  /// The rule for a check that is there, or stricter, before or after.
  static func check(isStricter: Bool) -> ChangeRule {
    isStricter ? .checkTightened : .checkLoosened
  }
}
