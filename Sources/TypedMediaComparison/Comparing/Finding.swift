/// One difference between what two schemas say of a place.
struct Finding {
  let rule: ChangeRule
  let before: [String]
  let after: [String]
  /// Tells whether the type in Swift may depend on it.
  var shapesType = false

  init(_ rule: ChangeRule, _ before: String?, _ after: String?, shapesType: Bool = false) {
    self.init(
      rule, [before].compactMap { $0 }, [after].compactMap { $0 }, shapesType: shapesType)
  }

  init(_ rule: ChangeRule, _ before: [String], _ after: [String], shapesType: Bool = false) {
    (self.rule, self.before, self.after) = (rule, before, after)
    self.shapesType = shapesType
  }
}

extension ChangeRule {
  /// The rule for a check that is there, or stricter, before or after.
  static func check(isStricter: Bool) -> ChangeRule {
    isStricter ? .checkTightened : .checkLoosened
  }

  /// Tells whether it says nothing of which requests the service takes.
  var isOfWords: Bool {
    switch self {
    case .descriptionChanged, .annotationChanged, .recordChanged, .formatChanged, .defaultChanged,
      .deprecated, .noLongerDeprecated, .limitTightened:
      true
    default: false
    }
  }
}
