import TypedMediaSchema

/// The names of the models' types, told apart.
///
/// A model that has a name keeps it, whoever comes: only one that comes gets a longer one where its own
/// is taken.
struct ModelNames {
  private var names: [String: String] = [:]
  /// What there is to say of them.
  private(set) var diagnostics: [Diagnostic] = []
  /// The renames that were used, by the model's name, as their index.
  private(set) var renames: [String: Int] = [:]

  /// - Parameter kept: The names that models have already, or once had, by the models' names.
  init(_ models: [ModelSource], configuration: Configuration, kept: [String: String] = [:]) {
    let new = models.filter { kept[$0.name] == nil }
    for model in models {
      names[model.name] = kept[model.name] ?? Reserved.type(Identifier.model(model.name))
    }
    // The maker's name tells models of one name apart, as in `google/veo` and `acme/veo`.
    for model in clashes(among: new, besides: kept) {
      names[model.name] = Identifier.type(model.name)
    }
    for model in clashes(among: new, besides: kept) {
      let name = Identifier.type(model.name) + "_" + Fingerprint(model.name).short
      names[model.name] = name
      diagnostics.append(
        Diagnostic(
          .warning,
          """
          \(model.name) has the same Swift name as another model, and is called \(name); rename it in \
          typed-media.json
          """,
          path: model.file.path,
          position: model.namePosition))
    }
    for (index, rename) in configuration.renames.enumerated() where rename.place.pointer == nil {
      for model in models where Pattern(rename.place.model).matches(model.name) {
        names[model.name] = rename.name
        renames[model.name] = index
      }
    }
  }

  subscript(model: ModelSource) -> String { names[model.name] ?? Identifier.model(model.name) }

  private func clashes(
    among models: [ModelSource], besides kept: [String: String]
  ) -> [ModelSource] {
    let counts = Dictionary(
      models.map { (self[$0], 1) } + kept.values.map { ($0, 1) }, uniquingKeysWith: +)
    return models.filter { counts[self[$0], default: 0] > 1 }
  }
}
