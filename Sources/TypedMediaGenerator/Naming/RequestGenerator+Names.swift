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
    var kept = stamp?.names ?? [:]
    var taken = Set(kept.values)
    for files in [earlier, files] {
      let (sources, _) = read(files)
      let wanted = sources.filter { source in
        configuration.models.contains { Pattern($0).matches(source.name) }
      }
      for models in [wanted, sources] {
        let names = ModelNames(models, configuration: Configuration(), kept: kept)
        for model in models where kept[model.name] == nil && Stamp.isName(names[model]) {
          if taken.insert(names[model]).inserted { kept[model.name] = names[model] }
        }
      }
    }
    return kept
  }
}
