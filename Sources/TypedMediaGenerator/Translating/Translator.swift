import TypedMediaSchema

/// Stage 2: decides how a model reads in Swift.
struct Translator: Sendable {
  let model: ModelSource
  let configuration: Configuration
  /// Tells whether code is made of what is translated, so that it is looked for what to warn of,
  /// and what is embedded is spelled out.
  var isForCode = true
  /// The warnings.
  private(set) var warnings: [Diagnostic] = []
  /// The place where that is.
  private var warnedPlaces: Set<JSONPointer> = []
  /// The renames that were used, by their index.
  private(set) var usedRenames: Set<Int> = []
  /// The places to flatten that there are, by their index.
  private(set) var usedFlattenings: Set<Int> = []
  /// The definitions that are being translated, and their types: what refers back to one of them is
  /// recursive. A request has none where its definition allows more than objects.
  var open: [(definition: JSONPointer?, type: String)] = []
  /// The definitions on the way to the schema at hand, those without a type of their own too.
  var followed: [JSONPointer] = []
  /// For each object that is being translated, the names of types that are named after a property.
  var ownTypeNames: [Set<String>] = []
  /// The unions that are being translated, one an alternative of the other.
  var unions: [JSONPointer] = []
  /// How many objects are being translated, one in the other: one is the request.
  var objects = 0
  /// The members of the request as they are written, where nothing else speaks of them and one that was
  /// translated already may be used again; `nil` elsewhere.
  private(set) var ownMembers: JSONObject?
  /// Members of requests that were translated already.
  var knownMembers: TranslatedMembers?
  /// Members of the request that others may have too.
  var translatedMembers: [TranslatedMember.Key: TranslatedMember] = [:]
  /// How many types there were whose name another had already, or that were another one once more.
  var clashes = 0
  /// How many types are being translated, one in the other. The compiler takes forever over a list
  /// of lists of lists that goes on and on.
  var depth = 0
  static let greatestDepth = 16
  /// The names that types would have that nobody gave one.
  var madeTypeNames: Set<String> = []
  /// The number of types that were declared. Definitions that fan out, each to several others, make
  /// more than anybody can compile.
  var declarations = 0
  static let mostDeclarations = 1_000
  /// The types of the definitions that were used already, for each type that is being declared.
  var known: [[DefinitionUse: TypeReference]] = [[:]]
  /// The names of the types that are being declared, from the outermost.
  var enclosing: [String] = []
  /// For each type around a type, the compiler does some of its work twice.
  static let mostEnclosing = 10

  init(_ model: ModelSource, configuration: Configuration) {
    self.model = model
    self.configuration = configuration
  }

  /// The request to the model, as a type named `name`.
  mutating func translate(named name: String) -> ModelBlueprint {
    let schema = model.schema
    if !isForCode, !isConfigured(below: .root) { ownMembers = model.ownMembers }
    open = [(schema.allowsObjectsAlone ? schema.definition ?? schema.place : nil, name)]
    if !schema.types.isEmpty, !schema.types.contains("object") {
      warn("a request is an object, and this is for none, so that no request is valid", at: schema)
    }
    var type = object(schema, named: name)
    if case .choice = type.body { type = wrapped(type) }
    refuseHiddenNames(in: type)
    type = Indirection.decided(for: type)
    if isForCode { type.documentation = Documentation.request(to: model) }
    var blueprint = ModelBlueprint(
      path: model.file.path, source: model.file.name, modelName: model.name, type: type,
      embeddedRecord: "", embeddedNames: "")
    guard isForCode else { return blueprint }
    if configuration.answerProtocolName != nil, let output = model.output {
      blueprint.output = OutputTranslator.output(output.document, at: output.pointer)
    }
    for name in Inhabitants.missing(in: type) {
      warn("there is no value of \(name), for it has to contain one of its own type", at: schema)
    }
    let embedded = EmbeddedRecord.schema(of: model)
    warnAlso(of: SchemaProblems.problems(in: model, of: embedded))
    warnings += [model.retirementProblem, model.documentationProblem].compactMap { $0 }
    blueprint.embeddedRecord = EmbeddedRecord.text(of: model, with: embedded)
    blueprint.embeddedNames = JSON.object(SwiftNames(of: type).names).text()
    return blueprint
  }

  /// A request that is nothing but a choice, as a struct with the choice as its property: what is
  /// added to the model later is then added to the struct.
  private func wrapped(_ choice: TypeBlueprint) -> TypeBlueprint {
    guard case .choice(let choices) = choice.body else { return choice }
    let keys = choices.flatMap(\.members).flatMap(\.coding.keys)
    var input = choice
    input.name = "Input"
    input.documentation = ["The combinations of properties that the model takes."]
    let property = TypeBlueprint.Property(
      name: "input", documentation: ["What the model works on."], type: .named("Input"),
      isRequired: true,
      coding: .group(keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
    return TypeBlueprint(
      name: choice.name, documentation: [], body: .structure([property]), nested: [input])
  }

  /// Past this many, nobody reads them; and each is looked for from the start of the file.
  private static let mostWarnings = 100

  /// Warns of something at a place below `schema`.
  mutating func warn(
    _ message: @autoclosure () -> String, at schema: SchemaView, _ tokens: [String] = []
  ) {
    guard warnings.count < Self.mostWarnings else { return }
    let isLast = warnings.count == Self.mostWarnings - 1
    let rest = isLast ? "; what else there is to warn of in this model is not listed" : ""
    let place = JSONPointer(tokens: schema.place.tokens + tokens)
    warnedPlaces.insert(place)
    let warning = model.diagnostic(.warning, message() + rest, at: place)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Warns of what was found elsewhere, unless the place or what it is in was warned of already.
  private mutating func warnAlso(of problems: [(place: JSONPointer, message: String)]) {
    for (place, message) in problems where warnings.count < Self.mostWarnings {
      let outer = JSONPointer(tokens: place.tokens.dropLast())
      guard !warnedPlaces.contains(place), !warnedPlaces.contains(outer) else { continue }
      warnings.append(model.diagnostic(.warning, message, at: place))
    }
  }

  /// The name that `typed-media.json` gives to the place, if it gives one that fits.
  mutating func rename(_ pointer: JSONPointer, where fits: (String) -> Bool) -> String? {
    for (index, rename) in configuration.renames.enumerated()
    where rename.place.matches(pointer, in: model) {
      let last = rename.name.split(separator: ".").last.map(String.init) ?? rename.name
      guard fits(last) else { continue }
      usedRenames.insert(index)
      return rename.name
    }
    return nil
  }

  /// Tells whether `typed-media.json` wants the object at the place flattened.
  mutating func isToFlatten(_ pointer: JSONPointer) -> Bool {
    let found = configuration.flattenings.indices.filter {
      configuration.flattenings[$0].matches(pointer, in: model)
    }
    usedFlattenings.formUnion(found)
    return !found.isEmpty
  }

  /// Tells whether `typed-media.json` says something of the place or of one below it.
  func isConfigured(below pointer: JSONPointer) -> Bool {
    (configuration.renames.map(\.place) + configuration.flattenings).contains {
      $0.pointer?.tokens.starts(with: pointer.tokens) == true
    }
  }

  /// Says which renames give a type, which is declared outside, a name that one in the request has too:
  /// that would be meant instead.
  private mutating func refuseHiddenNames(in request: TypeBlueprint) {
    var (given, made): (Set<String>, Set<String>) = ([], madeTypeNames)
    func collect(_ type: TypeBlueprint) {
      for nested in type.nested {
        if nested.isNamed { given.insert(nested.name) } else { made.insert(nested.name) }
        collect(nested)
      }
    }
    collect(request)
    for name in given.intersection(made).sorted() {
      guard
        let index = usedRenames.sorted().first(where: { configuration.renames[$0].name == name })
      else { continue }
      warnings.append(
        configuration.diagnostic(
          .error, "another type of \(model.name) is called \(name) already; use another name",
          at: configuration.place(ofRename: index)))
    }
  }

  /// Says which renames give a name that something else in `schema` has already.
  mutating func refuseClashes(of names: [String], in schema: SchemaView) {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    for name in Set(names).sorted() where counts[name, default: 0] > 1 {
      let index = usedRenames.sorted().first { index in
        let rename = configuration.renames[index]
        return rename.name == name
          && rename.place.pointer?.tokens.starts(with: schema.pointer.tokens) == true
      }
      guard let index else { continue }
      let diagnostic = configuration.diagnostic(
        .error, "something else here is called \(name) already; use another name",
        at: configuration.place(ofRename: index))
      if !warnings.contains(diagnostic) { warnings.append(diagnostic) }
    }
  }

  /// `names`, made distinct. A warning says which had to change.
  mutating func distinct(
    _ names: [String], spelled spellings: @autoclosure () -> [String], in schema: SchemaView,
    at place: (Int) -> [String]
  ) -> [String] {
    guard Set(names).count < names.count else { return names }
    refuseClashes(of: names, in: schema)
    let spellings = spellings()
    let distinct = DistinctNames(zip(names, spellings).map { ($0, $1) })
    for index in distinct.changed {
      warn(
        """
        "\(spellings[index])" has the same Swift name as another, and is called \
        \(distinct.names[index]); rename it in typed-media.json
        """, at: schema, place(index))
    }
    return distinct.names
  }
}
