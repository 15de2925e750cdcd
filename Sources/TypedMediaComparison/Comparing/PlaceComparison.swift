import TypedMediaGenerator
import TypedMediaSchema

/// Compares a place that was there before.
struct PlaceComparison {
  let model: String
  let pair: PlacePair

  private var old: Place { pair.old }
  private var new: Place { pair.new }

  /// The changes. A change of the declaration belongs to the finding that caused it; where there is
  /// none, it stands for itself.
  var changes: [Change] {
    var findings = SchemaComparison(pair: pair).findings
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
    case (let old?, let new?): old.rule(becoming: new) ?? (isOfOtherKind ? .swiftTypeChanged : nil)
    case (nil, nil): nil
    case (nil, _?): new.isRequired ? .swiftRequired : nil
    case (_?, nil): .swiftTypeChanged
    }
  }

  /// Tells whether a type has its name still, and is made in another way.
  private var isOfOtherKind: Bool {
    guard let before = old.type?.kindDeclaration, let after = new.type?.kindDeclaration else {
      return false
    }
    return before != after
  }

  /// The lines of the declaration that are different.
  private var declarations: Change.Sides {
    var (before, after) = (old.declaration?.lines ?? [], new.declaration?.lines ?? [])
    if isOfOtherKind, before == after {
      before = [old.type?.kindDeclaration].compactMap { $0 }
      after = [new.type?.kindDeclaration].compactMap { $0 }
    }
    return .init(
      before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
  }

  /// The way that the default is declared, where that is different.
  private var defaults: Change.Sides {
    let (before, after) = (old.defaultDeclaration, new.defaultDeclaration)
    return before == after
      ? .init() : .init([before].compactMap { $0 }, [after].compactMap { $0 })
  }

  private var defaultIsGone: Bool {
    old.defaultDeclaration != nil && new.defaultDeclaration == nil && new.values != nil
  }

  private var values: [Change] {
    guard pair.mayDiffer || old.type != new.type, let before = pair.effectBefore.values,
      let after = pair.effectAfter.values
    else { return [] }
    let isConstant =
      old.declaration == nil && new.declaration == nil && before.count == 1
      && after.count == 1 && before != after
    if isConstant, new.isRequired {
      let wire = Change.Sides([before.listed], [after.listed])
      return [change(.constantChanged, wire: wire, swift: .init())]
    }
    var gone = before.filter { !after.contains($0) }
    var come = after.filter { !before.contains($0) }
    var respelled: [Change] = []
    for value in gone {
      guard let name = old.declaration(of: value),
        let twin = come.first(where: { new.declaration(of: $0) == name })
      else { continue }
      gone.removeAll { $0 == value }
      come.removeAll { $0 == twin }
      respelled.append(
        change(.valueRespelled, wire: .init([value.text()], [twin.text()]), swift: .init()))
    }
    let retired = gone.filter { new.retiredDeclaration(of: $0) != nil }
    return respelled + change(.valueRetired, gone: retired)
      + change(.valueGone, gone: gone.filter { !retired.contains($0) }) + change(come: come)
      + renamed(before, after) + dropped(after) + goneDefault
  }

  /// All values that are gone, in one change.
  private func change(_ rule: ChangeRule, gone: [JSON]) -> [Change] {
    guard !gone.isEmpty else { return [] }
    // A value that other rules refuse may still be declared.
    let declared = gone.compactMap(old.declaration).filter { declaration in
      !gone.contains { new.declaration(of: $0) == declaration }
    }
    return [
      change(
        rule, wire: .init(gone.map { $0.text() }),
        swift: .init(declared, gone.compactMap(new.retiredDeclaration)))
    ]
  }

  /// All values that come, in one change.
  private func change(come: [JSON]) -> [Change] {
    guard !come.isEmpty else { return [] }
    let declared = come.compactMap(new.declaration).filter { declaration in
      !come.contains { old.declaration(of: $0) == declaration }
    }
    return [
      change(
        .valueAdded, wire: .init([], come.map { $0.text() }),
        swift: .init(come.compactMap(old.retiredDeclaration), declared))
    ]
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

  /// Tells whether parameters that both initializers have come in another order.
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

extension TypeBlueprint {
  /// What kind of type it is, where source that makes it depends on that; a list of values may be open
  /// or closed, and is the same to whoever names one.
  fileprivate var kindDeclaration: String? {
    switch body {
    case .structure, .choice: "struct \(name)"
    case .values, .openValues: "enum \(name): CaseIterable"
    case .union: "enum \(name)"
    case .tuple: "struct \(name), of elements"
    case .alias: nil
    }
  }
}
