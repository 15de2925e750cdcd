import TypedMedia

extension FormRenderer {
  /// The control of a single value.
  func control(_ part: FormPart) -> HTML {
    let field = part.field
    if field.isWrittenAsJSON { return area(part, isCode: true) }
    return switch field.kind {
    case .choice: choice(part)
    case .boolean: boolean(part)
    case .integer, .number: number(part)
    case .date: date(part)
    case .url:
      input(part, type: part.mayBeHidden ? "text" : "url", placeholder: "https://", mode: "url")
    case .uuid: input(part, type: "text", pattern: Self.uuid)
    default: isLong(part) ? area(part, isCode: false) : input(part, type: "text")
    }
  }

  /// Whether a text wants more than a line: it may be long, or it is what the request is about.
  private func isLong(_ part: FormPart) -> Bool {
    if values[part.name.text]?.contains("\n") == true { return true }
    guard part.field.pattern == nil else { return false }
    return part.field.length.maximum.map { $0 > 200 } ?? part.isDemanded
  }

  private func input(
    _ part: FormPart, type: String, pattern: String? = nil, placeholder: String? = nil,
    mode: String? = nil
  ) -> HTML {
    let pattern = pattern ?? part.field.pattern.map(Self.anywhere)
    return element(
      "input", part,
      [
        "type": type, "value": values[part.name.text], "placeholder": placeholder,
        "inputmode": mode, "minlength": part.shortest,
        "maxlength": part.field.length.maximum.map(String.init),
        "pattern": part.mayBeHidden ? nil : pattern,
      ])
  }

  private func area(_ part: FormPart, isCode: Bool) -> HTML {
    element(
      "textarea", part,
      [
        "rows": "4", "class": isCode ? "code" : nil, "placeholder": isCode ? "JSON" : nil,
        "minlength": isCode ? nil : part.shortest,
        "maxlength": isCode ? nil : part.field.length.maximum.map(String.init),
      ],
      // A browser drops the first line break of a text area.
      [HTML("\n" + (values[part.name.text] ?? ""))])
  }

  private func number(_ part: FormPart) -> HTML {
    let field = part.field
    let text = values[part.name.text]
    // A control for numbers shows nothing else, and the user is to see what is refused.
    let number = text.flatMap { JSONNumber(formText: $0) }
    let isNumber = !part.mayBeHidden && (number != nil || text?.isEmpty ?? true)
    // A browser counts steps from the value, too, and would refuse its correction.
    let step = field.stepOfControl.flatMap { number?.isMultiple(of: $0) == false ? nil : $0 }
    return element(
      "input", part,
      [
        "type": isNumber ? "number" : "text", "value": text, "min": field.lowest?.text,
        "max": field.highest?.text, "step": step?.text ?? "any",
        "inputmode": field.kind == .integer ? "numeric" : "decimal",
      ])
  }

  private func date(_ part: FormPart) -> HTML {
    let text = values[part.name.text] ?? ""
    let local = part.mayBeHidden ? nil : DateText.control(text)
    return element(
      "input", part,
      [
        "type": local == nil ? "text" : "datetime-local", "value": local ?? text,
        "step": local == nil ? nil : "any",
        "placeholder": local == nil ? "2030-01-31T12:00Z" : nil,
      ])
  }

  /// Whether the control is a box, which stands before its label.
  func isBox(_ part: FormPart) -> Bool {
    part.field.kind == .boolean && (part.isDemanded || values.text(part.name) != nil)
  }

  /// A box where the form says yes or no; else a list that leaves it to the service as well.
  private func boolean(_ part: FormPart) -> HTML {
    let text = values.text(part.name)
    guard isBox(part) else {
      return select(part, [("true", "Yes"), ("false", "No")])
    }
    var free = part
    // A box that is demanded would have to be checked.
    free.isDemanded = false
    let isChecked = text == "true" || text == "on"
    let box = element(
      "input", free, ["type": "checkbox", "value": "true", "checked": isChecked.flag])
    // A box that is not checked submits nothing, so that what is in front of it counts.
    let off = HTML("input", ["type": "hidden", "name": part.name.text, "value": "false"])
    return HTML("span", ["class": "box"], [off, box])
  }

  private func choice(_ part: FormPart) -> HTML {
    let texts = ChoiceTexts(part.field.values).pairs.map { (text: $0.text, label: $0.text) }
    return select(part, texts)
  }

  private func select(_ part: FormPart, _ choices: [(text: String, label: String)]) -> HTML {
    let text = values.text(part.name)
    var choices = choices
    if let text, !choices.contains(where: { $0.text == text }) { choices.append((text, text)) }
    var options = choices.map { choice in
      HTML("option", ["value": choice.text, "selected": (choice.text == text).flag], choice.label)
    }
    if !part.isDemanded || text == nil {
      options.insert(
        HTML("option", ["value": ""], part.isDemanded ? "Choose…" : "Left to the service"), at: 0)
    }
    return element("select", part, [:], options)
  }

  /// A control with what every control has.
  private func element(
    _ element: StaticString, _ part: FormPart, _ attributes: HTML.Attributes, _ content: [HTML] = []
  ) -> HTML {
    let own: HTML.Attributes = ["id": part.name.identifier, "name": part.name.text]
    let state: HTML.Attributes = [
      "required": part.isDemanded.flag, "aria-describedby": describedBy(part),
      "aria-invalid": problems[part.name.text].map { _ in "true" },
    ]
    return HTML(element, own + attributes + state, content)
  }

  /// A schema's pattern may match anywhere in the text, a form's has to match all of it.
  private static func anywhere(_ pattern: String) -> String { "[\\s\\S]*(?:\(pattern))[\\s\\S]*" }

  private static var uuid: String { "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}" }
}

extension FormPart {
  /// The fewest characters that the browser may ask for; `nil` for any.
  fileprivate var shortest: String? {
    mayBeHidden ? nil : field.length.minimum.map(String.init)
  }
}

extension RequestField {
  /// What a control counts in; `nil` for no steps.
  fileprivate var stepOfControl: JSONNumber? { step ?? (kind == .integer ? 1 : nil) }

  /// The least number that a control may offer; `nil` where a control would refuse what is allowed.
  ///
  /// A browser counts steps from the minimum, and a schema from zero.
  fileprivate var lowest: JSONNumber? {
    guard let minimum = bound(range.minimum, isExcluded: excludesMinimum, inward: 1) else {
      return nil
    }
    return stepOfControl.map(minimum.isMultiple) ?? true ? minimum : nil
  }

  /// The largest number that a control may offer.
  fileprivate var highest: JSONNumber? {
    bound(range.maximum, isExcluded: excludesMaximum, inward: -1)
  }

  /// A control has no ends that are excluded: a whole number's is the next, and another's is none.
  private func bound(_ end: JSONNumber?, isExcluded: Bool, inward: Int) -> JSONNumber? {
    guard isExcluded else { return end }
    guard kind == .integer, let end = end?.int else { return nil }
    let (next, isTooFar) = end.addingReportingOverflow(inward)
    return isTooFar ? nil : JSONNumber(next)
  }
}
