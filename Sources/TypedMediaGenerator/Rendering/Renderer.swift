import TypedMediaSchema

/// Stage 4: writes what the blueprints say. It decides nothing.
struct Renderer {
  let configuration: Configuration
  let catalogName: String

  var access: Code {
    switch configuration.access {
    case .internal: ""
    case .package: "package "
    case .public: "public "
    }
  }

  /// The file of one request.
  func request(_ model: ModelBlueprint) -> String {
    var printer = CodePrinter()
    let answers = model.output.flatMap { output in
      configuration.answerProtocolName.map { (output, $0) }
    }
    header(
      &printer, from: model.source, declaring: [model.type], usesProtocol: true,
      besides: answers.map { $0.referredNames + [$1] } ?? [])
    printer.documentation(model.type.documentation)
    if let notice = model.retirement { printer.line(Self.attribute("deprecated", notice)) }
    declaration(of: model.type, conformingTo: "\(type: configuration.protocolName)", to: &printer) {
      printer in
      printer.line()
      printer.documentation(["What the service says of the model, and the schema of its requests."])
      printer.line("\(access)static let snapshot = TypedMedia.ModelSnapshot(")
      printer.indented {
        $0.line("embedded: \(json: model.embeddedRecord),")
        $0.line("names: \(json: model.embeddedNames),")
        $0.line("stamp: \(type: catalogName).stamp")
      }
      printer.line(")")
      guard let (output, protocolName) = answers else { return }
      printer.line()
      OutputRenderer(access: access, protocolName: protocolName)
        .declare(output, of: model.type.name, to: &printer)
    }
    return printer.text
  }

  /// The file of a model that is not wanted.
  func leftOut(_ file: SourceFile) -> String {
    var printer = CodePrinter()
    printer.line("// \(comment: file.name) is not among this target's models.")
    return printer.text
  }

  /// The file with the types that several requests refer to.
  func sharedTypes(_ types: [TypeBlueprint], from source: String) -> String {
    var printer = CodePrinter()
    // The compiler warns of what is imported for nothing.
    guard !types.isEmpty else {
      title(&printer, from: source)
      printer.line("// No two requests refer to the same type.")
      return printer.text
    }
    header(&printer, from: source, declaring: types)
    let others = types.filter { !$0.isNamed }
    for (index, type) in types.filter(\.isNamed).enumerated() {
      if index > 0 { printer.line() }
      declare(type, to: &printer)
    }
    guard !others.isEmpty else { return printer.text }
    if others.count < types.count { printer.line() }
    printer.documentation([
      "Types that are equal in several requests, which name them as their own."
    ])
    printer.block("extension \(type: catalogName)") { printer in
      for (index, type) in others.enumerated() {
        if index > 0 { printer.line() }
        declare(type, to: &printer)
      }
    }
    return printer.text
  }

  /// The file that lists the models.
  func catalog(_ models: [ModelBlueprint], stamp: Stamp?, from source: String) -> String {
    var printer = CodePrinter()
    header(&printer, from: source, declaring: [], usesProtocol: true)
    // A target may isolate to the main actor what does not say otherwise. Types that conform to a protocol
    // of TypedMedia's are isolated to none; this one conforms to none.
    let constant: Code = "\(access)nonisolated static let"
    printer.documentation(["The models that there are requests for."])
    printer.block("\(access)enum \(name: catalogName)") { printer in
      printer.documentation(["Where the models' snapshots are from; `nil` when they have no stamp."]
      )
      let stamp = stamp?.expression ?? "nil"
      printer.line("\(constant) stamp: TypedMedia.SnapshotStamp? = \(stamp)")
      printer.line()
      printer.documentation([
        "The types of all requests that the service takes, in the order of the models' names."
      ])
      printer.line("\(constant) all: [any \(type: configuration.protocolName).Type] = [")
      printer.indented { printer in
        // A mention of a deprecated type would be a warning in this file.
        for model in models where model.retirement == nil {
          printer.line("\(type: model.type.name).self,")
        }
      }
      printer.line("]")
    }
    return printer.text
  }

  private func header(
    _ printer: inout CodePrinter, from source: String, declaring types: [TypeBlueprint],
    usesProtocol: Bool = false, besides names: [String] = []
  ) {
    title(&printer, from: source)
    let imports = Imports(
      of: types, conformingTo: usesProtocol ? configuration.protocolName : nil,
      besides: names, for: configuration)
    for module in imports.all.sorted() {
      // Of a module that one file imports openly, another has to say that it does not.
      let other: Code = configuration.access == .internal ? "" : "internal "
      let visibility = imports.open.contains(module) ? access : other
      // What only code like this calls is not to be seen where it is not called.
      let helpers: Code = module == "TypedMedia" && !types.isEmpty ? "@_spi(Generated) " : ""
      printer.line("\(helpers)\(visibility)import \(name: module)")
    }
    printer.line()
  }

  private func title(_ printer: inout CodePrinter, from source: String) {
    printer.line("// Generated by generate-requests from \(comment: source). Do not edit.")
    printer.line("// swift-format-ignore-file")
    printer.line()
  }
}

extension Stamp {
  /// The stamp in Swift.
  fileprivate var expression: Code {
    "TypedMedia.SnapshotStamp(service: \(literal: service), origin: .\(label: origin), date: \(literal: date))"
  }
}
