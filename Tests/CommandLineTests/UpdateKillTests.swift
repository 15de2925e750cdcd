// Before Swift 6.3, exit tests cannot be told which folder to work in.
#if compiler(>=6.3) && (os(macOS) || os(Linux))
  import Foundation
  import ServiceTestSupport
  import Testing
  import TypedMediaUpdating
  import typed_media

  /// An update that is killed while it writes.
  @Suite(.timeLimit(.minutes(20))) struct UpdateKillTests {
    private static let folder = "schemas/hoox"
    private static let modelCount = 5

    /// How many steps the update takes: each file is written beside its place, saved and moved there,
    /// as is the stamp, and the folder of what is beside comes and goes.
    private static let stepCount = 3 * (modelCount + 1) + 2

    /// Killed before each of its steps; after the last, there is nothing to be killed in.
    @Test(arguments: 1...(stepCount + 1))
    func everyFileIsWholeAndTheNextRunMakesItGood(step: Int) async throws {
      let bench = try Workbench()
      let old = (0..<Self.modelCount).map { Samples.model("m\($0)") }.joined(separator: ",")
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

      let isLast = step > Self.stepCount
      await #expect(processExitsWith: isLast ? .success : .signal(SIGKILL)) {
        [path = bench.folder.path as String, folder = Self.folder as String, step = step as Int] in
        let count = Watched(0)
        let killer: @Sendable () -> Void = {
          let number = count.change { count in
            count += 1
            return count
          }
          if number == step { kill(getpid(), SIGKILL) }
        }
        let status = await StagedFiles.$observer.withValue(killer) {
          await TypedMediaTool.run([
            "update", "hoox", "--from", "\(path)/new.json", "--output", "\(path)/\(folder)",
          ])
        }
        #expect(status == 0)
      }

      let cut = try bench.contents(of: Self.folder)
      #expect(cut.keys.sorted() == before.keys.sorted())
      for (name, data) in cut { #expect(data == before[name] || data == after[name]) }
      let isNew = cut.filter { $0.key != "snapshot.json" && $0.value == after[$0.key] }.count
      #expect(cut["snapshot.json"] == before["snapshot.json"] || isNew == Self.modelCount)
      #expect(!isLast || cut == after)
      #expect(try bench.typedMedia("update", "hoox", "--from", "new.json").status == 0)
      #expect(try bench.contents(of: Self.folder) == after)
      #expect(bench.names(in: Self.folder) == after.keys.sorted())
    }
  }
#endif
