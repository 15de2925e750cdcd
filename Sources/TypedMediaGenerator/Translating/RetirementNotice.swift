import TypedMediaSchema

/// What is said in Swift of something that the service has no longer.
package struct RetirementNotice: Hashable, Sendable {
  /// What became of it, and what to use.
  package let message: String
  /// The Swift name to use instead; `nil` where nothing has taken its place.
  package let replacementName: String?

  /// The member of a record or schema that says that the model is gone.
  package static let modelKeyword = "x-retired"
  /// The keyword beside `enum` that lists the values that are gone.
  package static let valuesKeyword = "x-retired-values"

  /// - Parameters:
  ///   - annotation: What the snapshot says: `since`, `replacement` and `message`, none of which has to
  ///     be there.
  ///   - name: How the service called it.
  ///   - replacementName: What the replacement is called in Swift.
  init(_ annotation: JSONObject, of name: String, replacementName: String?) {
    let since = annotation["since"]?.string.map { ", as of \($0)" } ?? ""
    let use = annotation["replacement"].map { "; use `\(Literal.text($0))`" } ?? ""
    let message = annotation["message"]?.string.map { " \($0)" } ?? ""
    self.message = "The service no longer takes `\(name)`\(since)\(use).\(message)"
    self.replacementName = replacementName
  }
}

extension RetirementNotice {
  /// The notice of a model that is gone; `nil` for one that the service has.
  ///
  /// - Parameter typeName: Names the type of another model, where there is one.
  init?(of model: ModelSource, typeName: (String) -> String?) {
    guard let annotation = model.document.value[Self.modelKeyword]?.object else { return nil }
    self.init(
      annotation, of: model.name,
      replacementName: annotation["replacement"]?.string.flatMap(typeName))
  }

  /// What is wrong with the annotation of a model; `nil` when nothing is.
  static func problem(in model: ModelSource) -> Diagnostic? {
    guard let annotation = model.document.value[modelKeyword], annotation.object == nil else {
      return nil
    }
    return Diagnostic(
      .warning,
      """
      "\(modelKeyword)" has to be an object, such as \
      {"since": "2026-11-21", "replacement": "another-model"}; it is ignored
      """,
      path: model.file.path,
      position: model.document.position(of: JSONPointer(tokens: [modelKeyword])))
  }
}

extension Translator {
  /// The values that are gone, as far as no value of today has their name.
  mutating func retiredValues(
    of schema: SchemaView, besides cases: [TypeBlueprint.Value], named key: String
  ) -> [TypeBlueprint.RetiredValue] {
    let keyword = RetirementNotice.valuesKeyword
    guard let annotation = schema[keyword], let first = cases.first else { return [] }
    guard let entries = annotation.array, entries.allSatisfy({ $0["value"] != nil }) else {
      warn(
        "\"\(keyword)\" has to be a list of objects with a \"value\"; it is ignored", at: schema,
        [keyword])
      return []
    }
    let unit = Documentation.unit(of: key, stated: schema["x-unit"])
    var taken = Set(cases.map(\.name) + ["default"])
    return entries.enumerated().compactMap { index, entry in
      guard let entry = entry.object, let value = entry["value"] else { return nil }
      let place = schema.pointer.appending(keyword).appending(index)
      let made = Identifier.value(of: value, property: key, unit: unit)
      let name = rename(place) { _ in true } ?? Reserved.member(made)
      guard taken.insert(name).inserted else { return nil }
      let replacement = cases.first { $0.value == entry["replacement"] }?.name
      return TypeBlueprint.RetiredValue(
        name: name, value: value,
        notice: RetirementNotice(entry, of: Literal.text(value), replacementName: replacement),
        stand: replacement ?? first.name)
    }
  }
}
