import TypedMediaSchema

extension Renderer {
  /// What a type conforms to beside the protocol that has all that this asks for.
  private static let conformances = "Hashable, Codable, CustomStringConvertible"

  /// Declares a type that is not a request.
  func declare(_ type: TypeBlueprint, to printer: inout CodePrinter) {
    printer.documentation(type.documentation)
    declaration(
      of: type, conformingTo: "JSONObjectConvertible, \(Self.conformances)", to: &printer
    ) { _ in }
  }

  /// Declares a type; `last` writes what comes at its end.
  func declaration(
    of type: TypeBlueprint, conformingTo protocols: String, to printer: inout CodePrinter,
    last: (inout CodePrinter) -> Void
  ) {
    let indirect = type.isIndirect ? "indirect " : ""
    switch type.body {
    case .alias(let target):
      printer.line("\(access)typealias \(type.name) = \(target)")
    case .values(.mixed, let values, let defaultName):
      printer.block("\(access)enum \(type.name): ClosedValue") {
        mixedValues(values, default: defaultName, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .values(let rawType, let values, let defaultName):
      printer.block("\(access)enum \(type.name): \(rawType.rawValue), ClosedValue") {
        for value in values {
          $0.documentation(value.documentation)
          $0.line("case \(Reserved.escaped(value.name)) = \(Literal.value(value.value))")
        }
        defaultValue(defaultName, of: values, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .openValues(let values):
      printer.block("\(access)struct \(type.name): OpenValue") {
        openValues(values, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .structure(let properties):
      printer.block("\(access)struct \(type.name): \(protocols)") {
        structure(properties, nested: type.nested, to: &$0)
        StructureCoding(properties: properties, access: access).render(to: &$0)
        last(&$0)
      }
    case .tuple(let properties):
      printer.block("\(access)struct \(type.name): JSONCodable, \(Self.conformances)") {
        structure(properties, nested: type.nested, to: &$0)
        TupleCoding(properties: properties, access: access).render(to: &$0)
      }
    case .choice(let choices):
      printer.block("\(access)\(indirect)enum \(type.name): \(protocols)") {
        choice(choices, nested: type.nested, to: &$0)
        last(&$0)
      }
    case .union(let alternatives):
      let inherited = type.members == nil ? "JSONCodable, \(Self.conformances)" : protocols
      printer.block("\(access)\(indirect)enum \(type.name): \(inherited)") {
        union(alternatives, type, to: &$0)
      }
    }
  }

  private func nestedTypes(_ types: [TypeBlueprint], to printer: inout CodePrinter) {
    for type in types {
      printer.line()
      declare(type, to: &printer)
    }
  }

  private func structure(
    _ properties: [TypeBlueprint.Property], nested: [TypeBlueprint], to printer: inout CodePrinter
  ) {
    let stored = properties.filter(\.isStored)
    for property in stored {
      self.property(property, to: &printer)
      printer.line()
    }
    let hasOptional = stored.contains { !$0.isRequired }
    printer.documentation([
      "Creates one from its parts."
        + (hasOptional ? " What is left `nil` is left to the service." : "")
    ])
    initializer(stored, to: &printer)
    nestedTypes(nested, to: &printer)
    printer.line()
  }

  private func property(_ property: TypeBlueprint.Property, to printer: inout CodePrinter) {
    let name = Reserved.escaped(property.name)
    printer.documentation(property.documentation)
    let wrapper = property.isIndirect ? "@Indirect " : ""
    guard property.isDeprecated else {
      return printer.line("\(wrapper)\(access)var \(name): \(property.spelling)")
    }
    // The code here may use what callers are warned of.
    printer.line("@available(*, deprecated, message: \"The service advises against it.\")")
    printer.block("\(access)var \(name): \(property.spelling)") {
      $0.line("get { \(property.storageName) }")
      $0.line("set { \(property.storageName) = newValue }")
    }
    printer.line("\(wrapper)private var \(property.storageName): \(property.spelling)")
  }

  private func initializer(_ stored: [TypeBlueprint.Property], to printer: inout CodePrinter) {
    let parameters = stored.map { property in
      "\(property.name): \(property.spelling)\(property.isOptional ? " = nil" : "")"
    }
    func assign(_ printer: inout CodePrinter) {
      for property in stored {
        let storage = property.isDeprecated ? property.storageName : property.name
        printer.line("self.\(storage) = \(Reserved.escaped(property.name))")
      }
    }
    guard parameters.count > 1 else {
      return printer.block("\(access)init(\(parameters.joined()))", assign)
    }
    printer.line("\(access)init(")
    printer.indented { printer in
      for (index, parameter) in parameters.enumerated() {
        printer.line(parameter + (index + 1 < parameters.count ? "," : ""))
      }
    }
    printer.block(")", assign)
  }

  private func choice(
    _ choices: [TypeBlueprint.Choice], nested: [TypeBlueprint], to printer: inout CodePrinter
  ) {
    for choice in choices {
      if let first = choice.members.first { printer.documentation(first.documentation) }
      printer.line(choice.declaration)
    }
    nestedTypes(nested, to: &printer)
    printer.line()
    ChoiceCoding(choices: choices, access: access).render(to: &printer)
  }

  private func union(
    _ alternatives: [TypeBlueprint.Alternative], _ type: TypeBlueprint,
    to printer: inout CodePrinter
  ) {
    for alternative in alternatives {
      printer.documentation(alternative.documentation)
      let value = alternative.constant == nil ? "(\(alternative.type.spelling))" : ""
      printer.line("case \(Reserved.escaped(alternative.name))\(value)")
    }
    nestedTypes(type.nested, to: &printer)
    printer.line()
    UnionCoding(alternatives: alternatives, members: type.members, access: access)
      .render(to: &printer)
  }
}

extension Renderer {
  private func defaultValue(
    _ name: String?, of values: [TypeBlueprint.Value], to printer: inout CodePrinter
  ) {
    guard let name, !values.contains(where: { $0.name == "default" }) else { return }
    printer.line()
    printer.documentation(["The service's own choice, where none is sent."])
    printer.line("\(access)static var `default`: Self { .\(name) }")
  }

  /// Declares values that are gone, so that source that uses them is told so. They are no cases: an
  /// exhaustive `switch` has nothing to do with them, and they are not among `allCases`.
  private func retiredValues(
    _ values: [TypeBlueprint.RetiredValue], to printer: inout CodePrinter
  ) {
    for value in values {
      printer.line()
      printer.documentation(["Gone from the service: this is never sent."])
      printer.line(Self.attribute("unavailable", value.notice))
      printer.line(
        "\(access)static var \(Reserved.escaped(value.name)): Self { .\(value.stand) }")
    }
  }

  /// The attribute by which the compiler gives a notice.
  static func attribute(_ availability: String, _ notice: RetirementNotice) -> String {
    let renamed = notice.replacementName.map { ", renamed: \(Literal.string($0))" } ?? ""
    return "@available(*, \(availability), message: \(Literal.string(notice.message))\(renamed))"
  }

  private func mixedValues(
    _ values: [TypeBlueprint.Value], default defaultName: String?, to printer: inout CodePrinter
  ) {
    for value in values {
      printer.documentation(value.documentation)
      printer.line("case \(Reserved.escaped(value.name))")
    }
    defaultValue(defaultName, of: values, to: &printer)
    printer.line()
    printer.documentation(["The value as it is sent."])
    printer.block("\(access)var rawValue: JSON") { printer in
      printer.line("switch self {")
      for value in values { printer.line("case .\(value.name): \(Literal.json(value.value))") }
      printer.line("}")
    }
  }

  private func openValues(_ values: [TypeBlueprint.Value], to printer: inout CodePrinter) {
    printer.documentation(["The value as it is sent."])
    printer.line("\(access)let rawValue: String")
    printer.line()
    printer.documentation(["Creates a value, known or not."])
    printer.line("\(access)init(rawValue: String) { self.rawValue = rawValue }")
    printer.line()
    for value in values {
      printer.documentation(
        ["`\(Literal.text(value.value))`"]
          + (value.documentation.isEmpty ? [] : [""] + value.documentation))
      printer.line(
        "\(access)static let \(Reserved.escaped(value.name)): Self = \(Literal.value(value.value))")
    }
  }
}
