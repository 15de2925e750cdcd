import TypedMedia

extension FormRenderer {
  func allMembers(_ part: FormPart) -> [HTML] {
    controls(part.field.fields, under: part.name, isDemanded: part.isDemanded)
  }

  /// The members of an object of which one is set, each with a button that picks it.
  func members(_ part: FormPart) -> [HTML] {
    part.field.fields.map { field in
      let member = FormPart(
        field: field, name: part.name.appending(field.wireName), label: field.label)
      return option(
        member, value: field.wireName, of: part.name.only, isDemanded: part.isDemanded)
    }
  }

  /// The kinds of which a value may be any, each with a button that picks it.
  func alternatives(_ part: FormPart) -> [HTML] {
    part.field.alternatives.enumerated().map { index, field in
      let label = field.label == part.field.label ? field.kind.phrase : field.label
      let alternative = FormPart(field: field, name: part.name.alternative(index), label: label)
      return option(
        alternative, value: String(index), of: part.name.kind, isDemanded: part.isDemanded)
    }
  }

  private func option(
    _ part: FormPart, value: String, of name: ControlName, isDemanded: Bool
  ) -> HTML {
    let button = HTML(
      "input",
      [
        "type": "radio", "name": name.text, "value": value, "aria-label": "Use \(part.label)",
        "required": isDemanded.flag, "checked": (values.text(name) == value).flag,
      ])
    return HTML("div", ["class": "option"], [button, self.part(part)])
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
    let rows = indices.enumerated().map { position, index in
      self.part(
        FormPart(
          field: element, name: part.name.appending(index), label: "\(part.label) \(position + 1)",
          isRequired: position < minimum, isDemanded: part.isDemanded && position < minimum))
    }
    let shown = rows.prefix(filled.count + open)
    guard folded > 0 else { return Array(shown) }
    let more = HTML("details", [:], [HTML("summary", [:], "More")] + rows.dropFirst(shown.count))
    return shown + [more]
  }

  private static var mostBlankRows: Int { 8 }
}
