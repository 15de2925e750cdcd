import Foundation
import Testing
import TypedMediaSchema

@Suite struct DiffTests {
  /// ``Samples/aurora`` with one value more, and one with one value less.
  private static let more = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6, 8, 10]")
  private static let less = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")

  @Test(arguments: [
    (Samples.aurora, "", 0), (more, "", 0), (less, "", 1), (more, "--fail-on minor", 1),
    (more, "--fail-on=patch", 1), (Samples.aurora, "--fail-on patch", 0),
    (more, "--format json", 0), (less, "--format markdown", 1),
  ])
  func theStatusSaysWhetherAChangeIsBreaking(new: String, options: String, status: Int32) throws {
    let bench = try Workbench(["old/aurora.json": Samples.aurora, "new/aurora.json": new])
    let outcome = try bench.shell("$TOOL diff \(options) old new")
    #expect(outcome.status == status)
    #expect(outcome.errors == "")
    #expect(!outcome.output.isEmpty)
  }

  @Test func aChangeIsToldOnTheWireAndInSwift() throws {
    let bench = try Workbench(["old/aurora.json": Samples.aurora, "new.json": Self.less])
    let outcome = try bench.typedMedia("diff", "old", "new.json")
    #expect(
      outcome.output == """
        1 change (1 major): raise the major version.

            on the wire                                      in Swift source

        major  value-gone
          Source that names the value no longer compiles.
          aurora: duration
            - 8                                              - case seconds8
            aurora duration value-gone 2683593b

        """)
  }

  @Test func aStampKeepsNamesOnItsSide() throws {
    let stamp = #"{"service": "acme", "origin": "fetched", "date": "2026-06-19", "names": {"#
    let bench = try Workbench([
      "old/dusk.json": Samples.model("dusk/lamp"),
      "new/dusk.json": Samples.model("dusk/lamp"), "new/dawn.json": Samples.model("dawn/lamp"),
    ])
    let without = try bench.typedMedia("diff", "old", "new")
    #expect(without.output.contains("major  swift-renamed"))
    try bench.write(stamp + #""dusk/lamp": "Lamp"}}"#, to: "new/snapshot.json")
    let outcome = try bench.typedMedia("diff", "old", "new")
    #expect(outcome.output.hasPrefix("1 change (1 minor): raise the minor version.\n"))
    #expect(outcome.output.contains("+ struct DawnLamp"))
  }

  @Test func jsonIsForPrograms() throws {
    let bench = try Workbench(["a.json": Samples.aurora, "b.json": Self.less])
    let outcome = try bench.typedMedia("diff", "--format", "json", "a.json", "b.json")
    let report = try JSON(parsing: outcome.output)
    #expect(report["advice"] == "major")
    #expect(report["changes"]?[0]?["swift"] == ["before": ["case seconds8"], "after": []])
  }

  @Test func whatIsAcceptedDoesNotFail() throws {
    let bench = try Workbench(["a.json": Samples.aurora, "b.json": Self.less])
    let first = try bench.typedMedia("diff", "a.json", "b.json", "--accepted", "ok.txt", "--accept")
    #expect(first.status == 0)
    #expect(try bench.text(of: "ok.txt") == "aurora duration value-gone 2683593b\n")
    let second = try bench.typedMedia("diff", "a.json", "b.json", "--accepted", "ok.txt")
    #expect(second.status == 0)
    #expect(second.output.contains("\nmajor  value-gone\n"))
    #expect(second.output.contains("\n  aurora: duration (accepted)\n"))
    #expect(second.errors == "")
    let third = try bench.typedMedia("diff", "a.json", "a.json", "--accepted", "ok.txt")
    #expect(third.status == 0)
    #expect(
      third.errors
        == "note: accepted, and not among the changes: aurora duration value-gone 2683593b\n")
  }

  @Test func acceptingAddsToWhatIsThere() throws {
    let bench = try Workbench([
      "a.json": Samples.aurora, "b.json": Self.less, "ok.txt": "# looked at on Friday",
    ])
    for _ in 0..<2 {
      let outcome = try bench.typedMedia(
        "diff", "--accepted=ok.txt", "--accept", "a.json", "b.json")
      #expect(outcome.status == 0)
    }
    #expect(
      try bench.text(of: "ok.txt")
        == "# looked at on Friday\naurora duration value-gone 2683593b\n")
  }

  @Test func theConfigurationOfEachSideCounts() throws {
    let rename = #"{"renames": {"aurora": "Clip"}}"#
    let bench = try Workbench([
      "old/aurora.json": Samples.aurora, "new/aurora.json": Samples.aurora,
      "new/typed-media.json": rename,
    ])
    let own = try bench.typedMedia("diff", "old", "new")
    #expect(own.output.contains("- struct Aurora"))
    #expect(own.output.contains("+ struct Clip"))
    #expect(own.status == 1)
    let given = try bench.typedMedia("diff", "old", "new", "--configuration=new/typed-media.json")
    #expect(given.output == "Nothing has changed.\n")
    #expect(given.status == 0)
  }

  @Test(arguments: [
    ("diff a.json gone", "error: 'gone' is no file, no folder, and no revision in git", 66),
    ("diff a.json empty", "error: there is no JSON file in 'empty'.", 66),
    ("diff a.json nope:schemas", "error: 'nope' is no file, no folder, and no revision in git", 66),
    ("diff a.json broken.json", "broken.json:1:10: error: this is not valid JSON", 65),
    ("diff a.json a.json --accepted gone.txt", "error: 'gone.txt' cannot be read", 66),
    ("diff a.json a.json --accepted a.json", "a.json:1:1: error: this is not the identity", 65),
    ("diff a.json a.json --configuration broken.json", "broken.json:1:10: error:", 65),
    ("diff a.json", "error: which two? OLD and NEW are needed.", 64),
    ("diff a.json a.json a.json", "error: 'a.json' is one too many.", 64),
    ("diff a.json a.json --format yaml", "error: 'yaml' is not a format", 64),
    ("diff a.json a.json --fail-on all", "error: 'all' cannot be failed on", 64),
    ("diff a.json a.json --accept", "error: --accept needs the file to add to", 64),
  ])
  func aMistakeIsExplained(command: String, message: String, status: Int32) throws {
    let bench = try Workbench([
      "a.json": Samples.aurora, "broken.json": #"{"name": nope}"#, "empty/a.txt": "",
    ])
    let outcome = try bench.shell("$TOOL \(command)")
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == status)
  }
}
