import TypedMediaGenerator
import TypedMediaSchema

/// Compares a place that was there before.
struct PlaceComparison {
  let model: String
  let old: Place
  let new: Place
  let conditions: ConditionComparison

  /// The changes. A change of the declaration belongs to the finding that caused it; where there is
  /// none, it stands for itself.
  var changes: [Change] {
    var findings = SchemaComparison(old: old, new: new).findings + conditions.findings
    findings.removeAll { $0.rule == .defaultChanged && defaultIsGone }
    var changes: [Change] = []
    var rule = declarationRule
    for finding in findings {
      let isCause = rule != nil && finding.shapesType
      changes.append(change(finding, followedBy: isCause ? rule : nil))
      if isCause { rule = nil }
    }
    if let rule { changes.append(change(rule, wire: .init(), swift: declarations)) }
    return changes + values + parameters
  }

  private func change(_ finding: Finding, followedBy rule: ChangeRule?) -> Change {
    let wire = Change.Sides(finding.before, finding.after)
    guard let rule else {
      let swift = finding.rule == .defaultChanged ? defaults : .init()
      return change(finding.rule, wire: wire, swift: swift)
    }
    return Change(
      model: model, place: new.path.spelling, finding.rule, rule, wire: wire, swift: declarations)
  }

  private func change(_ rule: ChangeRule, wire: Change.Sides, swift: Change.Sides) -> Change {
    Change(model: model, place: new.path.spelling, rule, wire: wire, swift: swift)
  }

  private var declarationRule: ChangeRule? {
    switch (old.declaration, new.declaration) {
    case (let old?, let new?): old.rule(becoming: new)
    case (nil, nil): nil
    case (nil, _?): new.isRequired ? .swiftRequired : nil
    case (_?, nil): .swiftTypeChanged
    }
  }

  /// The lines of the declaration that are different.
  private var declarations: Change.Sides {
    let (before, after) = (old.declaration?.lines ?? [], new.declaration?.lines ?? [])
    return .init(
      before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
  }

  /// How the default is declared, where that is different.
  private var defaults: Change.Sides {
    let (before, after) = (old.defaultDeclaration, new.defaultDeclaration)
    return before == after
      ? .init() : .init([before].compactMap { $0 }, [after].compactMap { $0 })
  }

  private var defaultIsGone: Bool {
    old.defaultDeclaration != nil && new.defaultDeclaration == nil && new.values != nil
  }

  private var values: [Change] {
    guard let before = old.values, let after = new.values else { return [] }
    let isConstant =
      old.declaration == nil && new.declaration == nil && before.count == 1
      && after.count == 1 && before != after
    if isConstant, new.isRequired {
      let wire = Change.Sides([before.listed], [after.listed])
      return [change(.constantChanged, wire: wire, swift: .init())]
    }
    return gone(before, after) + added(before, after) + renamed(before, after) + dropped(after)
      + goneDefault
  }

  private func gone(_ before: [JSON], _ after: [JSON]) -> [Change] {
    before.filter { !after.contains($0) }.map { value in
      let retired = new.retiredDeclaration(of: value)
      return change(
        retired == nil ? .valueGone : .valueRetired, wire: .init([value.text()]),
        swift: .init(
          [old.declaration(of: value)].compactMap { $0 }, [retired].compactMap { $0 }))
    }
  }

  private func added(_ before: [JSON], _ after: [JSON]) -> [Change] {
    after.filter { !before.contains($0) }.map { value in
      change(
        .valueAdded, wire: .init([], [value.text()]),
        swift: .init(
          [old.retiredDeclaration(of: value)].compactMap { $0 },
          [new.declaration(of: value)].compactMap { $0 }))
    }
  }

  private func renamed(_ before: [JSON], _ after: [JSON]) -> [Change] {
    before.filter(after.contains).compactMap { value in
      guard let was = old.declaration(of: value), let becomes = new.declaration(of: value),
        was != becomes
      else { return nil }
      return change(.swiftRenamed, wire: .init(), swift: .init([was], [becomes]))
    }
  }

  private func dropped(_ after: [JSON]) -> [Change] {
    old.retiredValues.filter { !new.retiredValues.contains($0) && !after.contains($0) }
      .compactMap { value in
        old.retiredDeclaration(of: value).map {
          change(.retiredValueDropped, wire: .init(), swift: .init([$0]))
        }
      }
  }

  private var goneDefault: [Change] {
    guard defaultIsGone, let declaration = old.defaultDeclaration else { return [] }
    let before = old.schema["default"].map { "default \($0.text())" }
    let after = new.schema["default"].map { "default \($0.text())" }
    return [
      change(
        .defaultGone, wire: .init([before].compactMap { $0 }, [after].compactMap { $0 }),
        swift: .init([declaration]))
    ]
  }

  /// Whether parameters that both initializers have come in another order.
  private var parameters: [Change] {
    guard let before = old.parameters, let after = new.parameters,
      before.filter(after.contains) != after.filter(before.contains)
    else { return [] }
    func text(_ names: [String]) -> String {
      "init(\(names.map { "\($0):" }.joined()))"
    }
    return [
      change(.swiftParametersReordered, wire: .init(), swift: .init([text(before)], [text(after)]))
    ]
  }
}
