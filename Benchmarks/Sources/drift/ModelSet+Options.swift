import ArgumentParser
import Workbench

extension ModelSet {
  /// What a set is made of.
  struct Options: ParsableArguments {
    @Option(help: "How many models.")
    var models = 1_400

    @Option(help: "How many of them get an edit of their own, beside one that 150 get alike.")
    var edits = 200

    @Option(help: "What the random edits are made from: the same, the same edits.")
    var seed: UInt64 = 1

    /// The set; `nil` where there are no corpora, which is said.
    func set() throws -> ModelSet? {
      let corpora: Corpora
      do {
        corpora = try Corpora()
      } catch {
        print("skipped: \(error)")
        return nil
      }
      return try ModelSet(corpora, count: models, editedCount: edits, seed: seed)
    }
  }
}
