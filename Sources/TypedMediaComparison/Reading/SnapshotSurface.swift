import TypedMediaGenerator

/// All models of a module, by their names, and what its configuration makes of them.
struct SnapshotSurface {
  let models: [String: ModelSurface]
  let configuration: Configuration
  let catalogName: String

  /// Reads and translates snapshots as a build does it.
  ///
  /// - Throws: `GenerationFailure` with all that is wrong with them.
  init(
    of files: [SourceFile], module: String, configuration: Configuration, stamp: Stamp?
  ) throws(GenerationFailure) {
    let generator = RequestGenerator(
      module: module, configuration: configuration, stamp: stamp)
    let translation = try generator.translate(files)
    let surfaces = translation.sources.indices.map { index in
      ModelSurface(
        translation.sources[index], as: translation.blueprint(at: index),
        relieved: translation.relieved[index].type)
    }
    models = Dictionary(
      surfaces.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
    (self.configuration, catalogName) = (configuration, generator.catalogName)
  }

  /// The names under which types are the same, by the shared type.
  var sharers: [String: Set<String>] {
    models.values.reduce(into: [:]) { sharers, model in
      for (name, target) in model.sharedTypes { sharers[target, default: []].insert(name) }
    }
  }
}
