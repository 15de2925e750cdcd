public import Foundation

extension Corpora {
  /// Schemas of single faults, which are not part of this repository either: each in a folder of `cases`
  /// beside the corpora, or in one of `cases/schemas`. None where these folders are not there.
  ///
  /// What else is in the folders, such as bodies, is among them.
  public static func cases(besides corpora: URL) -> [SchemaFile] {
    let cases = corpora.deletingLastPathComponent().appendingPathComponent("cases")
    let groups = [cases, cases.appendingPathComponent("schemas")]
    return groups.flatMap { group in
      let folders = try? FileManager.default.contentsOfDirectory(
        at: group, includingPropertiesForKeys: nil)
      return (folders ?? []).sorted { $0.path < $1.path }.flatMap { folder in
        folder.lastPathComponent == "schemas"
          ? [] : SchemaFile.all(in: folder, named: group.lastPathComponent)
      }
    }
  }
}
