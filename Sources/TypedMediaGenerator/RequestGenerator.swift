import TypedMediaSchema

/// Turns snapshots of models into Swift.
///
/// Four stages, each a pure function of the one before: snapshots are read (`ModelSource`),
/// translated into blueprints (`Translator`, `ModelBlueprint`), relieved of what they share
/// (`SharedTypes`), and written (`Renderer`). Each has a folder, the blueprints have one of their own,
/// and none uses one that comes later. Nothing here touches a disk.
public struct RequestGenerator: Sendable {
  /// The module that the code is for.
  public var module: String
  /// The settings of its `typed-media.json`.
  public var configuration: Configuration
  /// The stamp of its snapshots; `nil` when they have none.
  public var stamp: Stamp?

  /// Creates a generator.
  public init(module: String, configuration: Configuration = Configuration(), stamp: Stamp? = nil) {
    self.module = module
    self.configuration = configuration
    self.stamp = stamp
  }

  /// The code that was generated.
  public struct Output: Sendable {
    /// The Swift of each snapshot, by its path; a model that is not wanted has a file without code.
    public var requests: [String: String]
    /// The Swift of the types that several requests refer to.
    public var sharedTypes: String
    /// The Swift that lists the models.
    public var catalog: String
    /// The warnings.
    public var warnings: [Diagnostic]
  }

  /// The name of the type that lists the models.
  package var catalogName: String {
    configuration.catalogName ?? "\(Identifier.type(module))Models"
  }

  /// Generates the code for `files`. Their order makes no difference.
  ///
  /// - Returns: The code, and the warnings.
  /// - Throws: ``GenerationFailure`` with all that is wrong with them.
  public func generate(_ files: [SourceFile]) throws(GenerationFailure) -> Output {
    let translation = try translate(files)
    return render(
      translation.documented, translation.shared, files: files, warnings: translation.warnings)
  }

  /// The models as they were read and translated.
  package struct Translation {
    /// The snapshots of the models that are wanted, in the order of the models' names.
    package let sources: [ModelSource]
    /// The Swift of each of them, with every type in the place where it is used.
    package let models: [ModelBlueprint]
    /// The same, but for the types that several of them share.
    package let relieved: [ModelBlueprint]
    let shared: SharedTypes
    package let warnings: [Diagnostic]

    /// The relieved models, whose comments show the smallest request: the page of a type opens with what
    /// can be copied. Nobody should copy a request to a model that is gone.
    var documented: [ModelBlueprint] {
      zip(relieved, models).map { relieved, whole in
        guard relieved.retirement == nil else { return relieved }
        var model = relieved
        model.type.documentation = Documentation.request(
          model.type.documentation, showing: SampleRequest(of: whole.type).code)
        return model
      }
    }

    /// Describes how a model reads in source that uses it: every type is in the place where it is
    /// used, under the name that it has, shared or not.
    package func blueprint(at index: Int) -> ModelBlueprint {
      var model = models[index]
      model.type = shared.named(model.type)
      return model
    }
  }

  /// Reads and translates `files`, and finds what they share.
  ///
  /// - Throws: ``GenerationFailure`` with all that is wrong with them.
  package func translate(_ files: [SourceFile]) throws(GenerationFailure) -> Translation {
    try translate(reading(of: files))
  }

  /// Translates what was read, and finds what it shares.
  ///
  /// - Parameter drafts: The models that are wanted, translated already, by their names; `nil` to
  ///   translate all.
  /// - Throws: ``GenerationFailure`` with all that is wrong with it.
  package func translate(
    _ reading: Reading, from drafts: [String: ModelBlueprint]? = nil
  ) throws(GenerationFailure) -> Translation {
    var diagnostics = reading.diagnostics
    var sources = reading.sources
    var models: [ModelBlueprint] = []
    if let drafts {
      sources = sources.filter { drafts[$0.name] != nil }
      models = sources.compactMap { drafts[$0.name] }
    } else {
      let translated = translated(sources, of: reading, isForCode: true)
      models = translated.map(\.0)
      diagnostics += problems(of: translated.map(\.1), reading)
    }
    var relieved = models
    let shared = SharedTypes(of: &relieved, in: catalogName)
    diagnostics += conflictProblems(shared.conflicts)
    diagnostics +=
      TopLevelNames(
        of: reading.sources, named: reading.names,
        besides: shared.types.filter(\.isNamed).map(\.name),
        catalog: catalogName, configuration: configuration
      ).diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw GenerationFailure(diagnostics: diagnostics)
    }
    return Translation(
      sources: sources, models: models, relieved: relieved, shared: shared, warnings: diagnostics)
  }

  /// Models of which no code is to be made.
  package struct Drafts: Sendable {
    /// The models, by their names.
    package let models: [String: ModelBlueprint]
    /// Members of their requests.
    fileprivate let members: TranslatedMembers
  }

  /// Translates some of the models that were read, of which no code is to be made: what is said of a
  /// request and its members is left out.
  ///
  /// - Parameter others: Models that were translated before by a generator that makes the same. What they
  ///   have in common with these is not translated again, and neither is what these have in common.
  package func drafts(
    of reading: Reading, only names: Set<String>?, besides others: Drafts? = nil
  ) -> Drafts {
    let sources = reading.sources.filter { names?.contains($0.name) != false }
    let members = others?.members ?? TranslatedMembers()
    let translated = translated(sources, of: reading, isForCode: false, besides: members)
    return Drafts(
      models: Dictionary(zip(sources, translated).map { ($0.name, $1.0) }) { first, _ in first },
      members: members)
  }

  private func translated(
    _ sources: [ModelSource], of reading: Reading, isForCode: Bool,
    besides members: TranslatedMembers? = nil
  ) -> [(ModelBlueprint, Translator)] {
    let typeNames = reading.typeNames
    // A type in a request may not be called like the list of the models, which the request refers to.
    var named = configuration
    named.catalogName = catalogName
    return sources.concurrentMap { [configuration = named] source in
      var translator = Translator(source, configuration: configuration)
      translator.isForCode = isForCode
      translator.knownMembers = members
      var model = translator.translate(named: typeNames[source.name] ?? "")
      model.retirement = RetirementNotice(of: source) { typeNames[$0] }
      members?.add(translator.translatedMembers)
      return (model, translator)
    }
  }

  /// What the translators warn of, and of settings that none of them has used.
  private func problems(of translators: [Translator], _ reading: Reading) -> [Diagnostic] {
    var usedRenames = Set(reading.names.renames.values)
    var usedFlattenings: Set<Int> = []
    for translator in translators {
      usedRenames.formUnion(translator.usedRenames)
      usedFlattenings.formUnion(translator.usedFlattenings)
    }
    let unused =
      translators.isEmpty
      ? [] : unusedProblems(renames: usedRenames, flattenings: usedFlattenings)
    return translators.flatMap(\.warnings) + unused
  }

  /// What is said of patterns for models that fit none.
  func unfitPatterns(for sources: [ModelSource]) -> [Diagnostic] {
    let unfit = configuration.models.indices.filter { index in
      let pattern = Pattern(configuration.models[index])
      return !sources.contains { pattern.matches($0.name) }
    }
    guard !sources.isEmpty, unfit.count < configuration.models.count else {
      return sources.isEmpty
        ? []
        : [
          configuration.diagnostic(
            .error,
            "none of the \(sources.count) models fits \"models\", so that nothing is generated",
            at: JSONPointer(tokens: ["models"]))
        ]
    }
    return unfit.map { index in
      configuration.diagnostic(
        .warning, "no model fits this pattern, so it does nothing",
        at: JSONPointer(tokens: ["models", String(index)]))
    }
  }

  /// What is said of places that no model has.
  private func unusedProblems(renames: Set<Int>, flattenings: Set<Int>) -> [Diagnostic] {
    func problem(_ what: String, at place: JSONPointer, ofKey: Bool) -> Diagnostic {
      configuration.diagnostic(
        .warning, "there is nothing at this place in any model, so this \(what) does nothing",
        at: place, ofKey: ofKey)
    }
    return configuration.renames.indices.filter { !renames.contains($0) }.map { index in
      problem("rename", at: configuration.place(ofRename: index), ofKey: true)
    }
      + configuration.flattenings.indices.filter { !flattenings.contains($0) }.map { index in
        problem(
          "flattening", at: JSONPointer(tokens: ["flatten", String(index)]), ofKey: false)
      }
  }

  /// Names that are given to types that differ.
  private func conflictProblems(_ conflicts: [String]) -> [Diagnostic] {
    conflicts.map { name in
      configuration.diagnostic(
        .error, "the name \(name) is given to types that differ; name each of them",
        at: JSONPointer(tokens: ["renames"]))
    }
  }

  private func render(
    _ models: [ModelBlueprint], _ shared: SharedTypes, files: [SourceFile], warnings: [Diagnostic]
  ) -> Output {
    let renderer = Renderer(configuration: configuration, catalogName: catalogName)
    let byPath = Dictionary(
      models.concurrentMap { ($0.path, renderer.request($0)) },
      uniquingKeysWith: { first, _ in first })
    let requests = files.map { file in
      (file.path, byPath[file.path] ?? renderer.leftOut(file))
    }
    return Output(
      requests: Dictionary(requests, uniquingKeysWith: { first, _ in first }),
      sharedTypes: renderer.sharedTypes(shared.types, from: "\(module)'s snapshots"),
      catalog: renderer.catalog(models, stamp: stamp, from: "\(module)'s snapshots"),
      warnings: warnings
    )
  }
}
