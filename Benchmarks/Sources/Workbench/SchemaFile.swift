public import Foundation
public import TypedMediaGenerator
import TypedMediaSchema

/// The file of a model's schema.
public struct SchemaFile: Sendable {
  /// The file.
  public let url: URL
  /// Its path from the folder of all schemas: `fal/fal-ai__veo3.json`.
  public let name: String

  /// The folder that the file is in, which stands for where the model is from: `fal`.
  public var source: String { url.deletingLastPathComponent().lastPathComponent }
  /// The file's name without its extension: `fal-ai__veo3`.
  public var stem: String { url.deletingPathExtension().lastPathComponent }
  /// The name of the Swift file: `fal_fal-ai__veo3.swift`.
  public var swiftName: String {
    (name as NSString).deletingPathExtension.replacingOccurrences(of: "/", with: "_") + ".swift"
  }

  /// The JSON files in `folder` and in the folders in it, sorted by name.
  ///
  /// - Parameter group: The name of what the folder is one of, which is put in front of the names.
  public static func all(in folder: URL, named group: String? = nil) -> [SchemaFile] {
    let base = folder.resolvingSymlinksInPath()
    let notSchemas: Set = ["snapshot.json", "typed-media.json"]
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: base.path)
    return (paths ?? [])
      .filter { $0.hasSuffix(".json") && !notSchemas.contains(($0 as NSString).lastPathComponent) }
      .sorted()
      .map { path in
        let prefix = group.map { "\($0)/\(folder.lastPathComponent)/" } ?? ""
        return SchemaFile(url: base.appendingPathComponent(path), name: prefix + path)
      }
  }

  /// The bodies of requests to the model, from a folder for each source with one for each model.
  public func bodies(in folder: URL) -> [URL] {
    let own = folder.appendingPathComponent("\(source)/\(stem)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: own, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The schema of what the model answers, in the folder `output_schemas` beside that of the schemas; `nil` where
  /// there is none.
  public var output: URL? { beside("output_schemas") }
  /// A real answer of the model, in the folder `outputs`; `nil` where there is none.
  public var realOutput: URL? { beside("outputs") }

  private func beside(_ folder: String) -> URL? {
    let file = url.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("\(folder)/\(source)/\(stem).json")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// The file as the generator takes it, without what is known of the model's answers.
  public func requestFile() throws -> SourceFile {
    SourceFile(path: url.path, name: "schemas/\(name)", data: try Data(contentsOf: url))
  }

  /// The file as the generator takes it: a record, where it is known what the model answers.
  public func sourceFile() throws -> SourceFile {
    var file = try requestFile()
    guard let output else { return file }
    let record: JSON = [
      "name": .string(stem), "input_schema": try JSON(parsing: file.data),
      "output_schema": try JSON(parsing: Data(contentsOf: output)),
    ]
    file.data = record.data()
    return file
  }
}
