import Foundation
import Testing
import TypedMediaSchema

/// An update that is killed while it writes.
@Suite(.timeLimit(.minutes(5))) struct UpdateKillTests {
  /// When to kill it.
  enum Moment: CaseIterable {
    /// The new files are being written beside their places.
    case staging
    /// They are being moved there.
    case moving
  }

  private static let folder = "schemas/hoox"

  private static func hasCome(_ moment: Moment, in bench: Workbench, before: Data?) -> Bool {
    switch moment {
    case .staging: bench.names(in: folder).contains { $0.hasPrefix(".typed-media-") }
    case .moving:
      (try? Data(contentsOf: bench.folder.appending(path: "\(folder)/m0.json"))) != before
    }
  }

  @Test(arguments: Moment.allCases)
  func everyFileIsWholeAndTheNextRunMakesItGood(moment: Moment) async throws {
    let bench = try Workbench()
    let old = (0..<100).map { Samples.model("m\($0)") }.joined(separator: ",")
    let new = old.replacing("[4, 6, 8]", with: "[4]")
    try bench.write("[\(old)]", to: "old.json")
    try bench.write("[\(new)]", to: "new.json")
    #expect(try bench.typedMedia("update", "hoox", "--from", "old.json").status == 0)
    let before = try bench.contents(of: Self.folder)
    // What is gone from the old ones stays in the new ones, retired.
    for list in ["old.json", "new.json"] {
      _ = try bench.typedMedia("update", "hoox", "--from", list, "--output", "after")
    }
    let after = try bench.contents(of: "after")

    let process = try bench.start(
      BuiltProgram.named("typed-media"), ["update", "hoox", "--from", "new.json"])
    while process.isRunning, !Self.hasCome(moment, in: bench, before: before["m0.json"]) {
      await Task.yield()
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    let cut = try bench.contents(of: Self.folder)
    #expect(cut.keys.sorted() == before.keys.sorted())
    for (name, data) in cut { #expect(data == before[name] || data == after[name]) }
    let isNew = cut.filter { $0.key != "snapshot.json" && $0.value == after[$0.key] }.count
    #expect(cut["snapshot.json"] == before["snapshot.json"] || isNew == 100)
    #expect(try bench.typedMedia("update", "hoox", "--from", "new.json").status == 0)
    #expect(try bench.contents(of: Self.folder) == after)
    #expect(bench.names(in: Self.folder) == after.keys.sorted())
  }
}
