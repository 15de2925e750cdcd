import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// A schema of one construct, or of two, with bodies that were judged by others.
struct Construct {
  /// What others say of a body, and what our types may do with it.
  enum Verdict: String, CaseIterable {
    /// It is valid, and a type takes it.
    case valid
    /// It is valid, with members of which the schema says nothing, which a type may refuse.
    case unknown
    /// It is valid, and of another type than the keywords of a schema without `type` are about.
    case untyped
    /// It is valid, and fits several objects of an `anyOf` at once.
    case several
    /// It is not valid.
    case broken
  }

  /// The schema's name, which no other has.
  let name: String
  /// What it is counted with.
  let construct: String
  let schema: JSON
  let bodies: [(verdict: Verdict, body: JSON)]

  private init?(_ json: JSON) {
    guard let name = json["name"]?.string, let construct = json["construct"]?.string,
      let schema = json["schema"]
    else { return nil }
    (self.name, self.construct, self.schema) = (name, construct, schema)
    bodies = Verdict.allCases.flatMap { verdict in
      (json[verdict.rawValue]?.array ?? []).map { (verdict, $0) }
    }
  }

  /// All that are kept in this package.
  static func all() throws -> [Construct] {
    let folder = Repository.folder.appendingPathComponent("Benchmarks/Constructs")
    return try ["single.json", "pairs.json"].flatMap { name in
      let json = try JSON(parsing: Data(contentsOf: folder.appendingPathComponent(name)))
      return (json.array ?? []).compactMap(Construct.init)
    }
  }

  /// The schema as the generator takes it.
  var file: SourceFile {
    let record: JSON = ["name": .string(name), "input_schema": schema]
    return SourceFile(
      path: name + ".json", name: "schemas/\(name).json", data: record.data(.indented))
  }
}
