import TypedMedia

/// A field at its place in a form.
struct FormPart {
  let field: RequestField
  let name: ControlName
  let label: String
  /// Whether it has to be there when what it is in is there.
  var isRequired = false
  /// Whether the browser may insist on a value.
  var isDemanded = false
  /// Whether the form may hide it. A browser cannot point at what is hidden, so that nothing would
  /// be sent and nobody told why: there it may insist on nothing.
  var mayBeHidden = false
  /// The fields beside it.
  var siblings: [RequestField] = []

  var hintIdentifier: String { name.identifier + "~hint" }
  var problemIdentifier: String { name.identifier + "~problem" }

  /// The classes for the style sheet.
  var style: String { field.isDeprecated ? "field deprecated" : "field" }

  /// The label, with the unit and the marks.
  var title: [HTML] {
    var title = [HTML(field.unit.map { "\(label) (\($0))" } ?? label)]
    if isRequired {
      title.append(HTML("span", ["class": "mark required"], "required"))
    }
    if field.affectsCost == true {
      title.append(HTML("span", ["class": "mark cost"], "affects the price"))
    }
    if field.isDeprecated {
      title.append(HTML("span", ["class": "mark deprecated"], "deprecated"))
    }
    return title
  }

  /// What the schema says, in sentences.
  var facts: [String] {
    let summary = HelpText.summary(of: field, among: siblings)
    var facts = [summary]
    if let needs = HelpText.needs(of: field, among: siblings), summary?.contains(needs) != true {
      facts.append(needs)
    }
    facts.append(range)
    facts.append(field.step.map { "A multiple of \($0)." })
    facts.append(Self.amount(field.length, "character"))
    // People know what an address looks like, and would have to learn what a pattern does.
    facts.append(field.kind == .url ? nil : field.pattern.map { "Matches \($0)." })
    facts.append(field.isSingleRow ? nil : Self.amount(field.count, "element"))
    facts.append(field.kind == .date ? "In UTC." : nil)
    facts.append(field.defaultValue.map { "The default is \(Self.words(for: $0))." })
    return facts.compactMap { $0 }
  }

  private var range: String? {
    let (minimum, maximum) = (field.range.minimum, field.range.maximum)
    if let minimum, let maximum, !field.excludesMinimum, !field.excludesMaximum {
      return "From \(minimum) to \(maximum)."
    }
    let low = minimum.map { field.excludesMinimum ? "more than \($0)" : "at least \($0)" }
    let high = maximum.map { field.excludesMaximum ? "less than \($0)" : "at most \($0)" }
    let ends = [low, high].compactMap { $0 }.joined(separator: " and ")
    return ends.isEmpty ? nil : ends.prefix(1).uppercased() + ends.dropFirst() + "."
  }

  private static func words(for value: JSON) -> String {
    switch value {
    case .bool(let isOn): isOn ? "yes" : "no"
    case .null: "none"
    case .array([]): "an empty list"
    default: value.string ?? value.text()
    }
  }

  private static func amount(_ bounds: RequestField.Bounds<Int>, _ noun: String) -> String? {
    func counted(_ count: Int) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
    switch (bounds.minimum.flatMap { $0 > 0 ? $0 : nil }, bounds.maximum) {
    case (let low?, let high?) where low == high: return "Exactly \(counted(low))."
    case (let low?, let high?): return "From \(low) to \(counted(high))."
    case (let low?, nil): return "At least \(counted(low))."
    case (nil, let high?): return "At most \(counted(high))."
    case (nil, nil): return nil
    }
  }
}

extension RequestField.Kind {
  /// What people call a value of this kind.
  var phrase: String {
    switch self {
    case .text: "Text"
    case .url: "Address"
    case .date: "Date and time"
    case .uuid: "UUID"
    case .integer: "Whole number"
    case .number: "Number"
    case .boolean: "Yes or no"
    case .choice: "One of a choice"
    case .list: "List"
    case .object: "Object"
    case .alternatives: "One of several kinds"
    case .json: "JSON"
    }
  }
}
