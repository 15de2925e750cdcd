import TypedMedia

extension FormRenderer {
  func allMembers(_ part: FormPart) -> [HTML] {
    controls(
      part.field.fields, under: part.name, isDemanded: part.isDemanded,
      mayBeHidden: part.mayBeHidden)
  }

  /// The members of an object of which one is set, of which one is shown.
  func members(_ part: FormPart) -> [HTML] {
    let members = part.field.fields.map { field in
      let name = part.name.appending(field.wireName)
      return (
        field.wireName,
        FormPart(
          field: field, name: name, label: field.title, mayBeHidden: true,
          siblings: part.field.fields)
      )
    }
    return options(members, of: part.name.only, isDemanded: part.isDemanded)
  }

  /// The kinds of which a value may be any, of which one is shown.
  func alternatives(_ part: FormPart) -> [HTML] {
    let kinds = part.field.alternatives.enumerated().map { index, field in
      let label = field.label == part.field.label ? field.kind.phrase : field.label
      return (
        String(index),
        FormPart(
          field: field, name: part.name.alternative(index), label: label, mayBeHidden: true)
      )
    }
    return options(kinds, of: part.name.kind, isDemanded: part.isDemanded)
  }

  /// Buttons of which one is picked, each with the part that is shown when it is.
  private func options(
    _ options: [(value: String, part: FormPart)], of name: ControlName, isDemanded: Bool
  ) -> [HTML] {
    let filled = options.first { values.isFilled($0.part.name) }?.value
    let isKnown = options.contains { $0.value == values.text(name) }
    // Where none is picked, one that has to be there is shown, and one that need not be is not.
    let fallback = isDemanded ? options.first?.value : ""
    let picked = isKnown ? values.text(name) : values[name.text] ?? filled ?? fallback
    func button(_ value: String, _ title: [HTML]) -> HTML {
      let button = HTML(
        "input",
        [
          "type": "radio", "name": name.text, "value": value, "checked": (value == picked).flag,
        ])
      return HTML("label", ["class": "pick"], [button] + title)
    }
    var items = options.map { value, part in
      HTML("div", ["class": "option"], [button(value, part.title), untitledPart(part)])
    }
    if !isDemanded {
      items.insert(HTML("div", ["class": "option"], [button("", [HTML("None")])]), at: 0)
    }
    return [HTML("div", ["class": "options"], items)]
  }

  /// The rows of a list: those that are filled in and one more, then some that are folded away.
  func rows(_ part: FormPart) -> [HTML] {
    guard let element = part.field.element else { return [] }
    let filled = values.indices(under: part.name)
    let fresh = ((filled.last ?? -1) + 1)...
    let minimum = min(part.field.count.minimum ?? 0, Self.mostBlankRows)
    let room = max(0, (part.field.count.maximum ?? .max) - filled.count)
    let open = min(room, max(1, minimum - filled.count))
    let folded = min(room - open, Self.mostBlankRows)
    let indices = filled + fresh.prefix(open + folded)
    let shown = filled.count + open
    let rows = indices.enumerated().map { position, index in
      let row = FormPart(
        field: element, name: part.name.appending(index),
        label: part.field.label(ofRow: position), isRequired: position < minimum,
        isDemanded: part.isDemanded && position < minimum,
        mayBeHidden: part.mayBeHidden || position >= shown)
      return part.field.isSingleRow && indices.count == 1 ? untitledPart(row) : self.part(row)
    }
    guard folded > 0 else { return rows }
    let more = HTML("details", [:], [HTML("summary", [:], "More")] + rows.dropFirst(shown))
    return rows.prefix(shown) + [more]
  }

  private static var mostBlankRows: Int { 8 }
}
