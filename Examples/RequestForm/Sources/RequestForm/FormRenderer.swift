import TypedMedia

/// Turns fields into HTML, with what the form says now and what is wrong with it.
struct FormRenderer {
  let values: FormValues
  let problems: [String: [String]]

  init(values: FormValues, problems: [FormProblem]) {
    self.values = values
    self.problems = Dictionary(grouping: problems, by: \.name).mapValues { $0.map(\.message) }
  }

  /// The controls of all `fields`.
  ///
  /// - Parameters:
  ///   - isDemanded: Whether the browser may insist on what is required: it may not inside of what
  ///     can be left out as a whole.
  ///   - mayBeHidden: Whether the form may hide them.
  func controls(
    _ fields: [RequestField], under name: ControlName, isDemanded: Bool = true,
    mayBeHidden: Bool = false
  ) -> [HTML] {
    fields.map { field in
      part(
        FormPart(
          field: field, name: name.appending(field.wireName), label: field.title,
          isRequired: field.isRequired,
          isDemanded: isDemanded && field.isRequired && !mayBeHidden, mayBeHidden: mayBeHidden,
          siblings: fields))
    }
  }

  /// One field: a control, or a group of them.
  func part(_ part: FormPart) -> HTML {
    guard let content = content(part) else {
      let label = HTML("label", ["for": part.name.identifier], part.title)
      let isBox = isBox(part)
      return HTML(
        "div", ["class": isBox ? part.style + " check" : part.style],
        (isBox ? [control(part), label] : [label, control(part)]) + notes(part))
    }
    return HTML(
      "fieldset",
      [
        "id": part.name.identifier, "class": part.style,
        "aria-describedby": describedBy(part),
      ],
      [HTML("legend", [:], part.title)] + notes(part) + content)
  }

  /// One field without its title, which stands beside it already.
  func untitledPart(_ part: FormPart) -> HTML {
    guard let content = content(part) else {
      let label = HTML("label", ["for": part.name.identifier, "class": "spoken"], part.label)
      return HTML("div", ["class": "chosen"], [label, control(part)] + notes(part))
    }
    return HTML(
      "div",
      [
        "id": part.name.identifier, "class": "chosen", "role": "group", "aria-label": part.label,
        "aria-describedby": describedBy(part),
      ],
      notes(part) + content)
  }

  /// What a group consists of; `nil` for a control.
  private func content(_ part: FormPart) -> [HTML]? {
    if part.field.isWrittenAsJSON { return nil }
    return switch part.field.kind {
    case .object: part.field.isExclusive ? members(part) : allMembers(part)
    case .list: rows(part)
    case .alternatives: alternatives(part)
    default: nil
    }
  }

  /// What is to be known of a field, what is wrong with it, and the way to say `null`.
  private func notes(_ part: FormPart) -> [HTML] {
    var notes: [HTML] = []
    let facts = part.facts
    if !facts.isEmpty {
      notes.append(HTML("small", ["id": part.hintIdentifier], facts.joined(separator: " ")))
    }
    if let messages = problems[part.name.text] {
      notes.append(
        HTML(
          "p", ["class": "problem", "id": part.problemIdentifier], messages.joined(separator: " ")))
    }
    if part.field.isNullable {
      let box = HTML(
        "input",
        [
          "type": "checkbox", "name": part.name.null.text, "value": "on",
          "checked": (values.text(part.name.null) != nil).flag,
        ])
      notes.append(HTML("label", ["class": "null"], [box, HTML(" send null")]))
    }
    return notes
  }

  /// The places of the notes that a screen reader reads with the control.
  func describedBy(_ part: FormPart) -> String? {
    let hint = part.facts.isEmpty ? nil : part.hintIdentifier
    let problem = problems[part.name.text] == nil ? nil : part.problemIdentifier
    let identifiers = [hint, problem].compactMap { $0 }
    return identifiers.isEmpty ? nil : identifiers.joined(separator: " ")
  }
}
