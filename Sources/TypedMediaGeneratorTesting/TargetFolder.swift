import Foundation
import TypedMediaGenerator

/// The files of a target that the generator reads. They are named by their paths in the target, the
/// same on every machine.
struct TargetFolder {
  /// The models' files, in the order of their paths.
  private(set) var snapshots: [SourceFile] = []
  /// The `snapshot.json`, which says where the snapshots are from.
  private(set) var stamp: SourceFile?
  /// The `typed-media.json`, which says how the code looks.
  private(set) var configuration: SourceFile?

  /// Reads the folder of a target.
  ///
  /// - Throws: ``ExpectationFailure`` when there is no model in it, or two of what there may be one of.
  init(_ folder: URL) throws {
    let root = folder.resolvingSymlinksInPath()
    let beside = root.appending(path: Configuration.fileName)
    if FileManager.default.fileExists(atPath: beside.path) {
      configuration = try Self.file(Configuration.fileName, at: beside)
    }
    let schemas = root.appending(path: "schemas").resolvingSymlinksInPath()
    for path in Self.documents(in: schemas) {
      let file = try Self.file("schemas/\(path)", at: schemas.appending(path: path))
      switch path.split(separator: "/").last.map(String.init) {
      case Stamp.fileName: try Self.keep(file, as: &stamp, in: root)
      case Configuration.fileName: try Self.keep(file, as: &configuration, in: root)
      default: snapshots.append(file)
      }
    }
    guard !snapshots.isEmpty else {
      throw ExpectationFailure("There is no model's JSON file in \(schemas.path).")
    }
  }

  private static func keep(_ file: SourceFile, as place: inout SourceFile?, in root: URL) throws {
    if let other = place {
      throw ExpectationFailure(
        """
        \(root.path) has both \(other.path) and \(file.path); a target has the snapshots of one service.
        """)
    }
    place = file
  }

  private static func documents(in folder: URL) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)
    return (names?.compactMap { $0 as? String } ?? []).filter { path in
      path.hasSuffix(".json") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  private static func file(_ name: String, at url: URL) throws -> SourceFile {
    SourceFile(path: name, name: name, data: try Data(contentsOf: url))
  }
}
