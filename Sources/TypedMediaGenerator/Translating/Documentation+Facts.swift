import TypedMediaSchema

extension Documentation {
  /// What a schema asks of a value, and what it notes, as sentences.
  static func facts(_ schema: SchemaView) -> [String] {
    var facts: [String] = []
    let values = schema["enum"]?.array ?? []
    if (2...24).contains(values.count) { facts.append("One of \(ValueText.list(of: values)).") }
    facts += range(
      schema, from: "minimum", above: "exclusiveMinimum", to: "maximum", below: "exclusiveMaximum")
    if let step = schema["multipleOf"] { facts.append("A multiple of \(step.text()).") }
    facts += count(schema, least: "minLength", most: "maxLength", of: "character")
    if schema["maxItems"]?.int != 1 {
      facts += count(schema, least: "minItems", most: "maxItems", of: "element")
    }
    if schema["uniqueItems"]?.bool == true { facts.append("No element twice.") }
    if let pattern = schema["pattern"]?.string, !pattern.isEmpty {
      facts.append("Matches \(ValueText.code(pattern)).")
    }
    if let value = schema["default"], !value.isNull {
      let text = ValueText.texts(of: values + [value]).last ?? ""
      facts.append("The service's default is \(ValueText.code(text)).")
    }
    if schema["deprecated"]?.bool == true { facts.append("Deprecated by the service.") }
    return facts + notes(of: schema)
  }

  /// What the snapshot notes beside the schema's keywords.
  private static func notes(of schema: SchemaView) -> [String] {
    let notes = schema[DocumentationTable.notesKeyword]
    return (notes?.array ?? [notes].compactMap { $0 }).compactMap(\.string).filter { !$0.isEmpty }
  }

  private static func range(
    _ schema: SchemaView, from: String, above: String, to: String, below: String
  ) -> [String] {
    let isOpen = schema[to] == nil && schema[below] == nil
    let low =
      schema[from].map { "\(isOpen ? "at least" : "from") \($0.text())" }
      ?? schema[above].map { "above \($0.text())" }
    let high = schema[to].map { "\(low == nil ? "at most" : "to") \($0.text())" }
    let end = schema[below].map { "below \($0.text())" }
    let words = [low, high, end].compactMap { $0 }.joined(separator: " ")
    return words.isEmpty ? [] : ["\(words.prefix(1).uppercased())\(words.dropFirst())."]
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
      return [low == high ? "Exactly \(counted(low))." : "From \(low) to \(counted(high))."]
    }
  }
}
