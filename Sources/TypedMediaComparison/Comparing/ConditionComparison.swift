import TypedMediaSchema

/// Compares the rules of a place that are about several of its members, or that a view does not tell
/// apart.
///
/// Where they say only which members have to be there together, all combinations are tried with the
/// validator, so that the same rule in other words is no change. Else it is asked whether all that was
/// taken fulfils the new rules, and the other way round.
struct ConditionComparison {
  let pair: PlacePair
  private let old: Conditions
  private let new: Conditions

  init(_ pair: PlacePair) {
    self.pair = pair
    old = Conditions(of: pair.old.schema, saying: pair.before)
    new = Conditions(of: pair.new.schema, saying: pair.after)
  }

  var findings: [Finding] { alternatives + rules }

  /// Tells whether exactly one of several alternatives has to hold, or at least one.
  private var alternatives: [Finding] {
    guard let before = old.keyword, let after = new.keyword, before != after,
      !pair.haveDisjointBranches(before == "oneOf" ? pair.before : pair.after),
      let rule = pair.judgement
    else { return [] }
    return [Finding(rule, before, after)]
  }

  private var rules: [Finding] {
    let (gone, come) = (old.rules.subtracting(new.rules), new.rules.subtracting(old.rules))
    guard !gone.isEmpty || !come.isEmpty else { return [] }
    let shown: ChangeRule?? = presence
    guard let rule = shown ?? judgement else { return [] }
    let (before, after) = RuleText.lines(gone, come)
    return [Finding(rule, before, after)]
  }

  private var judgement: ChangeRule? {
    func all(_ rules: Set<JSON>, _ side: Conjunction) -> Conjunction {
      Conjunction(Array(rules), in: side.document)
    }
    let isLooser = pair.isContained(pair.before, in: all(new.rules, pair.after))
    let isStricter = pair.isContained(pair.after, in: all(old.rules, pair.before))
    switch (isLooser, isStricter) {
    case (true, true): return nil
    case (true, false): return .checkLoosened
    case (false, true): return .checkTightened
    case (false, false):
      // Rules that come where there were none refuse something, unless that is shown above.
      if old.rules.isEmpty { return .checkTightened }
      return .checkChanged
    }
  }

  /// Past this many names there are too many combinations to try.
  private static let mostNames = 10

  /// What trying all combinations shows: a rule, or that nothing is different; `nil` when they cannot
  /// be tried.
  private var presence: ChangeRule?? {
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
      // Rules about properties that were not there refuse nothing that was sent.
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
