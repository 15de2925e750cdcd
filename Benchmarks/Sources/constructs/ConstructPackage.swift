import Foundation
import TypedMedia
import Workbench

/// The code of all constructs, in modules of some hundred schemas, and the program that tries it.
struct ConstructPackage {
  private static let mostInModule = 300

  private let package: GeneratedPackage
  /// The code of each module.
  let modules: [GeneratedSources]

  init(_ constructs: [Construct], in folder: URL) throws {
    let starts = stride(from: 0, to: constructs.count, by: Self.mostInModule)
    modules = try starts.enumerated().map { index, start in
      let part = constructs[start...].prefix(Self.mostInModule)
      return try GeneratedSources(of: part.map(\.file), as: "Constructs\(index)")
    }
    let names = modules.indices.map { "Constructs\($0)" }
    let list = names.map { "\"\($0)\", " }.joined()
    package = try GeneratedPackage(
      "Constructs", in: folder,
      targets: names.map(GeneratedPackage.module) + [
        ".executableTarget(name: \"TryConstructs\", dependencies: [\(list)runtime])"
      ])
    for (name, module) in zip(names, modules) {
      try package.write(module, as: name) { path in
        (path as NSString).deletingPathExtension + ".swift"
      }
    }
    try package.addProgram("TryConstructs", with: "Check/SchemaPlace.swift")
    try package.write(Self.catalog(of: names), to: "Sources/TryConstructs/Catalog.swift")
  }

  private static func catalog(of modules: [String]) -> String {
    let imports = modules.map { "import \($0)\n" }.joined()
    let lists = modules.map { "    all += \($0)Models.all\n" }.joined()
    return """
      \(imports)import TypedMedia

      /// All types that are tried.
      enum Catalog {
        static var all: [any GenerationRequest.Type] {
          var all: [any GenerationRequest.Type] = []
      \(lists)    return all
        }
      }

      """
  }

  /// Compiles the code.
  ///
  /// - Returns: How long that took.
  func build(jobs: Int) throws -> Double { try package.build("-j", "\(jobs)").seconds }

  /// What became of a body.
  enum Outcome: Hashable {
    /// It was decoded, is valid, and is the same when it is encoded.
    case taken
    /// It was not decoded, or is not valid by the schema that the type has.
    case refused(String)
    /// It was decoded and is valid, and is another when it is encoded.
    case changed(String)
  }

  /// Decodes, validates and encodes the bodies of schemas that there are types for.
  ///
  /// - Returns: What became of each, by the schema's name.
  func outcomes(of constructs: [Construct]) throws -> [String: [Outcome]] {
    let work = constructs.map { construct -> JSON in
      [
        "model": .string(construct.name), "schema": construct.schema,
        "bodies": .array(construct.bodies.map(\.body)),
      ]
    }
    let list = package.folder.appendingPathComponent("constructs.json")
    try JSON.array(work).data(.indented).write(to: list)
    let program = package.products("debug").appendingPathComponent("TryConstructs").path
    let run = try Measured(program, [list.path])
    var outcomes: [String: [Outcome]] = [:]
    for line in run.output.split(separator: "\n") {
      guard let json = try? JSON(parsing: Data(line.utf8)), let name = json["model"]?.string else {
        print(line)
        continue
      }
      outcomes[name] = json["outcomes"]?.array?.map { outcome in
        outcome["refused"]?.string.map(Outcome.refused)
          ?? outcome["changed"]?.string.map(Outcome.changed) ?? .taken
      }
    }
    if !run.succeeded { print("The program has ended early: \(run.ending.status)") }
    return outcomes
  }
}
