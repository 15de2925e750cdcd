import TypedMediaSchema

extension RetirementNotice {
  /// The notice of something that is gone.
  ///
  /// - Parameters:
  ///   - name: How the service called it.
  ///   - replacementName: What the replacement is called in Swift.
  init(_ retirement: Retirement, of name: String, replacementName: String?) {
    let since = retirement.since.map { ", as of \($0)" } ?? ""
    let use = retirement.replacement.map { "; use `\(ValueText.text(of: $0))`" } ?? ""
    let message = retirement.message.map { " \($0)" } ?? ""
    self.init(
      message: "The service no longer takes `\(name)`\(since)\(use).\(message)",
      replacementName: replacementName)
  }

  /// The notice of a model that is gone; `nil` for one that the service has.
  ///
  /// - Parameter typeName: Names the type of another model, where there is one.
  init?(of model: ModelSource, typeName: (String) -> String?) {
    guard let retirement = model.retirement else { return nil }
    self.init(
      retirement, of: model.name,
      replacementName: retirement.replacement?.string.flatMap(typeName))
  }
}

extension Translator {
  /// The values that are gone, as far as no value of today has their name.
  mutating func retiredValues(
    of schema: SchemaView, besides cases: [TypeBlueprint.Value], named key: String
  ) -> [TypeBlueprint.RetiredValue] {
    let keyword = Retirement.valuesKeyword
    guard let annotation = schema[keyword], let first = cases.first else { return [] }
    guard let entries = annotation.array, entries.allSatisfy({ $0["value"] != nil }) else {
      warn(
        "\"\(keyword)\" has to be a list of objects with a \"value\"; it is ignored", at: schema,
        [keyword])
      return []
    }
    let unit = Unit.name(for: key, stated: schema["x-unit"])
    var taken = Set(cases.map(\.name))
    return entries.enumerated().compactMap { index, entry in
      guard let entry = entry.object, let value = entry["value"] else { return nil }
      let place = schema.pointer.appending(keyword).appending(index)
      let made = Identifier.value(of: value, property: key, unit: unit)
      let name = rename(place) { _ in true } ?? Reserved.member(made)
      guard taken.insert(name).inserted else { return nil }
      let replacement = cases.first { $0.value == entry["replacement"] }?.name
      return TypeBlueprint.RetiredValue(
        name: name, value: value,
        notice: RetirementNotice(
          Retirement(entry), of: ValueText.text(of: value), replacementName: replacement),
        stand: replacement ?? first.name)
    }
  }
}
