import TypedMediaGenerator

/// The models of a module that can have changed, by their names, and what its configuration makes of
/// them.
struct SnapshotSurface {
  /// The declarations of all of them.
  let declarations: [String: ModelDeclaration]
  /// Those that are compared with the other side, place by place.
  let models: [String: TranslatedModel]
  let configuration: Configuration
  let catalogName: String
  /// The types that models share, by the names under which they have them.
  let sharedTypes: [String: String]
  /// The names of all types that are declared in models, by the way to them.
  let typePaths: Set<String>

  /// - Parameter names: The names of the models that can have changed; `nil` where all can have.
  init(
    _ translation: RequestGenerator.Translation, of reading: RequestGenerator.Reading,
    from generator: RequestGenerator, only names: Set<String>?
  ) {
    let changed = reading.sources.filter { names?.contains($0.name) != false }
    declarations = Dictionary(
      changed.map { ($0.name, ModelDeclaration($0, typeName: reading.typeNames[$0.name] ?? "")) }
    ) { first, _ in first }
    var models: [String: TranslatedModel] = [:]
    var (sharedTypes, typePaths) = ([String: String](), Set<String>())
    for index in translation.sources.indices {
      let source = translation.sources[index]
      sharedTypes.merge(translation.relieved[index].type.aliases) { first, _ in first }
      guard names?.contains(source.name) != false else {
        typePaths.formUnion(translation.models[index].type.types.map(\.path))
        continue
      }
      let blueprint = translation.blueprint(at: index)
      typePaths.formUnion(blueprint.type.types.map(\.path))
      models[source.name] = TranslatedModel(source: source, blueprint: blueprint)
    }
    (self.models, self.sharedTypes, self.typePaths) = (models, sharedTypes, typePaths)
    (configuration, catalogName) = (generator.configuration, generator.catalogName)
  }

  /// The names under which types are the same, by the shared type.
  var sharers: [String: Set<String>] {
    sharedTypes.reduce(into: [:]) { $0[$1.value, default: []].insert($1.key) }
  }
}

extension TypeBlueprint {
  /// The types that are declared in it, with the way to each from its own name on.
  var types: [(path: String, type: TypeBlueprint)] {
    nested.flatMap { nested in
      [("\(name).\(nested.name)", nested)]
        + nested.types.map { (path: "\(name).\($0.path)", type: $0.type) }
    }
  }

  /// The same without what is said of it.
  var undocumented: TypeBlueprint {
    var type = self
    type.documentation = []
    return type
  }

  /// The types that it shares with other models, by the names under which it has them.
  fileprivate var aliases: [String: String] {
    types.reduce(into: [:]) { aliases, nested in
      if case .alias(let target) = nested.type.body { aliases[nested.path] = target }
    }
  }
}
