import TypedMediaGenerator
import TypedMediaSchema

/// `typed-media validate`: says where instances break a schema.
struct ValidateCommand: Command {
  static let formats = Option(
    name: "formats", summary: "also check the formats of texts, such as uri and date-time")

  static let lenient = Option(
    name: "lenient",
    summary: "take a SCHEMA with mistakes: what cannot be read in it forbids nothing")

  static let help = Help(
    name: "validate",
    summary: "Check JSON files against a model's schema.",
    operands: "SCHEMA INSTANCE…",
    options: [formats, lenient],
    discussion: """
      SCHEMA is a JSON Schema, a model's record with an "input_schema", or an OpenAPI document
      of one model. INSTANCE is a JSON file, or - for the standard input. What is wrong with
      an instance is printed with its place in it, and so is a member that the model does not
      know: a request to a model with one is not valid. For a schema by itself, which allows
      what it does not name, that is a warning.
      """,
    examples: [
      "schemas/veo-3.1.json request.json",
      "--formats schemas/veo-3.1.json requests/*.json",
      "schemas/veo-3.1.json - <request.json",
    ])

  /// The most violations that are shown of one instance.
  private static let limit = 100

  private let schemaPath: String
  private let instancePaths: ArraySlice<String>
  private let assertsFormats: Bool
  private let isLenient: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard let schema = arguments.operands.first else { throw Misuse("which schema?") }
    guard arguments.operands.count > 1 else { throw Misuse("which instances?") }
    guard arguments.operands.filter({ $0 == "-" }).count < 2 else {
      throw Misuse("the standard input can be read only once.")
    }
    schemaPath = schema
    instancePaths = arguments.operands.dropFirst()
    assertsFormats = arguments.contains(Self.formats)
    isLenient = arguments.contains(Self.lenient)
  }

  func run(_ console: Console) throws -> ExitStatus {
    let model = try ModelFile(SourceFile(reading: schemaPath))
    let schema = try compile(model, console)
    var outcomes: [ExitStatus] = []
    for path in instancePaths {
      try outcomes.append(check(path, against: schema, of: model, console))
    }
    let valid = outcomes.count { $0 == .success }
    let invalid = outcomes.count { $0 == .failure }
    let unread = outcomes.count - valid - invalid
    try console.print(
      "valid \(valid), invalid \(invalid)" + (unread == 0 ? "" : ", not checked \(unread)"))
    return outcomes.max() ?? .success
  }

  private func compile(_ file: ModelFile, _ console: Console) throws -> JSONSchema {
    do {
      let schema = try JSONSchema(
        file.schema.demandingNothingReadOnly(in: file.schema),
        options: .init(
          defaultDialect: file.dialect, assertsFormats: assertsFormats,
          checksAddresses: file.isModel, lenient: isLenient))
      for problem in schema.problems {
        console.complain("\(file.diagnostic(problem.message, at: problem.pointer, .warning))")
      }
      return schema
    } catch {
      let diagnostics = error.problems.map { file.diagnostic($0.message, at: $0.pointer) }
      throw Stop(
        message: diagnostics.map(\.description).joined(separator: "\n"), status: .badData)
    }
  }

  /// Checks one instance, and says what is wrong with it.
  ///
  /// - Returns: `success` when it is valid, `failure` when it is not, else why it was not checked.
  private func check(
    _ path: String, against schema: JSONSchema, of model: ModelFile, _ console: Console
  ) throws(Stop) -> ExitStatus {
    let file: SourceFile
    let document: JSONDocument
    do {
      file = try SourceFile(reading: path)
      document = try file.json()
    } catch let stop as Stop {
      if let message = stop.message { console.complain(message) }
      return stop.status
    } catch {
      console.complain("\(error)")
      return .badData
    }
    let violations = schema.violations(in: document.value, limit: Self.limit)
    for violation in violations {
      let diagnostic = Diagnostic(
        .error, violation.message, path: file.path,
        position: document.position(of: violation.instancePath))
      try console.print("\(diagnostic)")
    }
    if violations.count == Self.limit {
      try console.print("\(file.path): the first \(Self.limit) errors; there may be more")
    }
    let unknown = UnknownMembers(
      in: document.value, of: SchemaView(document: model.schema), named: model.name)
    for (place, message) in unknown.found.prefix(Self.limit) {
      let diagnostic = Diagnostic(
        model.isModel ? .error : .warning, message, path: file.path,
        position: document.position(ofKeyAt: place))
      try console.print("\(diagnostic)")
    }
    let isValid = violations.isEmpty && (unknown.found.isEmpty || !model.isModel)
    return isValid ? .success : .failure
  }
}
