import Testing
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

/// What an update keeps of models and values that are gone.
@Suite struct RetirementTests {
  private let today = SnapshotRetirement(day: "2026-11-21")

  private func record(_ properties: JSON, _ rest: JSONObject = [:]) -> JSON {
    var record: JSONObject = [
      "name": "aurora", "input_schema": ["type": "object", "properties": properties],
    ]
    for (key, value) in rest { record[key] = value }
    return .object(record)
  }

  @Test func aModelThatIsGoneIsKeptAndSaysSo() {
    let old = record(["a": ["type": "string"]])
    #expect(
      today.retiring(old: old, new: nil)
        == record(["a": ["type": "string"]], ["x-retired": ["since": "2026-11-21"]]))
  }

  @Test(arguments: [
    ("2026-11-20", true), ("2026-08-23", true), ("2026-08-22", false), ("soon", true),
  ])
  func aModelStaysForNinetyDays(since: String, isKept: Bool) {
    let old = record([:], ["x-retired": ["since": .string(since), "replacement": "b"]])
    #expect(today.retiring(old: old, new: nil) == (isKept ? old : nil))
  }

  /// A mark of the record itself is the vendor's word of a model that the service still lists.
  @Test func aModelThatIsMarkedKeepsTheDayOfTheFirstMark() {
    func marked(_ notice: JSON) -> JSON { record([:], ["x-retired": notice]) }
    let new = marked(["since": "2026-05-12", "message": "m"])
    let first: JSON = ["since": "2026-05-12", "message": "m", "marked": "2026-11-21"]
    #expect(today.retiring(old: nil, new: new) == marked(first))
    #expect(today.retiring(old: record([:]), new: new) == marked(first))
    let before: JSON = ["since": "2026-05-01", "marked": "2026-06-30"]
    #expect(
      today.retiring(old: marked(before), new: new)
        == marked(["since": "2026-05-12", "message": "m", "marked": "2026-06-30"]))
  }

  @Test(arguments: [("2026-08-23", true), ("2026-08-22", false)])
  func aModelThatWasMarkedStaysForNinetyDaysFromThat(marked: String, isKept: Bool) {
    let old = record(
      [:], ["x-retired": ["since": "2025-01-01", "marked": .string(marked)]])
    #expect(today.retiring(old: old, new: nil) == (isKept ? old : nil))
  }

  @Test func aModelThatComesBackIsNoLongerRetired() {
    let old = record([:], ["x-retired": ["since": "2026-11-20"]])
    #expect(today.retiring(old: old, new: record([:])) == record([:]))
  }

  @Test func aValueThatIsGoneIsListedWhereItWas() {
    let new = today.retiring(
      old: record(["size": ["enum": ["a", "b"]], "n": ["enum": [1, 2]]]),
      new: record(["size": ["enum": ["b", "c"]], "n": ["enum": [2, 1]]]))
    #expect(
      new
        == record([
          "size": [
            "enum": ["b", "c"], "x-retired-values": [["value": "a", "since": "2026-11-21"]],
          ], "n": ["enum": [2, 1]],
        ]))
  }

  @Test func whatAPersonAddedStaysAndWhatIsOverOrBackGoes() {
    let mine: JSON = [
      "value": "a", "since": "2026-11-01", "replacement": "c", "message": "Smaller is better.",
    ]
    let old = record([
      "size": [
        "enum": ["b", "c"],
        "x-retired-values": [
          mine, ["value": "old", "since": "2026-01-01"], ["value": "back", "since": "2026-11-01"],
        ],
      ]
    ])
    let new = today.retiring(old: old, new: record(["size": ["enum": ["back", "c"]]]))
    #expect(
      new?["input_schema"]?["properties"]?["size"]?["x-retired-values"]
        == [mine, ["value": "b", "since": "2026-11-21"]])
  }

  @Test func theSameUpdateTwiceIsTheSame() throws {
    let (old, new) = (record(["a": ["enum": [1, 2, 3]]]), record(["a": ["enum": [1, 2]]]))
    let once = try #require(today.retiring(old: old, new: new))
    #expect(today.retiring(old: once, new: new) == once)
    let gone = try #require(today.retiring(old: once, new: nil))
    #expect(today.retiring(old: gone, new: nil) == gone)
  }

  /// In lists, in definitions that several places use, in combinations, and beside `null`.
  @Test(
    arguments: [
      (
        ["a": ["type": "array", "items": ["enum": ["x", "y"]]]],
        ["a": ["type": "array", "items": ["enum": ["x"]]]], "/properties/a/items"
      ),
      (
        ["a": ["anyOf": [["enum": ["x", "y"]], ["type": "string"]]]],
        ["a": ["anyOf": [["enum": ["x"]], ["type": "string"]]]], "/properties/a/anyOf/0"
      ),
      (
        ["a": ["anyOf": [["enum": ["x", "y"]], ["type": "null"]]]],
        ["a": ["anyOf": [["enum": ["x"]], ["type": "null"]]]], "/properties/a"
      ),
      (["a": ["enum": ["x", "y"]]], ["a": ["const": "x"]], "/properties/a"),
      (
        ["a": ["properties": ["b": ["enum": ["x", "y"]]]]],
        ["a": ["properties": ["b": ["enum": ["x"]]]]], "/properties/a/properties/b"
      ),
    ] as [(JSON, JSON, JSONPointer)])
  func aValueIsFoundWhereverItIs(old: JSON, new: JSON, place: JSONPointer) throws {
    let kept = try #require(today.retiring(old: record(old), new: record(new)))
    let list = kept["input_schema"]?[place]?["x-retired-values"]
    #expect(list == [["value": "y", "since": "2026-11-21"]])
    let comparison = try SnapshotComparison(
      old: [file(record(old))], new: [file(kept)])
    #expect(comparison.changes.map(\.rules) == [[.valueRetired]], "\(comparison.text)")
  }

  @Test func aDefinitionThatTwoPlacesUseListsAValueOnce() throws {
    func snapshot(_ values: JSON) -> JSON {
      [
        "name": "aurora",
        "input_schema": [
          "properties": ["a": ["$ref": "#/$defs/size"], "b": ["$ref": "#/$defs/size"]],
          "$defs": ["size": ["enum": values]],
        ],
      ]
    }
    let kept = try #require(today.retiring(old: snapshot(["x", "y"]), new: snapshot(["x"])))
    #expect(
      kept["input_schema"]?["$defs"]?["size"]?["x-retired-values"]
        == [["value": "y", "since": "2026-11-21"]])
  }

  @Test func whatIsNoSnapshotIsLeftAlone() {
    #expect(today.retiring(old: [1], new: ["name": "a"]) == ["name": "a"])
    #expect(today.retiring(old: [1], new: nil) == nil)
  }

  @Test(arguments: services())
  func committedSnapshotsStayAsTheyAre(service: String) throws {
    for file in try committedSnapshots(of: service) {
      let snapshot = try JSON(parsing: file.data)
      #expect(today.retiring(old: snapshot, new: snapshot)?.text() == snapshot.text())
    }
  }

  private func file(_ record: JSON) -> SourceFile {
    SourceFile(path: "aurora.json", name: "aurora.json", data: record.data())
  }
}
