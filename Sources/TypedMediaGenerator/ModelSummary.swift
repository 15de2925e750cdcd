/// The facts that there are to tell people of a model's request.
package struct ModelSummary: Sendable {
  /// The file that the model was read from.
  package let path: String
  /// The name of the request's type.
  package let typeName: String
  /// The smallest request, as a Swift expression, in which `url`, `uuid` and `date` stand for what only
  /// the caller can have.
  package let sample: String
  /// The members, by their names as they are sent, whose own members are parameters of the request.
  package let flattened: Set<String>
  /// The record, as it is embedded in the type.
  package let embeddedRecord: String
  /// The Swift names that are not as the names that are sent, as they are embedded.
  package let embeddedNames: String
}

extension RequestGenerator {
  /// Tells of the models of `files` what people want to know, in the order of the models' names.
  ///
  /// - Throws: ``GenerationFailure`` with all that is wrong with them.
  package func summaries(of files: [SourceFile]) throws(GenerationFailure) -> [ModelSummary] {
    let translation = try translate(files)
    return translation.sources.indices.map { index in
      let model = translation.blueprint(at: index)
      return ModelSummary(
        path: model.path, typeName: model.type.name, sample: SampleRequest(of: model.type).code,
        flattened: model.type.flattened, embeddedRecord: model.embeddedRecord,
        embeddedNames: model.embeddedNames)
    }
  }
}

extension TypeBlueprint {
  /// The members whose own members are properties of the type.
  fileprivate var flattened: Set<String> {
    guard case .structure(let properties) = body else { return [] }
    return Set(properties.filter(\.coding.isInside).flatMap(\.coding.keys))
  }
}
