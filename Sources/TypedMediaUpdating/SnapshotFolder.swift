import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaSchema
import TypedMediaTerminal

/// A folder that has the snapshots of one service, and their stamp.
struct SnapshotFolder {
  /// The path, as it was given.
  let path: String
  /// The catalog of the service.
  let catalog: ModelCatalog
  /// The JSON files in it, but for the stamp, by their names.
  private(set) var files: [String: Data] = [:]
  /// The records of the snapshots, by their files.
  private(set) var records: [String: ModelRecord] = [:]
  /// The names of the models that the service knows by a name besides, by that.
  private var namesByID: [String: [String]] = [:]
  /// The files that are JSON and no snapshots: they are somebody's, and are left alone.
  private(set) var others: Set<String> = []
  /// What the stamp says; `nil` when there is none that can be read.
  private(set) var stamp: JSONObject?
  /// The stamp's text; `nil` when there is none.
  private(set) var stampData: Data?

  /// Reads the folder at `path`, which may be missing.
  ///
  /// - Throws: ``UpdateProblem`` when it cannot be read, or has the snapshots of another service.
  init(of catalog: ModelCatalog, at path: String) throws(UpdateProblem) {
    self.path = path
    self.catalog = catalog
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        let file = "\(path)/\(name)"
        guard name.hasSuffix(".json"), !name.hasPrefix("."), !Self.isFolder(file) else { continue }
        files[name] = try Data(contentsOf: URL(filePath: file))
      }
    } catch {
      throw UpdateProblem(.unreadable, "'\(path)' cannot be read: \(reason(for: error))")
    }
    stampData = files.removeValue(forKey: Stamp.fileName)
    for (name, data) in files {
      // What is no JSON at all, such as a conflict of two versions, may be written over.
      guard let json = try? JSON(parsing: data) else { continue }
      if let record = try? ModelRecord(json: json), record.inputSchema != nil {
        records[name] = record
      } else {
        others.insert(name)
      }
    }
    stamp = stampData.flatMap { try? JSON(parsing: $0).object }
    if let owner = stamp?["service"]?.string, owner != catalog.name {
      throw UpdateProblem(
        .otherService,
        "'\(path)' has the snapshots of \(owner.printable), and not of \(catalog.name)")
    }
    guard let identifier = catalog.identifier else { return }
    for record in records.values {
      if let id = identifier(record) { namesByID[id, default: []].append(record.name) }
    }
  }

  /// The stamp as a build reads it; `nil` when there is none, or a wrong one.
  var readStamp: Stamp? { stampData.flatMap(readStamp) }

  /// A stamp of the folder as a build reads it.
  func readStamp(_ data: Data) -> Stamp? {
    try? Stamp(SourceFile(path: "\(path)/\(Stamp.fileName)", name: Stamp.fileName, data: data))
  }

  /// What the `typed-media.json` says of the code: the one in the folder, or the target's, beside it; what
  /// holds without one where there is none.
  ///
  /// - Throws: ``UpdateProblem`` when it cannot be read, `GenerationFailure` when it is wrong.
  func configuration() throws -> Configuration {
    let folder = URL(filePath: path).standardizedFileURL
    for place in [folder, folder.deletingLastPathComponent()] {
      let file = place.appending(path: Configuration.fileName).path
      guard FileManager.default.fileExists(atPath: file) else { continue }
      return try Configuration(
        SourceFile(path: file, name: file, data: Self.contents(of: file)))
    }
    return Configuration()
  }

  /// The name of the model that the service knows by `id`; `nil` where there is none, or several.
  func name(ofModel id: String) -> String? {
    namesByID[id].flatMap { $0.count == 1 ? $0[0] : nil }
  }

  /// The names of the models that a build finds in files.
  ///
  /// - Parameter records: The records that are known, by their files.
  func modelNames(in files: [String: Data], with records: [String: ModelRecord]) -> [String] {
    files.compactMap { file, data in
      guard let record = records[file] else {
        return RequestGenerator.modelName(in: SourceFile(path: file, name: file, data: data))
      }
      return record.inputSchema?.object == nil || record.name.isEmpty ? nil : record.name
    }
  }

  /// The snapshots.
  var sources: [SourceFile] { sources(files.filter { records[$0.key] != nil }) }

  /// The snapshots as they are after an update.
  func sources(after update: SnapshotUpdate) -> [SourceFile] {
    var data = files.filter { records[$0.key] != nil && !update.leftOver.contains($0.key) }
    for file in update.files where file.name != Stamp.fileName { data[file.name] = file.data }
    return sources(data)
  }

  /// Files as the generator takes them.
  func sources(_ data: [String: Data]) -> [SourceFile] {
    data.map { SourceFile(path: "\(path)/\($0.key)", name: $0.key, data: $0.value) }
  }

  private static func contents(of path: String) throws(UpdateProblem) -> Data {
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw UpdateProblem(.unreadable, "'\(path)' cannot be read: \(reason(for: error))")
    }
  }

  private static func isFolder(_ file: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
