import TypedMedia

/// Turns what was filled in into a body.
///
/// It judges nothing that the schema judges: what is no number where one is expected is read as the
/// text that it is.
struct FormReader {
  let values: FormValues
  private(set) var problems: [FormProblem] = []
  /// The control of each place in the body, also of places that were left out.
  private(set) var places: [JSONPointer: ControlName] = [:]
  /// The controls in the order of the form.
  private(set) var order: [ControlName] = []
  /// The labels of what is there and needs the place, which is left out.
  private(set) var needers: [JSONPointer: [String]] = [:]

  init(values: FormValues) { self.values = values }

  mutating func members(
    _ fields: [RequestField], under name: ControlName, at place: JSONPointer
  ) -> JSONObject {
    var object = JSONObject()
    for field in fields {
      object[field.wireName] = value(
        field, at: name.appending(field.wireName), place.appending(field.wireName))
    }
    for field in fields where object.contains(field.wireName) {
      for need in field.needs where !object.contains(need) {
        needers[place.appending(need), default: []].append(field.label)
      }
    }
    return object
  }

  private mutating func value(
    _ field: RequestField, at name: ControlName, _ place: JSONPointer
  ) -> JSON? {
    places[place] = name
    order.append(name)
    if field.isNullable, values.text(name.null) != nil { return .null }
    if field.isWrittenAsJSON { return values.text(name).map { json($0, at: name) } }
    switch field.kind {
    case .list: return list(field, at: name, place)
    case .object: return object(field, at: name, place)
    case .alternatives: return alternative(field, at: name, place)
    default: return values.text(name).map { scalar($0, field, at: name) }
    }
  }

  private mutating func scalar(
    _ text: String, _ field: RequestField, at name: ControlName
  ) -> JSON {
    switch field.kind {
    case .choice: return ChoiceTexts(field.values).value(of: text)
    case .date: return .string(DateText.completing(text))
    case .integer, .number:
      if let number = JSONNumber(formText: text) { return .number(number) }
      return refuse(text, "a number", at: name)
    case .boolean:
      switch text {
      case "true", "on": return true
      case "false": return false
      default: return refuse(text, "true or false", at: name)
      }
    default: return .string(text)
    }
  }

  private mutating func json(_ text: String, at name: ControlName) -> JSON {
    do {
      return try JSON(parsing: text)
    } catch {
      problems.append(FormProblem(name: name.text, message: "Is no valid JSON: \(error)."))
      return .string(text)
    }
  }

  /// Rows that are blank are left out, and the rest moves up.
  private mutating func list(
    _ field: RequestField, at name: ControlName, _ place: JSONPointer
  ) -> JSON? {
    guard let element = field.element else { return nil }
    var elements: [JSON] = []
    for index in values.indices(under: name) {
      let row = value(element, at: name.appending(index), place.appending(elements.count))
      guard let row, row != [:] else { continue }
      elements.append(row)
    }
    return elements.isEmpty && !field.isRequired ? nil : .array(elements)
  }

  private mutating func object(
    _ field: RequestField, at name: ControlName, _ place: JSONPointer
  ) -> JSON? {
    var members = members(field.fields, under: name, at: place)
    if field.isExclusive, let only = values[name.only.text] {
      if let member = members[only] {
        members = [only: member]
      } else if let picked = field.fields.first(where: { $0.wireName == only }) {
        // What is filled in elsewhere is not seen by who picked this.
        members = [:]
        problems.append(
          FormProblem(name: name.appending(picked.wireName).text, message: "Is missing."))
      } else if only.isEmpty {
        members = [:]
      }
    }
    return members.isEmpty && !field.isRequired ? nil : .object(members)
  }

  private mutating func alternative(
    _ field: RequestField, at name: ControlName, _ place: JSONPointer
  ) -> JSON? {
    if values[name.kind.text] == "" { return nil }
    let chosen = values.text(name.kind).flatMap { Int($0) }
    let filled = field.alternatives.indices.first { values.isFilled(name.alternative($0)) }
    guard let index = chosen ?? filled, field.alternatives.indices.contains(index) else {
      return nil
    }
    let alternative = field.alternatives[index]
    let value = value(alternative, at: name.alternative(index), place)
    if value == nil {
      problems.append(FormProblem(name: name.alternative(index).text, message: "Is missing."))
    }
    return value
  }

  private mutating func refuse(_ text: String, _ expected: String, at name: ControlName) -> JSON {
    problems.append(FormProblem(name: name.text, message: "Is “\(text)”, not \(expected)."))
    return .string(text)
  }
}

extension JSONNumber {
  /// Reads a number as browsers submit it, which is JSON's spelling or lacks the first zero.
  init?(formText text: String) {
    switch text.prefix(2) {
    case let start where start.first == ".": self.init("0" + text)
    case "-.": self.init("-0" + text.dropFirst())
    default: self.init(text)
    }
  }
}
