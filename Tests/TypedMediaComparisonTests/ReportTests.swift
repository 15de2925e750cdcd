import Foundation
import Testing
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

@Suite struct ReportTests {
  private static func comparison() throws -> SnapshotComparison {
    var comparison = try SnapshotComparison(
      old: [
        model(
          """
          "prompt": {"type": "string", "maxLength": 500},
          "duration": {"type": "integer", "x-unit": "seconds", "enum": [4, 6, 8]},
          "style": {"type": "string"},
          "image_url": {"type": "string"}, "image_id": {"type": "string"}
          """,
          required: #"["prompt"]"#, record: #""label": "Aurora","#),
        model("", named: "dusk"),
      ],
      new: [
        model(
          """
          "prompt": {"type": "string", "maxLength": 400},
          "duration": {"type": "integer", "x-unit": "seconds", "enum": [4, 6, 10]},
          "style": {"type": "string"},
          "image_url": {"type": "string"}, "image_id": {"type": "string"},
          "a|b`c": {"type": "string"}
          """,
          required: #"["prompt", "style"]"#,
          rest: #", "oneOf": [{"required": ["image_url"]}, {"required": ["image_id"]}]"#,
          record: #""label": "Aurora 2","#),
        model("", named: "night"),
      ])
    comparison.accept(try AcceptedChanges(snapshot("dusk model-gone 017b1e84")))
    return comparison
  }

  @Test func textIsInTwoColumns() throws {
    let text = try Self.comparison().text
    try expectGolden(text, named: "changes.txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func markdownIsATableForEachAdvice() throws {
    try expectGolden(try Self.comparison().markdown, named: "changes.md")
  }

  /// 200 models, of which each changes in ways of its own.
  private static func many() throws -> SnapshotComparison {
    let names = (0..<200).map { "model-\($0)" }
    func file(_ name: String, _ number: Int, isNew: Bool) -> SourceFile {
      let values = isNew ? #""s", "xl", "xxl""# : #""s", "m""#
      let (least, most) = isNew ? (1, number + 10) : (0, number + 20)
      return model(
        """
        "size": {"enum": [\(values)]},
        "n\(number)": {"type": "integer", "minimum": \(least), "maximum": \(most),
          "description": "\(isNew) \(number)"}
        """, named: name)
    }
    return try SnapshotComparison(
      old: names.enumerated().map { file($1, $0, isNew: false) },
      new: names.enumerated().map { file($1, $0, isNew: true) })
  }

  @Test func twoHundredModelsFitOnAScreenOrTwo() throws {
    let comparison = try Self.many()
    for report in [comparison.text, comparison.markdown] {
      let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 100)
      #expect(lines[0].hasPrefix("1000 changes (600 major, 200 minor, 200 patch): raise the major"))
      #expect(report.contains("in 200 models: model-0, model-1, model-10 and 197 more"))
      #expect(report.hasSuffix("'typed-media diff --all' shows all."))
    }
    #expect(comparison.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func theFullReportHasEveryModelAndIdentity() throws {
    let comparison = try Self.many()
    let text = comparison.fullText
    #expect(comparison.changes.allSatisfy { text.contains($0.id) })
    #expect(!text.contains(" more"))
    let markdown = comparison.fullMarkdown
    #expect((0..<200).allSatisfy { markdown.contains("model-\($0)") })
  }

  /// However long they are, and wherever they differ.
  @Test(arguments: [
    (
      #"{"max": 1, "names": ["\#(String(repeating: "a", count: 200))"], "sizes": ["2K"]}"#,
      #"{"max": 1, "names": ["\#(String(repeating: "a", count: 200))"], "sizes": ["2K", "4K"]}"#,
      [], [#"can.sizes[] "4K""#]
    ),
    (#"{"a": {"b": 1, "c": 2}}"#, #"{"a": {"b": 1, "c": 3}}"#, ["can.a.c 2"], ["can.a.c 3"]),
    (#"[1, 2, 3]"#, #"[1, 5, 3]"#, ["can[1] 2"], ["can[1] 5"]),
  ])
  func ofALongValueWhatChangedIsShown(
    old: String, new: String, before: [String], after: [String]
  ) throws {
    let comparison = try SnapshotComparison(
      old: [model("", record: #""can": \#(old),"#)], new: [model("", record: #""can": \#(new),"#)])
    #expect(comparison.changes.map(\.wire.before) == [before])
    #expect(comparison.changes.map(\.wire.after) == [after])
  }

  @Test func ofALongTextThePartIsShownThatChanged() throws {
    let start = String(repeating: "All of it is as it was. ", count: 20)
    func file(_ word: String) -> SourceFile {
      model(#""a": {"type": "string", "description": "\#(start)At most \#(word) words."}"#)
    }
    let comparison = try SnapshotComparison(old: [file("seven")], new: [file("eleven")])
    for report in [comparison.text, comparison.markdown] {
      #expect(report.contains("seven") && report.contains("eleven"))
    }
  }

  @Test func newValuesOfAnEnumAreOneChange() throws {
    let comparison = try SnapshotComparison(
      old: [model(#""a": {"enum": ["x", "y"]}"#)],
      new: [model(#""a": {"enum": ["x", "y", "z", "w"]}"#)])
    #expect(comparison.changes.map(\.wire.after) == [[#""z""#, #""w""#]])
    #expect(comparison.changes.map(\.swift.after) == [["case z", "case w"]])
  }

  @Test func jsonHasAllOfIt() throws {
    let comparison = try SnapshotComparison(
      old: [model(#""a": {"type": "string"}"#)],
      new: [model(#""a": {"type": "string", "maxLength": 9}"#, required: #"["a"]"#)],
      module: "Clips")
    try expectGolden(comparison.json.text(.indented), named: "changes.json")
  }

  @Test func nothingIsSaidInAFewWords() throws {
    let comparison = try SnapshotComparison(old: [model("")], new: [model("")])
    #expect(comparison.text == "Nothing has changed.")
    #expect(comparison.markdown == "Nothing has changed.")
    #expect(
      comparison.json
        == ["advice": nil, "counts": ["patch": 0, "minor": 0, "major": 0], "changes": []])
  }

  /// Names and texts come from a service, and may be anything.
  @Test func whatWouldMoveACursorIsNotPrinted() throws {
    let comparison = try SnapshotComparison(
      old: [model(#""n": {"type": "integer"}"#)],
      new: [
        model(
          #""n": {"type": "integer"}, "a\u001b[2J\nb\u202e": {"enum": ["\u001b]0;x\u0007", "y"]}"#)
      ])
    #expect(comparison.changes.count == 1)
    for text in [comparison.text, comparison.markdown, comparison.changes[0].id] {
      #expect(!text.contains("\u{1b}") && !text.contains("\u{7}") && !text.contains("\u{202e}"))
    }
    #expect(!comparison.changes[0].id.contains("\n"))
  }
}

/// Compares `text` with a golden file, or rewrites the file when `RECORD` is set, which fails the test.
private func expectGolden(_ text: String, named name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
    try Data("\(text)\n".utf8).write(to: file)
    Issue.record("Recorded \(name). Read the diff, then run again without RECORD.")
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect("\(text)\n" == golden, "Run with RECORD=1 to rewrite \(name).")
}
