import TypedMediaGenerator
import TypedMediaSchema

/// All of a model that can change: its record, its places, and its type.
struct ModelSurface {
  let source: ModelSource
  let blueprint: ModelBlueprint
  /// The places of a request, the request itself first.
  let places: [Place]
  /// Tells whether these are all places.
  let isComplete: Bool

  init(_ source: ModelSource, as blueprint: ModelBlueprint) {
    let reader = SurfaceReader(source, as: blueprint.type)
    (self.source, self.blueprint) = (source, blueprint)
    (places, isComplete) = (reader.places, reader.isComplete)
  }

  /// The way that the type is declared.
  var declaration: String {
    let attribute = blueprint.retirement == nil ? "" : "@available(*, deprecated) "
    return "\(attribute)struct \(blueprint.type.name)"
  }
}
