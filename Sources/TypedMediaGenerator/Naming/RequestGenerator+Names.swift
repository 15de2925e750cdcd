import TypedMediaSchema

extension RequestGenerator {
  /// The names of the models' types for a stamp to keep, by the models' names.
  ///
  /// Names that the stamp has are kept; then those of the models that were there before, the wanted ones
  /// first; what comes gets none that is taken. Renames of the configuration are not among them, for they
  /// hold beside a stamp. Files that cannot be read have no names.
  ///
  /// - Parameters:
  ///   - files: The files of now.
  ///   - earlier: The files of before.
  /// - Returns: The names of the models' types for a stamp to keep, by the models' names.
  public func names(of files: [SourceFile], after earlier: [SourceFile] = []) -> [String: String] {
    let (before, _) = read(earlier)
    let (now, _) = read(files, besides: before)
    return names(ofModels: now.map(\.name), after: before.map(\.name))
  }

  /// The names of the models' types for a stamp to keep, of models of which no more is known than their own
  /// names.
  package func names(
    ofModels models: [String], after earlier: [String] = []
  ) -> [String: String] {
    var kept = stamp?.names ?? [:]
    var taken = Set(kept.values)
    let patterns = configuration.models.map { Pattern($0) }
    for models in [earlier, models].map({ Set($0).sorted() }) {
      let wanted = models.filter { model in patterns.contains { $0.matches(model) } }
      for models in [wanted, models] where models.contains(where: { kept[$0] == nil }) {
        let names = ModelNames(of: models, configuration: Configuration(), kept: kept)
        for model in models where kept[model] == nil && Stamp.isName(names[model]) {
          if taken.insert(names[model]).inserted { kept[model] = names[model] }
        }
      }
    }
    return kept
  }

  /// Whether a name is that of something else than a model's type.
  package func isTaken(_ typeName: String) -> Bool {
    typeName == catalogName || typeName == configuration.protocolName
  }

  /// The name of the model of a file; `nil` where no model can be read from it.
  package static func modelName(in file: SourceFile) -> String? { try? ModelSource(file).name }
}
