import TypedMediaSchema

extension Translator {
  /// An enum of the values of a closed list.
  mutating func closedValues(
    _ values: [JSON], _ schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    let cases = self.values(values, schema, named: key)
    let rawType = Self.rawType(of: cases.map(\.value))
    let retired = retiredValues(of: schema, besides: cases, named: key)
    return declare(schema, named: key, in: &nested) { _, name in
      TypeBlueprint(
        name: name, documentation: ["The values that the model takes for `\(key)`."],
        body: .values(rawType, cases), retiredValues: retired)
    }
  }

  /// The name of the value that the service takes where none is sent; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - type: The type that is declared for `schema`.
  ///   - nested: The types among which it is.
  func defaultName(
    of schema: SchemaView, _ type: TypeReference, in nested: [TypeBlueprint]
  ) -> String? {
    guard let value = schema["default"], let name = type.inlineName,
      case .values(_, let values)? = nested.last(where: { $0.name == name })?.body
    else { return nil }
    return values.first { $0.value == value }?.name
  }

  /// The cases for `values`, each once.
  ///
  /// - Parameter pointers: Where values are that are not in the schema's own list.
  mutating func values(
    _ values: [JSON], _ schema: SchemaView, named key: String,
    at pointers: [JSON: JSONPointer] = [:]
  ) -> [TypeBlueprint.Value] {
    let pointers = pointers.merging(schema.valuePointers) { first, _ in first }
    let unit =
      values.contains { $0.string == nil }
      ? Unit.name(for: key, stated: schema["x-unit"]) : nil
    var seen: Set<JSON> = []
    var cases: [TypeBlueprint.Value] = []
    for (index, value) in values.enumerated() {
      guard seen.insert(value).inserted else {
        warn("the value \(value.text()) is here twice", at: schema, ["enum", String(index)])
        continue
      }
      let given =
        rename(schema.pointer.appending("enum").appending(index)) { _ in true }
        ?? pointers[value].flatMap { pointer in rename(pointer) { _ in true } }
      let made = Identifier.value(of: value, property: key, unit: unit)
      cases.append(.init(name: given ?? Reserved.member(made), value: value))
    }
    let names = distinct(
      cases.map(\.name), spelled: ValueText.texts(of: cases.map(\.value)), in: schema
    ) { index in
      ["enum", String(values.firstIndex(of: cases[index].value) ?? 0)]
    }
    return zip(cases, names).map { known, name in
      TypeBlueprint.Value(
        name: name, value: known.value,
        documentation: Documentation.value(
          known.value, named: name, described: schema.valueDescriptions[known.value]))
    }
  }

  private static func rawType(of values: [JSON]) -> TypeBlueprint.RawType {
    if values.allSatisfy({ $0.string != nil }) { return .string }
    if values.allSatisfy({ $0.int != nil }) { return .integer }
    return values.allSatisfy { $0.number?.isDouble == true } ? .number : .mixed
  }
}

extension Identifier {
  /// The words of a property's name with its unit as a reader wants it: `duration_ms` is a duration
  /// where its values are listed, which are named with their units, and else one in milliseconds.
  static func spoken(_ key: String, _ schema: SchemaView) -> String {
    guard key.hasSuffix("ms"), ["integer", "number"].contains(schema.types.first) else {
      return key
    }
    let words = words(of: key)
    guard words.count > 1, words.last == "ms" else { return key }
    let stem = words.dropLast().joined(separator: "_")
    return schema.closedValues == nil ? stem + "_milliseconds" : stem
  }

  /// The case for one of the values that a property takes. Whole seconds are named so, in whichever unit
  /// they are sent.
  ///
  /// - Parameter unit: What they count, if that is known.
  static func value(of value: JSON, property: String, unit: String?) -> String {
    let isSeconds = unit == "seconds"
    if unit == "milliseconds", let number = value.int {
      return number % 1_000 == 0
        ? Identifier.value(number / 1_000, of: property, isSeconds: true)
        : Identifier.value(number, of: "milliseconds", isSeconds: false)
    }
    if let text = value.string { return Identifier.value(text, of: property) }
    if let number = value.int {
      return Identifier.value(number, of: property, isSeconds: isSeconds)
    }
    if let flag = value.bool { return flag ? "yes" : "no" }
    if value.double != nil {
      let digits = value.text().replacing("-", with: "minus").map {
        $0.isLetter || $0.isNumber ? $0 : "_"
      }
      let word = isSeconds ? "seconds" : borrowed(from: property)
      return word + String(digits)
    }
    let parts = words(of: value.text()).joined(separator: "_")
    if parts.isEmpty { return value.array == nil ? "emptyObject" : "emptyList" }
    return parts.first?.isNumber == true ? borrowed(from: property) + parts : lowercasedFirst(parts)
  }
}
