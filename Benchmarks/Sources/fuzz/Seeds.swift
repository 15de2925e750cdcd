import Foundation
import TypedMedia
import Workbench

/// The sound schemas and bodies that cases are made from.
struct Seeds {
  /// A model's schema or record, and bodies that it takes.
  struct Model {
    var document: JSON
    var bodies: [JSON]
  }

  let models: [Model]

  init() throws {
    let corpora = try Corpora()
    let service = SchemaFile.all(in: Repository.folder.appendingPathComponent("schemas"))
    models = try (SchemaFile.all(in: corpora.schemas) + service).map { file in
      Model(
        document: try JSON(parsing: Data(contentsOf: file.url)),
        bodies: try file.bodies(in: corpora.instances).map {
          try JSON(parsing: Data(contentsOf: $0))
        })
    }
  }

  /// One of the models.
  func model(_ random: inout RandomNumbers) -> Model {
    random.pick(models, or: Model(document: [:], bodies: []))
  }
}
