import Foundation
import TypedMediaGenerator
import TypedMediaSchema
import Workbench

/// Models of the corpora as records with what they take and answer, and the same with edits.
struct ModelSet {
  /// The records of before, by the models' names.
  private(set) var before: [String: JSON] = [:]
  /// The records of now.
  private(set) var after: [String: JSON] = [:]
  /// What was edited, by the models' names; a model without an edit has none.
  private(set) var edits: [String: Made] = [:]

  /// An edit that was made.
  struct Made {
    /// What it is called in the table.
    var name: String
    /// What a comparison has to say on the wire.
    var expected: [Edit.Expected]
  }

  /// Makes the records.
  ///
  /// - Parameters:
  ///   - count: How many: all that there are, again and again under other names.
  ///   - editedCount: How many of them get an edit.
  init(_ corpora: Corpora, count: Int, editedCount: Int, seed: UInt64) throws {
    let files = SchemaFile.all(in: corpora.schemas)
    guard !files.isEmpty else { return }
    for index in 0..<count {
      let (file, turn) = (files[index % files.count], index / files.count)
      let name = (turn == 0 ? file.stem : "\(file.stem)-again\(turn)").replacing("__", with: "/")
      var record: JSONObject = [
        "name": .string(name), "label": .string(file.stem),
        "input_schema": try JSON(parsing: Data(contentsOf: file.url)),
      ]
      let output = corpora.folder.appendingPathComponent("output_schemas/\(file.name)")
      if let data = try? Data(contentsOf: output) {
        record["output_schema"] = try JSON(parsing: data)
      }
      before[name] = .object(record)
    }
    after = before
    var random = RandomNumbers(seed: seed, case: 0)
    edit(before.keys.sorted().shuffled(using: &random).prefix(editedCount), &random)
  }

  private mutating func edit(_ names: some Sequence<String>, _ random: inout RandomNumbers) {
    for (index, name) in names.enumerated() {
      guard var record = before[name]?.object else { continue }
      switch index % 20 {
      case 0: came(name)
      case 1: went(name)
      case 2:
        record["label"] = "Quite new"
        note("label changed", [.init(place: "", rules: ["record-changed"])], of: name, record)
      case 3, 4, 5:
        make(Edit.outputs, index / 20, in: "output_schema", of: name, record, &random)
      default: make(Edit.all, index, in: "input_schema", of: name, record, &random)
      }
    }
    // What a service adds to many models at once.
    for name in before.keys.sorted() where name.hasPrefix("fal-ai/") && edits[name] == nil {
      guard var record = before[name]?.object, record["input_schema"]?["properties"] != nil else {
        continue
      }
      record["input_schema"]?.edit(["properties"]) { $0["trace_id"] = ["type": "string"] }
      note(
        "property added to many", [.init(place: "trace_id", rules: ["property-added"])], of: name,
        record)
      if edits.values.count(where: { $0.name == "property added to many" }) == 150 { break }
    }
  }

  private mutating func came(_ name: String) {
    before[name] = nil
    edits[name] = Made(name: "model came", expected: [.init(place: "", rules: ["model-added"])])
  }

  private mutating func went(_ name: String) {
    after[name] = nil
    edits[name] = Made(name: "model went", expected: [.init(place: "", rules: ["model-gone"])])
  }

  private mutating func note(
    _ edit: String, _ expected: [Edit.Expected], of name: String, _ record: JSONObject
  ) {
    after[name] = .object(record)
    edits[name] = Made(name: edit, expected: expected)
  }

  /// Makes the first edit for which there is a site, from the one at `index` on.
  private mutating func make(
    _ all: [Edit], _ index: Int, in key: String, of name: String, _ record: JSONObject,
    _ random: inout RandomNumbers
  ) {
    guard let schema = record[key] else { return }
    let sites = Site.all(in: schema).shuffled(using: &random)
    for offset in all.indices {
      let edit = all[(index + offset) % all.count]
      for site in sites {
        var edited = schema
        guard var expected = edit.make(&edited, site, &random) else { continue }
        if key == "output_schema" {
          for index in expected.indices {
            expected[index].place = "output.\(expected[index].place)"
          }
        }
        var record = record
        record[key] = edited
        return note(edit.name, expected, of: name, record)
      }
    }
  }

  /// The files of one side, as a folder would have them.
  static func files(_ records: [String: JSON]) -> [SourceFile] {
    records.map { name, record in
      let path = "\(name.replacing("/", with: "__")).json"
      return SourceFile(path: path, name: path, data: record.data(.indented))
    }
    .sorted { $0.path < $1.path }
  }
}
