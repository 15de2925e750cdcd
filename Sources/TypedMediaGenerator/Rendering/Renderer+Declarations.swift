import TypedMediaSchema

extension Renderer {
  /// What a type conforms to beside the protocol that has all that this asks for.
  private static let conformances: Code =
    "Swift.Hashable, Swift.Codable, Swift.CustomStringConvertible"

  /// Declares a type that is not a request.
  func declare(_ type: TypeBlueprint, to printer: inout CodePrinter) {
    printer.documentation(type.documentation)
    declaration(
      of: type, conformingTo: "TypedMedia.JSONObjectConvertible, \(Self.conformances)", to: &printer
    ) { _ in }
  }

  /// Declares a type; `last` writes what comes at its end.
  func declaration(
    of type: TypeBlueprint, conformingTo protocols: Code, to printer: inout CodePrinter,
    last: (inout CodePrinter) -> Void
  ) {
    let indirect: Code = type.isIndirect ? "indirect " : ""
    switch type.body {
    case .alias(let target):
      printer.line("\(access)typealias \(name: type.name) = \(type: target)")
    case .values(.mixed, let values):
      printer.block("\(access)enum \(name: type.name): TypedMedia.ClosedValue") {
        mixedValues(values, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .values(.string, let values) where values.allSatisfy(\.isLine):
      printer.block(
        "\(access)enum \(name: type.name): TypedMedia._TextValue, TypedMedia.ClosedValue"
      ) {
        texts(values, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .values(let rawType, let values):
      printer.block(
        "\(access)enum \(name: type.name): \(type: rawType.rawValue), TypedMedia.ClosedValue"
      ) {
        for value in values {
          $0.documentation(value.documentation)
          $0.line("case \(name: value.name) = \(Literal.value(value.value))")
        }
        retiredValues(type.retiredValues, to: &$0)
      }
    case .openValues(let values):
      printer.block("\(access)struct \(name: type.name): TypedMedia.OpenValue") {
        openValues(values, to: &$0)
        retiredValues(type.retiredValues, to: &$0)
      }
    case .structure(let properties):
      printer.block("\(access)struct \(name: type.name): \(protocols)") {
        structure(properties, of: type, to: &$0)
        StructureCoding(properties: properties, access: access).render(to: &$0)
        last(&$0)
      }
    case .tuple(let properties):
      printer.block(
        "\(access)struct \(name: type.name): TypedMedia.JSONCodable, \(Self.conformances)"
      ) {
        structure(properties, of: type, to: &$0)
        TupleCoding(properties: properties, access: access).render(to: &$0)
      }
    case .choice(let choices):
      printer.block("\(access)\(indirect)enum \(name: type.name): \(protocols)") {
        choice(choices, of: type, to: &$0)
        last(&$0)
      }
    case .union(let alternatives):
      let inherited: Code =
        type.members == nil ? "TypedMedia.JSONCodable, \(Self.conformances)" : protocols
      printer.block("\(access)\(indirect)enum \(name: type.name): \(inherited)") {
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
    _ properties: [TypeBlueprint.Property], of type: TypeBlueprint, to printer: inout CodePrinter
  ) {
    let stored = properties.filter(\.isStored)
    for property in stored {
      self.property(property, to: &printer)
      printer.line()
    }
    let hasOptional = stored.contains { !$0.isRequired }
    printer.documentation([
      "Creates \("AEIO".contains(type.name.prefix(1)) ? "an" : "a") `\(type.name)`."
        + (hasOptional ? " What is left `nil` is left to the service." : "")
    ])
    initializer(stored, to: &printer)
    defaults(of: type, to: &printer)
    nestedTypes(type.nested, to: &printer)
    printer.line()
  }

  private func property(_ property: TypeBlueprint.Property, to printer: inout CodePrinter) {
    printer.documentation(property.documentation)
    let wrapper: Code = property.isIndirect ? "@TypedMedia._Indirect " : ""
    guard property.isDeprecated else {
      return printer.line("\(wrapper)\(access)var \(name: property.name): \(property.code)")
    }
    // The code here may use what callers are warned of.
    printer.line("@available(*, deprecated, message: \"The service advises against it.\")")
    printer.block("\(access)var \(name: property.name): \(property.code)") {
      $0.line("get { \(name: property.storageName) }")
      $0.line("set { \(name: property.storageName) = newValue }")
    }
    printer.line("\(wrapper)private var \(name: property.storageName): \(property.code)")
  }

  private func initializer(_ stored: [TypeBlueprint.Property], to printer: inout CodePrinter) {
    let parameters = stored.map { property -> Code in
      "\(label: property.name): \(property.code)\(property.isOptional ? " = nil" : "")"
    }
    func assign(_ printer: inout CodePrinter) {
      for property in stored {
        printer.line("self.\(label: property.storageName) = \(name: property.name)")
      }
    }
    guard parameters.count > 1 else {
      return printer.block("\(access)init(\(parameters.joined(separator: "")))", assign)
    }
    printer.line("\(access)init(")
    printer.indented { printer in
      for (index, parameter) in parameters.enumerated() {
        printer.line("\(parameter)\(index + 1 < parameters.count ? "," : "")")
      }
    }
    printer.block(")", assign)
  }

  private func choice(
    _ choices: [TypeBlueprint.Choice], of type: TypeBlueprint, to printer: inout CodePrinter
  ) {
    for choice in choices {
      printer.documentation(choice.documentation)
      printer.line(choice.code)
    }
    defaults(of: type, to: &printer)
    nestedTypes(type.nested, to: &printer)
    printer.line()
    ChoiceCoding(choices: choices, access: access).render(to: &printer)
  }

  private func union(
    _ alternatives: [TypeBlueprint.Alternative], _ type: TypeBlueprint,
    to printer: inout CodePrinter
  ) {
    for alternative in alternatives {
      printer.documentation(alternative.documentation)
      let value: Code = alternative.constant == nil ? "(\(alternative.type.code))" : ""
      printer.line("case \(name: alternative.name)\(value)")
    }
    nestedTypes(type.nested, to: &printer)
    printer.line()
    UnionCoding(alternatives: alternatives, members: type.members, access: access)
      .render(to: &printer)
  }
}

extension Renderer {
  /// Declares what the service takes where nothing is sent, beside the properties: types that are equal but
  /// for it are one.
  private func defaults(of type: TypeBlueprint, to printer: inout CodePrinter) {
    for (name, property) in type.defaults {
      guard let value = property.defaultName else { continue }
      printer.line()
      printer.documentation([
        "The service's own choice of `\(property.name)`, where none is sent."
      ])
      printer.line(
        "\(access)static var \(name: name): \(type: property.type.name) { .\(label: value) }")
    }
  }

  /// Declares texts as cases and one literal, which costs a third less to compile than raw values do.
  private func texts(_ values: [TypeBlueprint.Value], to printer: inout CodePrinter) {
    for value in values {
      printer.documentation(value.documentation)
      printer.line("case \(name: value.name)")
    }
    printer.line()
    printer.documentation(["The texts that are sent, one a line, in the order of the cases."])
    printer.block("\(access)static var _texts: Swift.StaticString") { printer in
      printer.line("\"\"\"")
      for value in values { printer.line("\(line: value.value.string ?? "")") }
      printer.line("\"\"\"")
    }
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
        "\(access)static var \(name: value.name): Self { .\(label: value.stand) }")
    }
  }

  /// The attribute by which the compiler gives a notice.
  static func attribute(_ availability: Code, _ notice: RetirementNotice) -> Code {
    let renamed: Code = notice.replacementName.map { ", renamed: \(literal: $0)" } ?? ""
    // The compiler says it as it is.
    let message = Escaped.visible(notice.message)
    return "@available(*, \(availability), message: \(literal: message)\(renamed))"
  }

  private func mixedValues(
    _ values: [TypeBlueprint.Value], to printer: inout CodePrinter
  ) {
    for value in values {
      printer.documentation(value.documentation)
      printer.line("case \(name: value.name)")
    }
    printer.line()
    printer.documentation(["The value as it is sent."])
    printer.block("\(access)var rawValue: TypedMedia.JSON") { printer in
      printer.line("switch self {")
      for value in values {
        printer.line("case .\(label: value.name): \(Literal.json(value.value))")
      }
      printer.line("}")
    }
  }

  private func openValues(_ values: [TypeBlueprint.Value], to printer: inout CodePrinter) {
    printer.documentation(["The value as it is sent."])
    printer.line("\(access)let rawValue: Swift.String")
    printer.line()
    printer.documentation(["Creates a value, known or not."])
    printer.line("\(access)init(rawValue: Swift.String) { self.rawValue = rawValue }")
    printer.line()
    for value in values {
      printer.documentation(value.documentation)
      printer.line(
        "\(access)static let \(name: value.name): Self = \(Literal.value(value.value))")
    }
  }
}

extension TypeBlueprint.Value {
  /// Tells whether it is a text on one line.
  fileprivate var isLine: Bool {
    value.string.map { !$0.utf8.contains(UInt8(ascii: "\n")) } ?? false
  }
}
