import Foundation
import Hedra
import Testing

/// The committed snapshots are what the code makes of the service's records, and of nothing else but what
/// `typed-media update` adds: for the doc comments, and of models that are shut down.
@Suite struct SnapshotTests {
  @Test func eachKindIsAsTheCodeMakesIt() throws {
    for kind in ModelRecord.HedraKind.allCases {
      try expectSnapshot(.hedra(kind))
    }
  }

  /// A snapshot has the record whole, so that it can be made again from itself.
  @Test func eachModelIsMadeOfItsOwnRecord() throws {
    let kinds = ModelRecord.HedraKind.allCases.map(\.rawValue)
    let snapshots = try Snapshots.all().filter { !kinds.contains($0["name"]?.string ?? "") }
    #expect(!snapshots.isEmpty)
    for snapshot in snapshots {
      var record = try #require(snapshot.object)
      for key in [
        "label", "base_cost", "capabilities", "settings", "input_schema", "x-retired",
        "x-documentation",
      ] {
        record[key] = nil
      }
      try expectSnapshot(.hedra(.object(record)))
    }
  }

  @Test(
    .enabled(if: Snapshots.records != nil, "shared/snapshots/hedra is not beside the repository"))
  func eachSavedRecordHasItsSnapshot() throws {
    let data = try #require(Snapshots.records)
    let records = try #require(JSON(parsing: data).array)
    #expect(!records.isEmpty)
    for model in try ModelRecord.hedra(records) { try expectSnapshot(model) }
  }

  private func expectSnapshot(_ model: ModelRecord) throws {
    let file = Snapshots.file(of: model)
    let known = try? JSON(parsing: Data(contentsOf: file))
    let text = model.json.keepingDocumentation(of: known).text(.indented) + "\n"
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(text.utf8).write(to: file)
      Issue.record("Recorded \(file.lastPathComponent). Run again without RECORD.")
      return
    }
    let snapshot = try String(contentsOf: file, encoding: .utf8)
    #expect(text == snapshot, "Run with RECORD=1 to rewrite \(file.lastPathComponent).")
  }
}

extension JSON {
  /// The snapshot with what another one has for the doc comments, which is at the end of its objects.
  fileprivate func keepingDocumentation(of other: JSON?) -> JSON {
    guard case .object(let members) = self, case .object(let others)? = other else { return self }
    var kept = JSONObject()
    for (key, value) in members { kept[key] = value.keepingDocumentation(of: others[key]) }
    for key in ["x-notes", "x-retired", "marked", "x-documentation"] where kept[key] == nil {
      kept[key] = others[key]
    }
    return .object(kept)
  }
}

/// The files of `schemas/hedra`, and the records that they were made from.
enum Snapshots {
  private static let repository: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    // This file, its target, the tests.
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  static let folder = repository.appending(path: "schemas/hedra")

  /// The saved answer to `GET /models`, which is not part of this repository; `nil` where it is absent.
  static let records = try? Data(
    contentsOf: repository.deletingLastPathComponent()
      .appending(path: "shared/snapshots/hedra/models.json"))

  /// Where a model's snapshot is: `Veo 3 T2V` in `veo-3-t2v.json`.
  static func file(of model: ModelRecord) -> URL {
    let name = model.name.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
    return folder.appending(path: String(name) + ".json")
  }

  static func all() throws -> [JSON] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" && $0.lastPathComponent != "snapshot.json" }
      .sorted { $0.path < $1.path }
      .map { try JSON(parsing: Data(contentsOf: $0)) }
  }
}
