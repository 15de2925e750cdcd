import TypedMediaGenerator
import TypedMediaSchema

/// All of a model that can change: its record, its places, and its type.
struct ModelSurface {
  let source: ModelSource
  let blueprint: ModelBlueprint
  /// The places of a request, the request itself first.
  let places: [Place]
  /// Whether these are all places.
  let isComplete: Bool
  /// The types that the model shares with others, by the names under which it has them.
  let sharedTypes: [String: String]

  init(_ source: ModelSource, as blueprint: ModelBlueprint, relieved: TypeBlueprint) {
    let reader = SurfaceReader(source, as: blueprint.type)
    (self.source, self.blueprint) = (source, blueprint)
    (places, isComplete) = (reader.places, reader.isComplete)
    sharedTypes = Self.aliases(in: relieved, under: relieved.name)
  }

  /// How the type is declared.
  var declaration: String {
    let attribute = blueprint.retirement == nil ? "" : "@available(*, deprecated) "
    return "\(attribute)struct \(blueprint.type.name)"
  }

  private static func aliases(in type: TypeBlueprint, under name: String) -> [String: String] {
    type.nested.reduce(into: [:]) { aliases, nested in
      let path = "\(name).\(nested.name)"
      if case .alias(let target) = nested.body { aliases[path] = target }
      aliases.merge(Self.aliases(in: nested, under: path)) { $1 }
    }
  }
}
