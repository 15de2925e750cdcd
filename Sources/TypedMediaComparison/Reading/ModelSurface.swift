import TypedMediaGenerator
import TypedMediaSchema

/// A model as it was read, and as it reads in Swift.
struct TranslatedModel {
  let source: ModelSource
  let blueprint: ModelBlueprint
}

/// All of a model that can change: its record, its places, and its type.
struct ModelSurface {
  let source: ModelSource
  let blueprint: ModelBlueprint
  /// The places of a request, the request itself first, but for those that cannot have changed.
  let places: [Place]
  /// Tells whether these are all places.
  let isComplete: Bool

  /// - Parameter same: The members of a request of which nothing has changed.
  init(_ source: ModelSource, as blueprint: ModelBlueprint, besides same: Set<String>) {
    let reader = SurfaceReader(source, as: blueprint.type, besides: same)
    (self.source, self.blueprint) = (source, blueprint)
    (places, isComplete) = (reader.places, reader.isComplete)
  }

  /// How the type is declared.
  var declaration: String { ModelDeclaration(source, typeName: blueprint.type.name).text }
}

/// A model by itself, without its places: all that is told of one that came or went.
struct ModelDeclaration {
  let source: ModelSource
  let typeName: String

  init(_ source: ModelSource, typeName: String) {
    (self.source, self.typeName) = (source, typeName)
  }

  /// How the type is declared.
  var text: String {
    "\(source.isRetired ? "@available(*, deprecated) " : "")struct \(typeName)"
  }

  /// The model in a few words.
  var summary: String {
    let type = source.record["type"]?.string.map { ", \($0)" } ?? ""
    return "\(source.name)\(type)"
  }
}
