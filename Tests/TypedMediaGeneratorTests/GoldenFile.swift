import Foundation
import Testing
import TypedMediaGenerator

/// The folder with the snapshots that golden files are made from, and the golden files.
let goldenFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

/// Compares `text` with a golden file, or rewrites the file when `RECORD` is set.
///
/// Recording fails the test, so that a run that records is never mistaken for one that passes.
func expectGolden(_ text: String, named name: String) throws {
  let file = goldenFolder.appending(path: "Swift/\(name)")
  guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded \(name). Read the diff, then run again without RECORD.")
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "Run with RECORD=1 to rewrite \(name).")
}

/// The JSON files in `folder`, named as a build names them.
func sourceFiles(in folder: URL) throws -> [SourceFile] {
  try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "json" && $0.lastPathComponent != "snapshot.json" }
    .sorted { $0.path < $1.path }
    .map {
      SourceFile(
        path: $0.path, name: "schemas/\($0.lastPathComponent)", data: try Data(contentsOf: $0))
    }
}

/// A file made of text.
func sourceFile(_ text: String, path: String = "schemas/model.json") -> SourceFile {
  SourceFile(path: path, name: path, data: Data(text.utf8))
}

extension RequestGenerator {
  /// Generates the code, and leaves out the modules that it names types with, for people to read.
  func generateUnqualified(_ files: [SourceFile]) throws(GenerationFailure) -> Output {
    func unqualified(_ code: String) -> String {
      ["Swift", "Foundation", "TypedMedia"].reduce(code) { code, module in
        [" ", "(", "[", "<", "@"].reduce(code) { $0.replacing("\($1)\(module).", with: $1) }
      }
    }
    var output = try generate(files)
    output.requests = output.requests.mapValues(unqualified)
    output.sharedTypes = unqualified(output.sharedTypes)
    output.catalog = unqualified(output.catalog)
    return output
  }

  /// The generator that makes the golden files.
  static func golden() throws -> RequestGenerator {
    let configuration = goldenFolder.appending(path: "typed-media.json")
    let stamp = goldenFolder.appending(path: "schemas/snapshot.json")
    return RequestGenerator(
      module: "Golden",
      configuration: try Configuration(
        sourceFile(
          String(contentsOf: configuration, encoding: .utf8), path: "typed-media.json")),
      stamp: try Stamp(sourceFile(String(contentsOf: stamp, encoding: .utf8)))
    )
  }
}
