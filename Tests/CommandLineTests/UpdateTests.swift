import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// What an update makes of a folder, from answers that were saved.
@Suite struct UpdateTests {
  private static let bench = [
    "schemas/hoox/aurora.json": Samples.aurora, "schemas/hoox/old.json": Samples.model("dusk"),
    "schemas/hoox/notes.json": #"{"mine": true}"#,
    "schemas/hoox/snapshot.json": #"""
    {"service": "hoox", "origin": "documentation", "date": "2026-06-19", "fingerprint": "0"}
    """#,
  ]

  /// A list of records as the service gives it.
  private static func list(_ records: String...) -> String {
    #"{"models": [\#(records.joined(separator: ", "))], "count": 1}"#
  }

  private static func stamp(in bench: Workbench, _ path: String = "schemas/hoox") throws -> JSON {
    try JSON(parsing: Data(bench.text(of: "\(path)/snapshot.json").utf8))
  }

  /// Whether the stamp's fingerprint is that of the files.
  private static func stampFits(_ bench: Workbench, _ path: String = "schemas/hoox") throws -> Bool
  {
    let files = try bench.contents(of: path).filter { $0.key != "snapshot.json" }
    let fingerprint = Stamp.fingerprint(of: files.map { (name: $0.key, data: $0.value) })
    return try stamp(in: bench, path)["fingerprint"]?.string == fingerprint.description
  }

  @Test func whatChangedIsWrittenAndTheRestIsNot() throws {
    let bench = try Workbench(Self.bench)
    let changed = Samples.model("dusk").replacing("[4, 6, 8]", with: "[4, 6]")
    try bench.write(
      Self.list(Samples.aurora, changed, Samples.model("acme/Dawn 2")), to: "list.json")
    try bench.setDay("2026-11-21", of: "list.json")
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json")
    #expect(
      outcome.conclusion == """
        added: acme/Dawn 2
        changed: dusk
        added 1, changed 1, unchanged 1, gone 0, failed 0

        """)
    #expect(outcome.output.contains("\nmajor  value-retired\n"))
    #expect(outcome.output.contains("\n  dusk: duration\n    - 8 "))
    #expect(outcome.output.hasPrefix("3 changes (1 major, 2 minor): raise the major version.\n\n"))
    #expect(outcome.status == 0)
    #expect(
      bench.names(in: "schemas/hoox") == [
        "aurora.json", "dawn-2.json", "notes.json", "old.json", "snapshot.json",
      ])
    #expect(try bench.text(of: "schemas/hoox/aurora.json") == Samples.aurora)
    let kept = changed.replacing(
      #"[4, 6], "x-unit": "seconds""#,
      with:
        #"[4, 6], "x-unit": "seconds", "x-retired-values": [{"value": 8, "since": "2026-11-21"}]"#)
    #expect(
      try bench.text(of: "schemas/hoox/old.json")
        == JSON(parsing: Data(kept.utf8)).text(.indented) + "\n")
    let stamp = try Self.stamp(in: bench)
    #expect(stamp["origin"] == "fetched")
    #expect(stamp["source"] == "an answer that was saved: list.json")
    #expect(try Self.stampFits(bench))
  }

  @Test func aSecondRunWritesNothing() throws {
    let bench = try Workbench(Self.bench)
    try bench.write(Self.list(Samples.aurora, Samples.model("dawn")), to: "list.json")
    _ = try bench.typedMedia("update", "hoox", "--from", "list.json")
    let files = try Self.fileNumbers(in: bench)
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json")
    #expect(
      outcome.output == """
        gone, and retired: dusk
        added 0, changed 0, unchanged 2, gone 1, failed 0

        """)
    #expect(outcome.status == 0)
    #expect(try Self.fileNumbers(in: bench) == files)
  }

  /// The number that the file system has for each file; one that is written anew gets another.
  private static func fileNumbers(in bench: Workbench) throws -> [String: Int] {
    try bench.names(in: "schemas/hoox").reduce(into: [:]) { numbers, name in
      let file = bench.folder.appending(path: "schemas/hoox/\(name)").path
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      numbers[name] = (attributes[.systemFileNumber] as? NSNumber)?.intValue
    }
  }

  @Test func theSnapshotsOfThisPackageAreLaidOutAsAnUpdateWritesThem() throws {
    let schemas = URL(filePath: #filePath).appending(path: "../../../schemas").standardizedFileURL
    let services = try FileManager.default.contentsOfDirectory(atPath: schemas.path)
    for service in services where !service.contains(".") {
      let folder = schemas.appending(path: service)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".json") {
        let data = try Data(contentsOf: folder.appending(path: name))
        #expect(try data == Data((JSON(parsing: data).text(.indented) + "\n").utf8), "\(name)")
      }
    }
  }

  @Test func aModelThatIsGoneIsKeptUnlessItIsToGo() throws {
    let bench = try Workbench(Self.bench)
    try bench.write(Self.list(Samples.aurora), to: "list.json")
    let kept = try bench.typedMedia("update", "hoox", "--from", "list.json")
    #expect(kept.conclusion.hasPrefix("gone, and retired: dusk\n"))
    #expect(bench.names(in: "schemas/hoox").contains("old.json"))
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json", "--remove-gone")
    #expect(outcome.conclusion.hasPrefix("removed: dusk\n"))
    #expect(bench.names(in: "schemas/hoox") == ["aurora.json", "notes.json", "snapshot.json"])
    #expect(try Self.stampFits(bench))
  }

  @Test(arguments: ["aurora", "a*,x", "x,a?rora"])
  func onlyWhatFitsIsLookedAtAndTheDateStays(pattern: String) throws {
    let bench = try Workbench(Self.bench)
    let changed = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")
    try bench.write(Self.list(changed, Samples.model("dawn")), to: "list.json")
    let outcome = try bench.typedMedia(
      "update", "hoox", "--from", "list.json", "--only", pattern, "--remove-gone")
    #expect(
      outcome.conclusion == "changed: aurora\nadded 0, changed 1, unchanged 0, gone 0, failed 0\n")
    #expect(outcome.errors == "[1/1] aurora\n")
    #expect(
      bench.names(in: "schemas/hoox") == ["aurora.json", "notes.json", "old.json", "snapshot.json"])
    #expect(try Self.stamp(in: bench)["date"] == "2026-06-19")
    #expect(try Self.stampFits(bench))
  }

  @Test func aSingleRecordSaysNothingOfOtherModels() throws {
    let bench = try Workbench(Self.bench)
    let changed = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")
    let outcome = try bench.shell("printf '%s' '\(changed)' | $TOOL update hoox --from=-")
    #expect(
      outcome.conclusion == "changed: aurora\nadded 0, changed 1, unchanged 0, gone 0, failed 0\n")
    let stamp = try Self.stamp(in: bench)
    #expect(stamp["origin"] == "documentation")
    #expect(stamp["date"] == "2026-06-19")
    #expect(try Self.stampFits(bench))
  }

  @Test func aFolderOfWhichOnlySomeIsFetchedGetsNoStamp() throws {
    let bench = try Workbench(["schemas/hoox/dusk.json": Samples.model("dusk")])
    try bench.write(Samples.aurora, to: "aurora.json")
    let outcome = try bench.typedMedia("update", "hoox", "--from", "aurora.json")
    #expect(outcome.errors.contains("warning: 'schemas/hoox' has no snapshot.json, and gets none"))
    #expect(bench.names(in: "schemas/hoox") == ["aurora.json", "dusk.json"])
  }

  @Test func aDryRunWritesNothing() throws {
    let bench = try Workbench(Self.bench)
    let before = try bench.contents(of: "schemas/hoox")
    try bench.write(Self.list(Samples.model("dawn")), to: "list.json")
    let outcome = try bench.typedMedia(
      "update", "hoox", "--from", "list.json", "--dry-run", "--remove-gone", "--allow-many-gone")
    #expect(outcome.conclusion.hasPrefix("added: dawn\nremoved: aurora\nremoved: dusk\n"))
    #expect(outcome.output.hasSuffix("; nothing was written\n"))
    #expect(try bench.contents(of: "schemas/hoox") == before)
  }

  /// What is left when a run is cut after some files, and before the stamp.
  @Test func theNextRunRepairsWhatACutRunLeft() throws {
    let bench = try Workbench(Self.bench)
    let changed = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")
    try bench.write(Self.list(changed, Samples.model("dusk")), to: "list.json")
    try bench.write(changed, to: "schemas/hoox/aurora.json")
    try bench.write(changed, to: "schemas/hoox/.typed-media-2147483647/old.json")
    #expect(try !Self.stampFits(bench))
    let build = try bench.typedMedia("write", "--output", "Clips", "schemas/hoox/aurora.json")
    #expect(build.status == 0)
    #expect(try bench.typedMedia("update", "hoox", "--from", "list.json").status == 0)
    #expect(try Self.stampFits(bench))
    #expect(
      bench.names(in: "schemas/hoox") == ["aurora.json", "notes.json", "old.json", "snapshot.json"])
  }

  @Test func aBrokenFileIsMadeGoodAndAForeignOneIsLeftAlone() throws {
    let bench = try Workbench([
      "schemas/hoox/aurora.json": "<<<<<<< ours", "schemas/hoox/dusk.json": Samples.schema,
    ])
    try bench.write(Self.list(Samples.aurora, Samples.model("acme/dusk")), to: "list.json")
    #expect(try bench.typedMedia("update", "hoox", "--from", "list.json").status == 0)
    #expect(
      bench.names(in: "schemas/hoox") == [
        "acme-dusk.json", "aurora.json", "dusk.json", "snapshot.json",
      ])
    #expect(try bench.text(of: "schemas/hoox/dusk.json") == Samples.schema)
  }

  @Test func aNameCannotLeaveTheFolder() throws {
    let bench = try Workbench()
    let names = ["../../evil", "..", "snapshot", "Snapshot", "", "日本"]
    try bench.write(
      "[\(names.map { Samples.model($0) }.joined(separator: ","))]", to: "list.json")
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json", "--output", "a/b")
    #expect(outcome.conclusion.hasSuffix("added 5, changed 0, unchanged 0, gone 0, failed 1\n"))
    #expect(bench.names(in: ".") == ["a", "list.json"])
    #expect(bench.names(in: "a") == ["b"])
    #expect(bench.names(in: "a/b").count == 6)
    #expect(try Self.stamp(in: bench, "a/b")["service"] == "hoox")
  }

  /// Files have names of limited length, no device of Windows, and nothing that a command takes for an option.
  @Test func modelsThatHaveTheirBeginningInCommonHaveFilesOfTheirOwn() throws {
    let long = String(repeating: "a", count: 120)
    let names = ["\(long)b", "\(long)c", "\(long)d", "-rf", "con", "nul.v2", "AUX", "com1"]
    let bench = try Workbench([
      "list.json": "[\(names.map { Samples.model($0) }.joined(separator: ","))]"
    ])
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json", "--output", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = bench.names(in: "out").filter { $0 != "snapshot.json" }
    #expect(files.count == names.count)
    #expect(
      files.filter { $0.count < 40 } == [
        "model-aux.json", "model-com1.json", "model-con.json", "model-nul.v2.json", "rf.json",
      ])
    #expect(files.allSatisfy { $0.utf8.count <= 120 })
  }

  /// A target's first snapshots come with what its requests are for.
  @Test func aTargetWithoutSettingsGetsThem() throws {
    let bench = try Workbench(["list.json": "[\(Samples.model("aurora"))]"])
    let output = "Sources/App/schemas"
    let first = try bench.typedMedia("update", "fal", "--from", "list.json", "--output", output)
    #expect(first.status == 0 && first.output.contains("Sources/App/typed-media.json"))
    let settings = try JSON(parsing: Data(bench.text(of: "Sources/App/typed-media.json").utf8))
    #expect(settings["protocol"] == "FalRequest" && settings["imports"] == ["FalCore"])
    #expect(settings["outputProtocol"] == "FalOutput")

    let mine = #"{"protocol": "FalRequest", "access": "public"}"#
    try bench.write(mine, to: "Sources/App/typed-media.json")
    let again = try bench.typedMedia("update", "fal", "--from", "list.json", "--output", output)
    #expect(again.status == 0 && !again.output.contains("typed-media.json"))
    #expect(try bench.text(of: "Sources/App/typed-media.json") == mine)
  }

  @Test(arguments: ["id", "slug"]) func hedrasKindsWithoutARecordAreNotGone(key: String) throws {
    let gone = Samples.model("dusk")
      .replacing("{\n  \"name\"", with: "{\"\(key)\": \"7c2e\", \"name\"")
    let bench = try Workbench([
      "schemas/hedra/speech.json": Samples.model("speech"), "schemas/hedra/dusk.json": gone,
      "list.json": "[\(Samples.aurora)]",
    ])
    let outcome = try bench.typedMedia(
      "update", "hedra", "--from", "list.json", "--remove-gone", "--allow-many-gone")
    #expect(outcome.conclusion.hasPrefix("added: aurora\nremoved: dusk\nadded 1"))
    #expect(
      bench.names(in: "schemas/hedra") == ["aurora.json", "snapshot.json", "speech.json"])
    #expect(try Self.stampFits(bench, "schemas/hedra"))
  }

  /// The names in Swift are those of a build, which reads the target's file beside the folder, or one in it.
  @Test(arguments: [
    ("Clips/typed-media.json", "Clips/schemas"), ("schemas/typed-media.json", "schemas"),
    ("typed-media.json", "schemas"), ("typed-media.json", "./schemas/"),
  ])
  func theComparisonHasTheNamesThatTheConfigurationGives(
    configuration: String, folder: String
  ) throws {
    let bench = try Workbench([
      configuration: #"{"renames": {"aurora": "Dawn"}}"#, "list.json": "[\(Samples.aurora)]",
    ])
    let outcome = try bench.typedMedia("update", "hoox", "--from", "list.json", "--output", folder)
    #expect(outcome.output.contains("+ struct Dawn\n"))
    #expect(outcome.errors == "[1/1] aurora\n")
  }

  @Test func aBrokenConfigurationIsSaidAndHoldsNothingBack() throws {
    let bench = try Workbench([
      "Clips/typed-media.json": #"{"accent": "public"}"#, "list.json": "[\(Samples.aurora)]",
    ])
    let outcome = try bench.typedMedia(
      "update", "hoox", "--from", "list.json", "--output", "Clips/schemas")
    #expect(outcome.errors.contains("\nwarning: what changes in Swift cannot be told:\n"))
    #expect(outcome.errors.contains("Clips/typed-media.json:1:2: error: \"accent\" is not an"))
    #expect(outcome.output.hasPrefix("added: aurora\n"))
    #expect(outcome.status == 0)
    #expect(bench.names(in: "Clips/schemas") == ["aurora.json", "snapshot.json"])
  }

  @Test(arguments: [
    ("hoox --from none.json", "error: 'none.json' cannot be read", 66),
    ("hoox --from broken.json", "broken.json:1:2: error: this is not valid JSON", 65),
    ("hoox --from empty.json", "error: hoox lists no models; nothing was changed", 69),
    ("hoox --from nameless.json", "nameless.json:1:1: error: this is no answer of hoox", 65),
    (
      "hoox --from aurora.json --only x",
      "error: none of the 1 models of hoox has a name that fits", 1
    ),
    (
      "hoox --from aurora.json --output acme",
      "error: 'acme' has the snapshots of acme, and not of hoox", 65
    ),
    ("hoox --from aurora.json --output file", "error: 'file' cannot be read", 66),
    ("hoox", "error: there is no key for hoox: set HOOX_API_KEY in the environment", 78),
    ("hedra", "error: there is no key for hedra: set HEDRA_API_KEY in", 78),
  ])
  func nothingIsWrittenWhereSomethingIsWrong(
    arguments: String, message: String, status: Int32
  ) throws {
    let bench = try Workbench([
      "aurora.json": Samples.aurora, "broken.json": "{", "empty.json": "[]", "file": "",
      "nameless.json": "[{}]", "acme/snapshot.json": Samples.stamp,
    ])
    let names = bench.names(in: ".")
    let outcome = try bench.shell("$TOOL update \(arguments)")
    #expect(outcome.errors.hasPrefix(message))
    #expect(outcome.output == "")
    #expect(outcome.status == status)
    #expect(bench.names(in: ".") == names)
  }
}
