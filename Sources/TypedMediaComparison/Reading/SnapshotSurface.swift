import TypedMediaGenerator

/// The models of a module that can have changed, by their names, and what its configuration makes of
/// them.
struct SnapshotSurface {
  let models: [String: ModelSurface]
  let configuration: Configuration
  let catalogName: String
  /// The types that models share, by the names under which they have them.
  let sharedTypes: [String: String]
  /// The names of all types that are declared in models, by the way to them.
  let typePaths: Set<String>

  /// - Parameter names: The names of the models that can have changed; all by default.
  init(
    _ translation: RequestGenerator.Translation, from generator: RequestGenerator,
    only names: Set<String>? = nil
  ) {
    var models: [String: ModelSurface] = [:]
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
      models[source.name] = ModelSurface(source, as: blueprint)
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
