import TypedMediaSchema

/// Writes the type of what a model answers.
struct OutputRenderer {
  let access: Code
  /// The protocol that answers conform to.
  let protocolName: String

  /// Writes the declaration.
  ///
  /// - Parameter request: The name of the request's type, whose record has the schema.
  func declare(_ type: OutputBlueprint, of request: String, to printer: inout CodePrinter) {
    declare(type, conformingTo: "\(type: protocolName)", to: &printer) { printer in
      printer.documentation(["The schema of the answer."])
      printer.line("\(access)static var schema: TypedMedia.JSON? {")
      printer.indented { $0.line("\(type: request).snapshot.model.outputSchema") }
      printer.line("}")
      printer.line()
    }
  }

  private func declare(
    _ type: OutputBlueprint, conformingTo name: Code, to printer: inout CodePrinter,
    first: (inout CodePrinter) -> Void = { _ in }
  ) {
    printer.documentation(type.documentation)
    switch type.body {
    case .view(let properties):
      printer.block("\(access)struct \(name: type.name): \(name)") { printer in
        first(&printer)
        printer.documentation(["The answer as it came."])
        printer.line("\(access)let json: TypedMedia.JSON")
        printer.documentation(["Creates a view of an answer."])
        printer.line("\(access)init(json: TypedMedia.JSON) { self.json = json }")
        for property in properties {
          printer.line()
          declare(property, to: &printer)
        }
        nested(type, to: &printer)
      }
    case .words(let words):
      printer.block("\(access)struct \(name: type.name): TypedMedia.OpenValue") { printer in
        printer.documentation(["The word, as the service spells it."])
        printer.line("\(access)let rawValue: Swift.String")
        printer.documentation(["Creates a word, known or not."])
        printer.line("\(access)init(rawValue: Swift.String) { self.rawValue = rawValue }")
        for word in words {
          printer.line()
          printer.documentation(word.documentation)
          printer.line(
            "\(access)static let \(name: word.name) = Self(rawValue: \(literal: word.value.string ?? ""))"
          )
        }
      }
    }
  }

  private func nested(_ type: OutputBlueprint, to printer: inout CodePrinter) {
    for inner in type.nested {
      printer.line()
      declare(inner, conformingTo: "TypedMedia.ModelOutput", to: &printer)
    }
  }

  private func declare(_ property: OutputBlueprint.Property, to printer: inout CodePrinter) {
    printer.documentation(property.documentation)
    if property.isDeprecated { printer.line("@available(*, deprecated)") }
    let argument: Code = property.key.map { "\(literal: $0)" } ?? ""
    let (type, reader): (Code, Code) =
      switch property.reading {
      case .value(let element): ("\(spelling(element))?", "readValue")
      case .list(let element):
        ("[\(spelling(element))]", property.key == nil ? "readElements" : "readList")
      case .members(let element): ("[Swift.String: \(spelling(element))]", "readMembers")
      case .text: ("Swift.String?", "readText")
      }
    printer.line(
      "\(access)var \(name: property.name): \(type) { json.\(reader)(\(argument)) }")
  }

  private func spelling(_ element: OutputBlueprint.Element) -> Code {
    switch element {
    case .file: "TypedMedia.MediaFile"
    case .plain(let type), .named(let type): "\(type: type)"
    case .list(let inner): "[\(spelling(inner))]"
    }
  }
}
