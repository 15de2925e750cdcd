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
          "duration": {"type": "integer", "description": "In seconds.", "enum": [4, 6, 8]},
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
          "duration": {"type": "integer", "description": "In seconds.", "enum": [4, 6, 10]},
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

  @Test func markdownIsATableForEachModel() throws {
    try expectGolden(try Self.comparison().markdown, named: "changes.md")
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
