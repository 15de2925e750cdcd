import TypedMediaSchema

extension Translator {
  /// An enum of the values of a closed list.
  mutating func closedValues(
    _ values: [JSON], _ schema: SchemaView, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    let cases = self.values(values, schema, named: key)
    let defaultName = schema["default"].flatMap { value in
      cases.first { $0.value == value }?.name
    }
    let rawType = Self.rawType(of: cases.map(\.value))
    let retired = retiredValues(of: schema, besides: cases, named: key)
    return declare(schema, named: key, in: &nested) { _, name in
      TypeBlueprint(
        name: name, documentation: ["The values that the model takes for `\(key)`."],
        body: .values(rawType, cases, default: defaultName), retiredValues: retired)
    }
  }

  /// The cases for `values`, each once.
  mutating func values(
    _ values: [JSON], _ schema: SchemaView, named key: String
  ) -> [TypeBlueprint.Value] {
    let isSeconds = Documentation.isSeconds(key, schema)
    var seen: Set<JSON> = []
    var cases: [TypeBlueprint.Value] = []
    for (index, value) in values.enumerated() {
      guard seen.insert(value).inserted else {
        warn("the value \(value.text()) is here twice", at: schema, ["enum", String(index)])
        continue
      }
      let given = rename(schema.pointer.appending("enum").appending(index)) { _ in true }
      let made = Identifier.value(of: value, property: key, isSeconds: isSeconds)
      cases.append(.init(name: given ?? Reserved.member(made), value: value))
    }
    let names = distinct(
      cases.map(\.name), spelled: cases.map { Literal.text($0.value) }, in: schema
    ) { index in
      ["enum", String(values.firstIndex(of: cases[index].value) ?? 0)]
    }
    for (index, name) in names.enumerated() { cases[index].name = name }
    return cases
  }

  private static func rawType(of values: [JSON]) -> TypeBlueprint.RawType {
    if values.allSatisfy({ $0.string != nil }) { return .string }
    if values.allSatisfy({ $0.int != nil }) { return .integer }
    return values.allSatisfy { $0.double != nil } ? .number : .mixed
  }
}

extension Identifier {
  /// The case for one of the values that a property takes.
  static func value(of value: JSON, property: String, isSeconds: Bool) -> String {
    if let text = value.string { return Identifier.value(text, of: property) }
    if let number = value.int {
      return Identifier.value(number, of: property, isSeconds: isSeconds)
    }
    if let flag = value.bool { return flag ? "yes" : "no" }
    if value.double != nil {
      let digits = value.text().replacing("-", with: "minus").map {
        $0.isLetter || $0.isNumber ? $0 : "_"
      }
      let word = isSeconds ? "seconds" : words(of: property).last.map(lowercasedFirst) ?? "value"
      return word + String(digits)
    }
    return "value_" + Fingerprint(value.text()).description
  }
}
