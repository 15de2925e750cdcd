import TypedMediaSchema

/// The words of doc comments: what the snapshot says, and what there is to say where it is silent.
///
/// A comment is a list of lines, of which empty ones part paragraphs.
enum Documentation {
  /// The comment of a request: what the model is, and the rows of its table.
  static func request(to model: ModelSource) -> [String] {
    let name = model.record["label"]?.string.flatMap(oneLine) ?? model.name
    let kind = model.record["type"]?.string.flatMap(oneLine).map { kind in
      ", \("aeiou".contains(kind.first ?? "m") ? "an" : "a") \(kind) model"
    }
    let description = [model.schema["description"], model.record["description"]]
      .compactMap { $0?.string }.first { oneLine($0) != nil }
    let code = ValueText.code(model.name)
    let rows = model.documentationTable.rows.compactMap { label, text in
      oneLine(label).flatMap { label in oneLine(text).map { "- \(label): \($0)" } }
    }
    return paragraphs([
      ["A request to \(name)\(kind ?? "")."], description.map { [$0] } ?? [],
      name == model.name ? [] : ["The model's name is \(code)."], rows,
    ])
  }

  /// The comment of a request with a sample of one after what the model is.
  ///
  /// - Parameters:
  ///   - lines: The comment.
  ///   - sample: An expression; empty where there is none.
  static func request(_ lines: [String], showing sample: String) -> [String] {
    guard !sample.isEmpty else { return lines }
    let end = lines.firstIndex(of: "") ?? lines.endIndex
    let code = ["```swift"] + "let request = \(sample)".split(separator: "\n").map(String.init)
    return lines[..<end] + [""] + code + ["```"] + lines[end...]
  }

  /// The comment of a type: what the schema says, or else what its values are made of.
  static func type(
    _ schema: SchemaView, _ body: TypeBlueprint.Body, named name: String
  ) -> [String] {
    [words(of: schema, besides: name) ?? summary(of: body)]
  }

  private static func summary(of body: TypeBlueprint.Body) -> String {
    switch body {
    case .structure(let properties):
      let stored = properties.filter(\.isStored)
      let named = stored.filter { if case .rest = $0.coding { false } else { true } }
      if stored.isEmpty { return "An object that is always the same." }
      if named.isEmpty { return "An object with members of any name." }
      return "An object with \(list(named.map(\.name), "and"))."
    case .tuple(let places): return "A list of \(list(places.map(\.name), "and"))."
    case .choice(let choices): return combinations(of: choices)
    case .union(let alternatives): return "Either \(list(alternatives.map(\.name), "or"))."
    case .values, .openValues, .alias: return ""
    }
  }

  /// The comment of a property.
  static func property(_ key: String, _ schema: SchemaView) -> [String] {
    paragraphs([[words(of: schema, besides: key) ?? sent(as: key)], sentences(facts(schema))])
  }

  /// The comment of a value that has a place of its own in a list.
  static func place(_ index: Int, of name: String, _ schema: SchemaView) -> [String] {
    let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
    let ordinal =
      index < ordinals.count ? "The \(ordinals[index]) element." : "Element \(index + 1)."
    return paragraphs([[words(of: schema, besides: name) ?? ordinal], sentences(facts(schema))])
  }

  /// What the schema says of itself; `nil` where that is no more than `name`.
  private static func words(of schema: SchemaView, besides name: String) -> String? {
    guard let text = schema.description else { return nil }
    guard schema["description"]?.string.flatMap(oneLine) == nil else { return text }
    // A title often is the name once more, and seldom a sentence.
    if Letters(of: text) == Letters(of: name) { return nil }
    return text.last?.isPunctuation == true ? text : "\(text)."
  }

  /// The comment of the property for several that depend on each other.
  ///
  /// - Parameters:
  ///   - group: Those.
  ///   - name: The words that name the property.
  static func property(for group: PropertyGroups.Group, named name: String) -> [String] {
    let words = Identifier.words(of: name).map { $0.lowercased() }.joined(separator: " ")
    let summary =
      group.isSequence
      ? "The inputs in their order, of which each needs the one before it."
      : words == "input" ? "What the model works on." : "The \(words)."
    let isOneOf = group.choices.allSatisfy { $0.required.count == 1 && $0.optional.isEmpty }
    let keys =
      isOneOf && group.alternatives.isEmpty
      ? list(group.members, "or", most: .max)
      : group.members.map(ValueText.code).joined(separator: ", ")
    return paragraphs([[summary], ["Sent as \(keys)."]])
  }

  /// The comment of the type of a choice between groups of members.
  static func combinations(of choices: [TypeBlueprint.Choice]) -> String {
    let keys = choices.flatMap(\.members).flatMap(\.coding.keys).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let isOneOf = choices.allSatisfy { Set($0.members.flatMap(\.coding.keys)).count == 1 }
    return isOneOf && keys.count > 1
      ? "Either \(list(keys, "or", most: .max))."
      : "The combinations of \(keys.map(ValueText.code).joined(separator: ", ")) that the model takes."
  }

  /// The comment of a case with several values: what is said of the first, and of each of the others.
  static func values(
    _ values: some Sequence<TypeBlueprint.Property>, after first: [String]
  ) -> [String] {
    let items = values.compactMap { value -> String? in
      // The name of the value shows as much.
      if let key = value.coding.path?.last, value.documentation == [sent(as: key)] { return nil }
      return oneLine(value.documentation.joined(separator: " ")).map { "- `\(value.name)`: \($0)" }
    }
    return paragraphs([first, items])
  }

  /// The comment of a case of a union.
  static func alternative(_ schema: SchemaView) -> [String] {
    paragraphs([
      [schema["description"]?.string].compactMap { $0 }, sentences(facts(schema)),
    ])
  }

  /// The comment of one of the values of a list: what the schema says of it, else how it is sent, where
  /// its name does not show that.
  static func value(_ value: JSON, named name: String, described text: String?) -> [String] {
    let spelling = ValueText.text(of: value)
    if let text, oneLine(text) != nil, text != spelling { return [text] }
    let shown = Letters(of: spelling)
    return !shown.isEmpty && Letters(of: name).contain(shown) ? [] : [sent(as: spelling)]
  }

  private static func sent(as text: String) -> String { "Sent as \(ValueText.code(text))." }

  /// Names as code in a row; only the first where there are many.
  private static func list(_ names: [String], _ conjunction: String, most: Int = 6) -> String {
    var items = names.map(ValueText.code)
    if items.count > most {
      items = items.prefix(most - 1) + ["\(items.count - most + 1) others"]
    }
    guard let last = items.popLast() else { return "" }
    return items.isEmpty ? last : "\(items.joined(separator: ", ")) \(conjunction) \(last)"
  }

  private static func sentences(_ facts: [String]) -> [String] {
    facts.isEmpty ? [] : [facts.joined(separator: " ")]
  }

  /// The lines of all that are not empty, with an empty line between two.
  private static func paragraphs(_ paragraphs: [[String]]) -> [String] {
    Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}
