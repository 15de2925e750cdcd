import TypedMediaSchema

/// The names of the models' types, told apart.
///
/// A model that has a name keeps it, whoever comes: only one that comes gets a longer one where its own
/// is taken.
struct ModelNames {
  private var names: [String: String] = [:]
  /// The models whose names had to be made longer than anybody would call them.
  private var numbered: Set<String> = []
  /// The renames that were used, by the model's name, as their index.
  private(set) var renames: [String: Int] = [:]

  /// - Parameters:
  ///   - models: The models' names.
  ///   - kept: The names that models have already, or once had, by the models' names.
  init(of models: [String], configuration: Configuration, kept: [String: String] = [:]) {
    let new = models.filter { kept[$0] == nil }
    for model in models {
      names[model] = kept[model] ?? Reserved.type(Identifier.model(model))
    }
    // The maker's name tells models of one name apart, as in `google/veo` and `acme/veo`.
    for model in clashes(among: new, besides: kept) { names[model] = Identifier.type(model) }
    for model in clashes(among: new, besides: kept) {
      names[model] = Identifier.type(model) + "_" + Fingerprint(model).short
      numbered.insert(model)
    }
    for (index, rename) in configuration.renames.enumerated() where rename.place.pointer == nil {
      let pattern = Pattern(rename.place.model)
      for model in models where pattern.matches(model) {
        names[model] = rename.name
        renames[model] = index
      }
    }
  }

  subscript(model: String) -> String { names[model] ?? Identifier.model(model) }

  /// What there is to say of the names of `models`.
  func diagnostics(of models: [ModelSource]) -> [Diagnostic] {
    models.filter { numbered.contains($0.name) }.map { model in
      let name = Identifier.type(model.name) + "_" + Fingerprint(model.name).short
      return Diagnostic(
        .warning,
        """
        \(model.name) has the same Swift name as another model, and is called \(name); rename it in \
        typed-media.json
        """,
        path: model.file.path,
        position: model.namePosition)
    }
  }

  private func clashes(among models: [String], besides kept: [String: String]) -> [String] {
    let counts = Dictionary(
      models.map { (self[$0], 1) } + kept.values.map { ($0, 1) }, uniquingKeysWith: +)
    return models.filter { counts[self[$0], default: 0] > 1 }
  }
}
