import Foundation
import Testing
import TypedMediaSchema

/// What an update makes of models and values that the service has no more.
@Suite struct UpdateRetirementTests {
  private static let folder = "schemas/hoox"
  private static let aurora = "\(folder)/aurora.json"
  private static let dusk = "\(folder)/dusk.json"
  private static let models = [aurora: Samples.aurora, dusk: Samples.model("dusk")]

  /// Updates from a list that was saved on a day.
  private static func update(
    _ bench: Workbench, with records: String..., on day: String, options: String = ""
  ) throws -> Workbench.Outcome {
    try bench.write("[\(records.joined(separator: ", "))]", to: "list.json")
    try bench.setDay(day, of: "list.json")
    return try bench.shell("$TOOL update hoox --from list.json \(options)")
  }

  private static func record(at path: String, in bench: Workbench) throws -> JSON {
    try JSON(parsing: Data(bench.text(of: path).utf8))
  }

  @Test func aModelThatIsGoneIsKeptAndSaysSinceWhen() throws {
    let bench = try Workbench(Self.models)
    let outcome = try Self.update(bench, with: Samples.aurora, on: "2026-11-21")
    #expect(outcome.output.contains("\nminor  model-retired\n"))
    #expect(outcome.output.contains("@available(*, deprecated)"))
    #expect(
      outcome.conclusion == """
        gone, and retired: dusk
        added 0, changed 0, unchanged 1, gone 1, failed 0

        """)
    #expect(outcome.status == 0)
    let old = try JSON(parsing: Data(Samples.model("dusk").utf8))
    var kept = try #require(try Self.record(at: Self.dusk, in: bench).object)
    #expect(kept["x-retired"] == ["since": "2026-11-21"])
    kept["x-retired"] = nil
    #expect(JSON.object(kept) == old)
  }

  @Test func aModelThatIsGoneStaysForNinetyDays() throws {
    let bench = try Workbench(Self.models)
    _ = try Self.update(bench, with: Samples.aurora, on: "2026-11-21")
    let kept = try bench.text(of: Self.dusk)
    for day in ["2026-11-21", "2026-12-24", "2027-02-19"] {
      let outcome = try Self.update(bench, with: Samples.aurora, on: day)
      #expect(
        outcome.output == """
          gone, and retired: dusk
          added 0, changed 0, unchanged 1, gone 1, failed 0

          """)
      #expect(try bench.text(of: Self.dusk) == kept)
    }
    let outcome = try Self.update(bench, with: Samples.aurora, on: "2027-02-20")
    #expect(outcome.output.contains("\nmajor  model-gone\n"))
    #expect(outcome.conclusion.hasPrefix("removed: dusk\n"))
    #expect(bench.names(in: Self.folder) == ["aurora.json", "snapshot.json"])
  }

  @Test func aModelThatIsRetiredGoesAtOnceWhenItIsToGo() throws {
    let bench = try Workbench(Self.models)
    _ = try Self.update(bench, with: Samples.aurora, on: "2026-11-21")
    let outcome = try Self.update(
      bench, with: Samples.aurora, on: "2026-11-22", options: "--remove-gone")
    #expect(outcome.conclusion.hasPrefix("removed: dusk\n"))
    #expect(bench.names(in: Self.folder) == ["aurora.json", "snapshot.json"])
  }

  @Test func aModelThatComesBackIsNoLongerRetired() throws {
    let bench = try Workbench(Self.models)
    _ = try Self.update(bench, with: Samples.aurora, on: "2026-11-21")
    let outcome = try Self.update(
      bench, with: Samples.aurora, Samples.model("dusk"), on: "2026-12-24")
    #expect(outcome.output.contains("\npatch  model-returned\n"))
    #expect(outcome.conclusion.hasPrefix("changed: dusk\n"))
    let old = try JSON(parsing: Data(Samples.model("dusk").utf8))
    #expect(try Self.record(at: Self.dusk, in: bench) == old)
  }

  @Test func aValueThatIsGoneIsUnavailableInTheCodeForNinetyDays() throws {
    let bench = try Workbench([Self.aurora: Samples.aurora])
    let shorter = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")
    func duration() throws -> JSON? {
      try Self.record(at: Self.aurora, in: bench)["input_schema"]?["properties"]?["duration"]
    }
    func code() throws -> String {
      let outcome = try bench.typedMedia("write", "--output", "Clips", Self.folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try bench.text(of: "Clips/hoox_aurora.generated.swift")
    }
    _ = try Self.update(bench, with: shorter, on: "2026-11-21")
    let retired: JSON = [["value": 8, "since": "2026-11-21"]]
    #expect(try duration()?["x-retired-values"] == retired)
    #expect(try code().contains("@available(*, unavailable"))
    for day in ["2026-11-22", "2027-02-19"] {
      let outcome = try Self.update(bench, with: shorter, on: day)
      #expect(outcome.output == "added 0, changed 0, unchanged 1, gone 0, failed 0\n")
      #expect(try duration()?["x-retired-values"] == retired)
    }
    let outcome = try Self.update(bench, with: shorter, on: "2027-02-20")
    #expect(outcome.output.contains("\npatch  retired-value-dropped\n"))
    #expect(try duration() == ["type": "integer", "enum": [4, 6], "x-unit": "seconds"])
    #expect(try !code().contains("@available(*, unavailable"))
  }

  @Test func aValueThatComesBackIsNoLongerRetired() throws {
    let bench = try Workbench([Self.aurora: Samples.aurora])
    let shorter = Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]")
    _ = try Self.update(bench, with: shorter, on: "2026-11-21")
    let outcome = try Self.update(bench, with: Samples.aurora, on: "2026-12-24")
    #expect(outcome.output.contains("\nminor  value-added\n"))
    let old = try JSON(parsing: Data(Samples.aurora.utf8))
    #expect(try Self.record(at: Self.aurora, in: bench) == old)
  }
}
