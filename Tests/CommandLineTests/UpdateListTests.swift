import Foundation
import Testing
import TypedMediaSchema

/// What an update makes of lists that are cut, or that say something twice.
@Suite struct UpdateListTests {
  private static func hedra(
    _ name: String, _ id: String, rest: String = #""type": "video""#
  ) -> String {
    let comma = rest.isEmpty ? "" : ", "
    return #"{"id": "\#(id)", "name": "\#(name)"\#(comma)\#(rest)}"#
  }

  private static func bench(_ service: String, _ records: String...) throws -> Workbench {
    let bench = try Workbench()
    try bench.write("[\(records.joined(separator: ", "))]", to: "list.json")
    let outcome = try bench.typedMedia("update", service, "--from", "list.json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return bench
  }

  private static func update(
    _ bench: Workbench, _ service: String, _ records: String..., options: String = ""
  ) throws -> Workbench.Outcome {
    try bench.write("[\(records.joined(separator: ", "))]", to: "list.json")
    return try bench.shell("$TOOL update \(service) --from list.json \(options)")
  }

  @Test func aListThatLostMoreThanHalfIsNotBelieved() throws {
    let models = ["a", "b", "c", "d", "e"].map { Samples.model($0) }
    let bench = try Self.bench("hoox", models[0], models[1], models[2], models[3], models[4])
    let before = try bench.contents(of: "schemas/hoox")
    let refused = try Self.update(bench, "hoox", models[0], models[1])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        error: 3 of the 5 models in 'schemas/hoox' are not in the list any more; if that is right, \
        add --allow-many-gone. Nothing was changed.

        """)
    #expect(try bench.contents(of: "schemas/hoox") == before)
    let allowed = try Self.update(
      bench, "hoox", models[0], models[1], options: "--allow-many-gone")
    #expect(allowed.status == 0)
    #expect(allowed.conclusion.hasSuffix("unchanged 2, gone 3, failed 0\n"))
    // Those are gone already, and are no news.
    let again = try Self.update(bench, "hoox", models[0], models[1])
    #expect(again.status == 0)
  }

  @Test func aListThatLostHalfIsBelieved() throws {
    let models = ["a", "b", "c", "d"].map { Samples.model($0) }
    let bench = try Self.bench("hoox", models[0], models[1], models[2], models[3])
    let outcome = try Self.update(bench, "hoox", models[0], models[3])
    #expect(outcome.status == 0)
    #expect(outcome.conclusion.hasSuffix("unchanged 2, gone 2, failed 0\n"))
  }

  @Test func aRecordThatIsListedTwiceIsOne() throws {
    let (dusk, dawn) = (Self.hedra("Dusk", "8271-5f"), Self.hedra("Dawn", "6473-5f"))
    let bench = try Self.bench("hedra", dusk, dawn)
    let outcome = try Self.update(bench, "hedra", dusk, dawn, dusk)
    #expect(outcome.output == "added 0, changed 0, unchanged 2, gone 0, failed 0\n")
    #expect(bench.names(in: "schemas/hedra") == ["dawn.json", "dusk.json", "snapshot.json"])
  }

  @Test func aModelOfWhichTwoThingsAreSaidKeepsItsFile() throws {
    let dusk = Self.hedra("Dusk", "8271-5f")
    let bench = try Self.bench("hedra", dusk)
    let before = try bench.text(of: "schemas/hedra/dusk.json")
    let other = Self.hedra("Dusk", "8271-5f", rest: #""type": "image""#)
    let outcome = try Self.update(bench, "hedra", dusk, other)
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        failed, what was there is kept: Dusk
        added 0, changed 0, unchanged 0, gone 0, failed 1

        """)
    #expect(try bench.text(of: "schemas/hedra/dusk.json") == before)
  }

  @Test func aModelKeepsItsNameWhenAnotherComesThatHasIt() throws {
    let dusk = Self.hedra("Dusk", "8271-5f")
    let bench = try Self.bench("hedra", dusk)
    let before = try bench.text(of: "schemas/hedra/dusk.json")
    let outcome = try Self.update(bench, "hedra", dusk, Self.hedra("Dusk", "6473-5f"))
    #expect(
      outcome.conclusion == """
        added: Dusk 6473
        added 1, changed 0, unchanged 1, gone 0, failed 0

        """)
    #expect(try bench.text(of: "schemas/hedra/dusk.json") == before)
    // And when only the later one is left.
    let last = try Self.update(bench, "hedra", Self.hedra("Dusk", "6473-5f"))
    #expect(last.conclusion.hasPrefix("gone, and retired: Dusk\nadded 0, changed 0, unchanged 1,"))
  }

  @Test func aRecordWithoutATypeIsNoModel() throws {
    let dusk = Self.hedra("Dusk", "8271-5f")
    let bench = try Self.bench("hedra", dusk)
    let before = try bench.text(of: "schemas/hedra/dusk.json")
    let outcome = try Self.update(
      bench, "hedra", Self.hedra("Dusk", "8271-5f", rest: ""), Self.hedra("New", "1-1", rest: ""))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("] Dusk: error: The value has no \"type\", without which"))
    #expect(outcome.conclusion.hasSuffix("added 0, changed 0, unchanged 0, gone 0, failed 2\n"))
    #expect(bench.names(in: "schemas/hedra") == ["dusk.json", "snapshot.json"])
    #expect(try bench.text(of: "schemas/hedra/dusk.json") == before)
  }

  private static func stamp(in bench: Workbench) throws -> JSON {
    try JSON(parsing: bench.text(of: "schemas/hoox/snapshot.json"))
  }

  @Test func aTypeKeepsItsNameWhenAModelComesThatWouldHaveIt() throws {
    let (dusk, dawn) = (Samples.model("dusk/lamp"), Samples.model("dawn/lamp"))
    let bench = try Self.bench("hoox", dusk)
    #expect(try Self.stamp(in: bench)["names"] == ["dusk/lamp": "Lamp"])
    let outcome = try Self.update(bench, "hoox", dusk, dawn)
    #expect(outcome.output.hasPrefix("1 change (1 minor): raise the minor version.\n"))
    #expect(outcome.output.contains("+ struct DawnLamp"))
    #expect(try Self.stamp(in: bench)["names"] == ["dawn/lamp": "DawnLamp", "dusk/lamp": "Lamp"])
    // And what a name's model left behind is not taken by another.
    let later = try Self.update(
      bench, "hoox", dawn, Samples.model("night/lamp"), options: "--remove-gone")
    #expect(later.output.contains("+ struct NightLamp"))
    #expect(try Self.stamp(in: bench)["names"]?["dusk/lamp"] == "Lamp")
    let list = try bench.shell("$TOOL write --output out schemas/hoox && cat out/*.swift")
    #expect(list.output.contains("struct DawnLamp: "))
    #expect(list.output.contains("struct NightLamp: "))
  }

  /// A folder whose stamp is from before names were kept.
  @Test func namesThatAreThereAlreadyAreKeptByAStampThatHasNone() throws {
    let (dusk, dawn) = (Samples.model("dusk/lamp"), Samples.model("dawn/lamp"))
    let bench = try Workbench([
      "schemas/hoox/lamp.json": dusk,
      "schemas/hoox/snapshot.json":
        #"{"service": "hoox", "origin": "fetched", "date": "2026-06-19"}"#,
    ])
    let outcome = try Self.update(bench, "hoox", dusk, dawn)
    #expect(outcome.output.hasPrefix("1 change (1 minor): raise the minor version.\n"))
    #expect(try Self.stamp(in: bench)["names"] == ["dawn/lamp": "DawnLamp", "dusk/lamp": "Lamp"])
  }
}
