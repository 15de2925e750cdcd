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
    var facts = [field.summary.map { $0.last?.isPunctuation == true ? $0 : $0 + "." }]
    facts.append(range)
    facts.append(field.step.map { "A multiple of \($0)." })
    facts.append(Self.amount(field.length, "character"))
    facts.append(field.pattern.map { "Matches \($0)." })
    facts.append(Self.amount(field.count, "element"))
    facts.append(field.kind == .date ? "In UTC." : nil)
    facts.append(field.defaultValue.map { "The default is \($0.string ?? $0.text())." })
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
