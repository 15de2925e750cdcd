import Foundation
import TypedMedia
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

/// What becomes of a folder of snapshots: all that there is to write, and to tell.
///
/// It is worked out in memory. A model whose record could not be had keeps its file; one that is gone
/// keeps it for a while, as retired, unless it is to be removed.
struct SnapshotUpdate {
  /// The models that are new.
  private(set) var added: [String] = []
  /// The models that have another record.
  private(set) var changed: [String] = []
  /// The models that are as they were.
  private(set) var unchanged: [String] = []
  /// The models that the service has no more, and that keep their files.
  private(set) var retired: [String] = []
  /// The models that the service has no more, and whose files go.
  private(set) var removed: [String] = []
  /// The models whose record could not be had, with the reason.
  private(set) var failures: [(name: String, reason: String)] = []
  /// The files to write, the stamp last: it holds for those that are there by then.
  private(set) var files: [(name: String, data: Data)] = []
  /// The records in the files to write.
  private var records: [String: ModelRecord] = [:]
  /// The files to remove.
  private(set) var leftOver: [String] = []
  /// Tells whether the folder gets no stamp, for there is none and not all of it is from the
  /// source.
  private(set) var lacksStamp = false
  /// The stamp, as it is after the update; `nil` where there is none.
  private(set) var newStamp: Stamp?

  /// Works out the update.
  ///
  /// - Parameters:
  ///   - folder: What there is.
  ///   - readings: What came of looking models up.
  ///   - catalog: The catalog of the service.
  ///   - list: The list that the models are of.
  ///   - isGone: Whether the list has no model of this name any more.
  ///   - removesGone: Whether the files of models go that the list has no more.
  init(
    of folder: SnapshotFolder, readings: ModelReadings, catalog: ModelCatalog,
    list: CatalogReading, isGone: (String) -> Bool, removesGone: Bool
  ) {
    let retirement = SnapshotRetirement(day: list.date)
    var names = SnapshotNames(of: folder)
    var confirmed: Set<String> = []
    for (name, reading) in readings.byName.sorted(by: { $0.key < $1.key }) {
      switch reading {
      case .leftOut: continue
      case .failed(let reason): failures.append((name, reason))
      case .record(let record):
        let file = names.file(of: name)
        confirmed.insert(file)
        let old = folder.records[file]
        let kept = retirement.retiring(old: old?.json, new: record.json)
        let new = kept.flatMap { try? ModelRecord(json: $0) } ?? record
        if !write(new, over: old, to: file) {
          unchanged.append(name)
        } else if old == nil {
          added.append(name)
        } else {
          changed.append(name)
        }
      }
    }
    for (file, record) in folder.records.sorted(by: { $0.value.name < $1.value.name })
    where isGone(record.name) {
      confirmed.insert(file)
      guard catalog.lists(record) else { continue }
      // Of one that is gone, what is known of its end is as good as of one that is listed.
      let stated = record.stating(catalog.rules.retired, as: nil)
      let old =
        stated == record ? record.json : retirement.retiring(old: nil, new: stated.json)
      let kept = removesGone ? nil : retirement.retiring(old: old, new: nil)
      if let kept = kept.flatMap({ try? ModelRecord(json: $0) }) {
        retired.append(record.name)
        write(kept, over: record, to: file)
      } else {
        removed.append(record.name)
        leftOver.append(file)
      }
    }
    let isWhole = folder.records.keys.allSatisfy(confirmed.contains)
    addStamp(of: catalog, from: list, isWhole: isWhole, to: folder)
  }

  /// What the update changes in the code; `nil` when that is nothing.
  ///
  /// - Throws: What is wrong with the snapshots, or with the target's configuration.
  func comparison(with folder: SnapshotFolder) throws -> SnapshotComparison? {
    // Most runs find nothing new, and reading all models twice takes longer than the rest.
    guard !leftOver.isEmpty || files.contains(where: { $0.name != Stamp.fileName }) else {
      return nil
    }
    return try SnapshotComparison(
      old: folder.sources, new: folder.sources(after: self),
      configuration: folder.configuration(), stamp: newStamp, oldStamp: folder.readStamp)
  }

  /// Adds the file of a record, unless it is as it was.
  ///
  /// - Returns: Whether it is another than before.
  @discardableResult
  private mutating func write(
    _ record: ModelRecord, over old: ModelRecord?, to file: String
  ) -> Bool {
    // The order of members counts, for it is that of the parameters; the layout does not.
    guard old?.json.isWritten(as: record.json) != true else { return false }
    records[file] = record
    files.append((file, Data((record.json.text(.indented) + "\n").utf8)))
    return true
  }

  /// Adds the stamp, if it is another than before.
  ///
  /// A date is a promise for all of the folder: where only some of it is from the source, the old
  /// stamp stays, with another fingerprint.
  private mutating func addStamp(
    of catalog: ModelCatalog, from list: CatalogReading, isWhole: Bool, to folder: SnapshotFolder
  ) {
    guard var stamp = isWhole ? Self.stamp(of: catalog, from: list) : folder.stamp else {
      lacksStamp = true
      return
    }
    var contents = folder.files.filter { !leftOver.contains($0.key) }
    for (name, data) in files { contents[name] = data }
    let fingerprint = Stamp.fingerprint(of: contents.map { (name: $0.key, data: $0.value) })
    stamp["fingerprint"] = .string(fingerprint.description)
    stamp["names"] = names(of: contents, in: folder)
    let data = Data((JSON.object(stamp).text(.indented) + "\n").utf8)
    newStamp = folder.readStamp(data)
    if data != folder.stampData { files.append((Stamp.fileName, data)) }
  }

  /// The names of all models' types, so that no model which comes takes that of another.
  private func names(of contents: [String: Data], in folder: SnapshotFolder) -> JSON {
    let generator = RequestGenerator(
      module: "Models", configuration: (try? folder.configuration()) ?? Configuration(),
      stamp: folder.readStamp)
    let before = folder.modelNames(
      in: folder.files.filter { folder.records[$0.key] != nil }, with: folder.records)
    let now = folder.modelNames(
      in: contents, with: folder.records.merging(records) { $1 })
    let names = generator.names(ofModels: now, after: before)
    var object = JSONObject()
    for (model, name) in names.sorted(by: { $0.key < $1.key }) { object[model] = .string(name) }
    return .object(object)
  }

  private static func stamp(
    of catalog: ModelCatalog, from list: CatalogReading
  ) -> JSONObject {
    var stamp: JSONObject = [
      "service": .string(catalog.name), "origin": "fetched", "date": .string(list.date),
      "source": .string(list.origin),
    ]
    stamp.set("note", catalog.note)
    return stamp
  }
}
