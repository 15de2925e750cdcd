import Foundation
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

/// A snapshot made of text.
func snapshot(_ text: String, path: String = "schemas/aurora.json") -> SourceFile {
  SourceFile(path: path, name: path, data: Data(text.utf8))
}

/// A snapshot of a model whose schema, or the properties of it alone, are given.
func model(
  _ properties: String, required: String = "[]", rest: String = "", record: String = "",
  named name: String = "aurora"
) -> SourceFile {
  snapshot(
    """
    {"name": "\(name)", \(record) "input_schema": {"type": "object", "required": \(required),
     "properties": {\(properties)} \(rest)}}
    """, path: "schemas/\(name).json")
}

extension SnapshotComparison {
  /// Each change as `advice place rules`, sorted.
  var briefly: [String] {
    changes.map { change in
      let rules = change.rules.map(\.rawValue).joined(separator: "+")
      return [change.advice.rawValue, change.place, rules].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    .sorted()
  }
}

/// The folder of the snapshots that come with the package.
let schemasFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../schemas").standardizedFileURL

/// The services whose snapshots come with the package.
func services() -> [String] {
  let names = try? FileManager.default.contentsOfDirectory(atPath: schemasFolder.path)
  return (names ?? []).filter { !$0.contains(".") }.sorted()
}

/// The snapshots of a service that come with the package.
func committedSnapshots(of service: String) throws -> [SourceFile] {
  let folder = schemasFolder.appending(path: service)
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "json" && $0.lastPathComponent != "snapshot.json" }
    .map { SourceFile(path: $0.path, name: $0.lastPathComponent, data: try Data(contentsOf: $0)) }
}
