import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// Schemas of real models and hand-written oddities, which are not part of this repository.
///
/// They are looked for in the folder that `TYPED_MEDIA_CORPORA` names, else at `shared/corpora` beside
/// the repository, and in the folder `cases` beside that.
@Suite(.enabled(if: Corpus.isThere, "The corpora are not at hand."))
struct CorpusTests {
  @Test(arguments: Corpus.folders)
  func everyTypeHasAValueAndWhatHasNoneIsWarnedOf(folder: URL) throws {
    for file in Corpus.schemas(in: folder) {
      guard let translation = try? RequestGenerator(module: "Corpus").translate([file]),
        let model = translation.sources.indices.first.map(translation.blueprint)
      else { continue }
      let missing = translation.warnings.filter { $0.message.hasPrefix("there is no value of") }
      #expect(missing.isEmpty, "\(file.path): \(missing)")
      let untyped = translation.warnings.count { $0.message.contains("JSON in Swift") }
      #expect(model.type.untypedPlaces.isEmpty || untyped > 0, "\(file.path)")
      #expect(model.type.caseNames.filter(\.endsInAFingerprint) == [], "\(file.path)")
    }
  }

  @Test(arguments: Corpus.folders)
  func whatIsValidIsTaken(folder: URL) throws {
    var count = 0
    for file in Corpus.schemas(in: folder) {
      guard let translation = try? RequestGenerator(module: "Corpus").translate([file]),
        let source = translation.sources.first,
        let schema = try? JSONSchema(
          source.schemaDocument[source.schemaPointer] ?? true, options: .init(lenient: true)),
        schema.problems.isEmpty
      else { continue }
      let reader = BlueprintReader(translation.blueprint(at: 0).type)
      for url in Corpus.bodies(of: file) {
        guard let body = try? JSON(parsing: Data(contentsOf: url)), schema.isValid(body) else {
          continue
        }
        let isTaken = reader.takes(body)
        #expect(isTaken, "\(url.path)")
        count += 1
      }
    }
    #expect(count > 0, "There are no bodies for \(folder.path).")
  }
}

/// Where the schemas and the bodies are.
private enum Corpus {
  static let corpora: URL = {
    if let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_CORPORA"] {
      return URL(filePath: path)
    }
    return goldenFolder.appending(path: "../../../../shared/corpora").standardizedFileURL
  }()

  static let folders = [
    "input_schemas/fal", "input_schemas/replicate", "input_schemas/cog", "../cases/schemas",
  ].map { corpora.appending(path: $0).standardizedFileURL }

  static var isThere: Bool {
    folders.allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The schemas in a folder and in those in it.
  static func schemas(in folder: URL) -> [SourceFile] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().filter { $0.hasSuffix(".json") && !$0.contains("body") }.compactMap {
      path in
      let url = folder.appending(path: path)
      return (try? Data(contentsOf: url)).map {
        SourceFile(path: url.path, name: path, data: $0)
      }
    }
  }

  /// The bodies in the folder of the model, or beside a schema that has a folder of its own.
  static func bodies(of file: SourceFile) -> [URL] {
    let url = URL(filePath: file.path)
    let model = url.deletingPathExtension().lastPathComponent
    let source = url.deletingLastPathComponent()
    let own = corpora.appending(path: "instances/\(source.lastPathComponent)/\(model)")
    return [own, source].flatMap { folder in
      let files = try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      return (files ?? []).filter { folder == own || $0.lastPathComponent.hasPrefix("body") }
    }
  }
}

extension TypeBlueprint {
  /// The names of the cases in it.
  fileprivate var caseNames: [String] {
    let own: [String] =
      switch body {
      case .values(_, let values), .openValues(let values): values.map(\.name)
      case .union(let alternatives): alternatives.map(\.name)
      case .choice(let choices): choices.map(\.name)
      case .structure, .tuple, .alias: []
      }
    return own + nested.flatMap(\.caseNames)
  }

  /// The names of what is in it and can be anything.
  fileprivate var untypedPlaces: [String] {
    let own: [(String, TypeReference)] =
      switch body {
      case .structure(let properties), .tuple(let properties):
        properties.filter(\.isStored).map { ($0.name, $0.type) }
      case .choice(let choices):
        choices.flatMap(\.members).filter(\.isStored).map { ($0.name, $0.type) }
      case .union(let alternatives):
        alternatives.filter { $0.constant == nil }.map { ($0.name, $0.type) }
      case .values, .openValues, .alias: []
      }
    return own.filter { $0.1.isUntyped }.map(\.0) + nested.flatMap(\.untypedPlaces)
  }
}

extension TypeReference {
  /// Whether nothing is known of it. An object of which the schema names no member is none of these.
  fileprivate var isUntyped: Bool {
    switch self {
    case .named(let name): name == "JSON"
    case .array(let inner), .nullable(let inner): inner.isUntyped
    case .dictionary: false
    }
  }
}

extension String {
  /// Whether it ends in four hexadecimal digits of which one is a letter.
  fileprivate var endsInAFingerprint: Bool {
    guard let end = split(separator: "_").last, end.count >= 4, contains("_") else { return false }
    return [4, 16].contains(end.count) && end.allSatisfy(\.isHexDigit)
      && end.contains { $0.isLetter && $0.isLowercase } && end.contains(where: \.isNumber)
  }
}
