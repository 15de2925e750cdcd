import Foundation
import TypedMediaSchema

/// The public conformance suites, which are not part of this repository.
///
/// They are looked for in the folder that `TYPED_MEDIA_CORPORA` names, else at `shared/corpora`
/// beside the repository. Tests that need them are skipped where they are absent.
enum Corpora {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_CORPORA"] {
      return URL(fileURLWithPath: path)
    }
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    // This file, its target, the tests, the repository.
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/corpora")
  }()

  /// Whether the suite of that name is there.
  static func contains(_ suite: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(suite).path)
  }

  /// The JSON files right in a folder of the corpora, sorted by name; none if it is absent.
  static func files(in path: String) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(path), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
