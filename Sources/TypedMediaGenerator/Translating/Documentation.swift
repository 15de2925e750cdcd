import TypedMediaSchema

/// The words of doc comments: what the schema says, and its facts as sentences.
///
/// A comment is a list of lines, of which empty ones part paragraphs.
enum Documentation {
  static func request(to model: ModelSource) -> [String] {
    let record = model.record
    let label = record["label"]?.string
    let kind = record["type"]?.string.map { "\($0) model" } ?? "model"
    let article = "aeiou".contains(kind.first ?? "m") ? "an" : "a"
    let maker = record["provider"]?.string.map { " of \($0)" } ?? ""
    var facts = ["The model's name is `\(model.name)`."]
    if let cost = record["base_cost"], !cost.isNull {
      facts.append("Its base cost is \(cost.text()).")
    }
    let plans = texts(record["required_plans"])
    if !plans.isEmpty { facts.append("Plans that may use it: \(plans.joined(separator: ", ")).") }
    let countries = texts(record["restricted_countries"])
    if !countries.isEmpty {
      facts.append("Not available in: \(countries.joined(separator: ", ")).")
    }
    let tags = texts(record["tags"])
    if !tags.isEmpty { facts.append("Tags: \(tags.joined(separator: ", ")).") }
    let summary = "A request to \(label ?? model.name), \(article) \(kind)\(maker)."
    let text = model.schema["description"] ?? record["description"]
    let description = text?.string.map { ["", $0] } ?? []
    return [summary] + description + ["", facts.joined(separator: " ")]
  }

  static func object(_ schema: SchemaView, named name: String) -> [String] {
    [schema.description ?? "The members of \(name)."]
  }

  static func property(_ key: String, _ schema: SchemaView, setting: JSON?) -> [String] {
    let label = setting?["label"]?.string.map { "\($0)." }
    let summary = schema.description ?? label ?? "Sent as `\(key)`."
    let facts = facts(schema, affectsCost: setting?["affects_cost"]?.bool)
    return [summary] + (facts.isEmpty ? [] : ["", facts.joined(separator: " ")])
  }

  static func alternative(_ schema: SchemaView) -> [String] {
    let facts = facts(schema, affectsCost: nil)
    let text = [schema["description"]?.string].compactMap { $0 }
    return text + (text.isEmpty || facts.isEmpty ? [] : [""])
      + (facts.isEmpty ? [] : [facts.joined(separator: " ")])
  }

  /// What a number counts: the schema's `x-unit`, else what the name says; `nil` where neither tells.
  ///
  /// What a description says of it counts for nothing: names would change with a sentence.
  ///
  /// - Parameter stated: The `x-unit`.
  static func unit(of key: String, stated: JSON?) -> String? {
    if let unit = stated?.string { return unit }
    let words = Identifier.words(of: key).map { $0.lowercased() }
    if words.contains("seconds") || words.last == "s" { return "seconds" }
    return words.contains("milliseconds") || words.last == "ms" ? "milliseconds" : nil
  }

  private static func facts(_ schema: SchemaView, affectsCost: Bool?) -> [String] {
    var facts: [String] = []
    let values = schema["enum"]?.array ?? []
    if (2...24).contains(values.count) {
      facts.append("One of \(Literal.texts(values).map { "`\($0)`" }.joined(separator: ", ")).")
    }
    facts += range(
      schema, from: "minimum", above: "exclusiveMinimum", to: "maximum", below: "exclusiveMaximum")
    if let step = schema["multipleOf"] { facts.append("A multiple of \(step.text()).") }
    facts += count(schema, least: "minLength", most: "maxLength", of: "character")
    if schema["maxItems"]?.int != 1 {
      facts += count(schema, least: "minItems", most: "maxItems", of: "element")
    }
    if schema["uniqueItems"]?.bool == true { facts.append("No element twice.") }
    if let pattern = schema["pattern"]?.string, !pattern.isEmpty {
      facts.append("Matches `\(pattern)`.")
    }
    if let value = schema["default"], !value.isNull {
      let text = Literal.texts(values + [value]).last ?? ""
      facts.append("The service's default is \(text.isEmpty ? "an empty text" : "`\(text)`").")
    }
    if schema["deprecated"]?.bool == true { facts.append("Deprecated by the service.") }
    switch affectsCost {
    case true?: facts.append("It affects the cost.")
    case false?: facts.append("It does not affect the cost.")
    case nil: break
    }
    return facts
  }

  private static func range(
    _ schema: SchemaView, from: String, above: String, to: String, below: String
  ) -> [String] {
    let low = schema[from].map { "from \($0.text())" } ?? schema[above].map { "above \($0.text())" }
    let high = schema[to].map { "\($0.text())" }
    let open = schema[below].map { "below \($0.text())" }
    let words = [low, high.map { low == nil ? "at most \($0)" : "to \($0)" }, open].compactMap {
      $0
    }
    return words.isEmpty ? [] : [Identifier.sentence(words.joined(separator: " "))]
  }

  private static func count(
    _ schema: SchemaView, least: String, most: String, of unit: String
  ) -> [String] {
    let low = schema[least]?.int.flatMap { $0 > 0 ? $0 : nil }
    func counted(_ number: Int) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
    switch (low, schema[most]?.int) {
    case (nil, nil): return []
    case (let low?, nil): return ["At least \(counted(low))."]
    case (nil, let high?): return ["At most \(counted(high))."]
    case (let low?, let high?):
      return [low == high ? "\(counted(low))." : "From \(low) to \(counted(high))."]
    }
  }

  private static func texts(_ json: JSON?) -> [String] { json?.array?.compactMap(\.string) ?? [] }
}

extension Identifier {
  /// `words` as a sentence.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
