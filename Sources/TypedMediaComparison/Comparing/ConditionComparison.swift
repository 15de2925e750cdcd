import TypedMediaSchema

/// Compares the rules of a place that are about several of its members.
///
/// Where they say only which members have to be there together, all combinations are tried with the
/// validator, so that the same rule in other words is no change. Else they are compared as they are
/// written, for it cannot be told which of two is stricter.
struct ConditionComparison {
  let old: Conditions
  let new: Conditions

  var findings: [Finding] {
    guard old.rules != new.rules else { return [] }
    let (before, after) = (old.text, new.text)
    if old.rules.isEmpty || new.rules.isEmpty {
      // Rules about properties that were not there refuse nothing that was sent.
      if let rule = judgement { return rule.map { [Finding($0, before, after)] } ?? [] }
      return [Finding(.check(isStricter: old.rules.isEmpty), before, after)]
    }
    guard let rule = judgement else { return [Finding(.checkChanged, before, after)] }
    return rule.map { [Finding($0, before, after)] } ?? []
  }

  /// Past this many names there are too many combinations to try.
  private static let mostNames = 10

  /// What trying all combinations shows: a rule, or that nothing is different; `nil` when they cannot
  /// be tried.
  private var judgement: ChangeRule?? {
    let names = old.names.union(new.names).sorted()
    guard old.isAboutPresence, new.isAboutPresence, names.count <= Self.mostNames,
      let before = old.validator, let after = new.validator
    else { return nil }
    let needed = old.required.intersection(new.required).intersection(names)
    var isLooser = false
    for present in Self.subsets(of: names) where needed.isSubset(of: present) {
      var instance = JSONObject()
      for name in present { instance[name] = true }
      let wasTaken = before.isValid(.object(instance))
      let isTaken = after.isValid(.object(instance))
      if wasTaken, !isTaken, old.properties.isSuperset(of: present) {
        return .some(.checkTightened)
      }
      isLooser = isLooser || isTaken && !wasTaken
    }
    return .some(isLooser ? .checkLoosened : nil)
  }

  private static func subsets(of names: [String]) -> [[String]] {
    names.reduce([[]]) { subsets, name in subsets + subsets.map { $0 + [name] } }
  }
}
