import TypedMedia

/// Turns a body into what a form says that stands for it.
struct FormFiller {
  private(set) var values = FormValues()

  mutating func fill(_ fields: [RequestField], from object: JSONObject, under name: ControlName) {
    for field in fields {
      guard let value = object[field.wireName] else { continue }
      fill(field, with: value, at: name.appending(field.wireName))
    }
  }

  private mutating func fill(_ field: RequestField, with value: JSON, at name: ControlName) {
    if value.isNull, field.isNullable { return append(name.null, "on") }
    if field.isWrittenAsJSON { return append(name, value.text(.indented)) }
    switch field.kind {
    case .choice: append(name, ChoiceTexts(field.values).text(of: value))
    case .list: fillElements(of: field, with: value.array ?? [], at: name)
    case .object:
      let object = value.object ?? [:]
      if field.isExclusive, let only = object.first, object.count == 1 {
        append(name.only, only.key)
      }
      fill(field.fields, from: object, under: name)
    case .alternatives:
      guard let index = field.alternatives.firstIndex(where: { $0.takes(value) }) else { return }
      append(name.kind, String(index))
      fill(field.alternatives[index], with: value, at: name.alternative(index))
    default: append(name, value.string ?? value.text())
    }
  }

  private mutating func fillElements(
    of field: RequestField, with elements: [JSON], at name: ControlName
  ) {
    guard let element = field.element else { return }
    for (index, value) in elements.enumerated() {
      fill(element, with: value, at: name.appending(index))
    }
  }

  private mutating func append(_ name: ControlName, _ value: String) {
    values.append(.init(name: name.text, value: value))
  }
}
