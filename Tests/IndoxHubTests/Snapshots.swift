import Foundation
import IndoxHub
import TypedMediaGenerator

/// The snapshots of the service that come with the package, those of retired models among them.
enum Snapshots {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// The files.
  static func files() throws -> [SourceFile] {
    let folder = root.appending(path: "schemas/indoxhub")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" && $0.lastPathComponent != "snapshot.json" }
      .map { SourceFile(path: $0.path, name: $0.lastPathComponent, data: try Data(contentsOf: $0)) }
  }

  /// The records.
  static func records() throws -> [ModelRecord] {
    try files().map { try ModelRecord(json: JSON(parsing: $0.data)) }
  }

  /// The models, as they are embedded in their types.
  static func models() throws -> [ModelSnapshot] {
    let settings = root.appending(path: "Sources/IndoxHub/typed-media.json")
    let configuration = try Configuration(
      SourceFile(path: settings.path, name: "", data: Data(contentsOf: settings)))
    return try RequestGenerator(module: "IndoxHub", configuration: configuration)
      .summaries(of: files())
      .map { ModelSnapshot(embedded: $0.embeddedRecord, names: $0.embeddedNames) }
  }
}
