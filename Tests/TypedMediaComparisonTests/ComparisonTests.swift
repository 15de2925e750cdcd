import Foundation
import Testing
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

/// What holds whatever is compared.
@Suite struct ComparisonTests {
  @Test(arguments: services())
  func snapshotsDoNotDifferFromThemselves(service: String) throws {
    let files = try committedSnapshots(of: service)
    let comparison = try SnapshotComparison(old: files, new: files.reversed())
    #expect(comparison.changes.isEmpty, "\(comparison.text)")
    #expect(comparison.advice == nil)
  }

  /// Every committed model as if it had become the next one: whatever came, went when one looks back.
  @Test(arguments: services().filter { $0 != "hedra" })
  func lookedAtTheOtherWayRoundWhatCameIsGone(service: String) throws {
    let opposites: [ChangeRule: Set<ChangeRule>] = [
      .valueAdded: [.valueGone], .valueGone: [.valueAdded], .becameRequired: [.becameOptional],
      .becameOptional: [.becameRequired], .checkTightened: [.checkLoosened, .checkTightened],
      .valuesClosed: [.valuesOpened], .valuesOpened: [.valuesClosed],
      .propertyGone: [.propertyAdded, .requiredPropertyAdded, .swiftCasesAdded],
      .propertyAdded: [.propertyGone], .requiredPropertyAdded: [.propertyGone],
      .descriptionChanged: [.descriptionChanged], .recordChanged: [.recordChanged],
    ]
    let files = try committedSnapshots(of: service).map(renamed)
    var compared = 0
    for (first, second) in zip(files, files.dropFirst()) {
      let forth = try SnapshotComparison(old: [first], new: [second]).changes
      let back = try SnapshotComparison(old: [second], new: [first]).changes
      for change in forth {
        guard let rule = change.rules.first, let expected = opposites[rule] else { continue }
        let rules = Set(back.filter { $0.place == change.place }.compactMap(\.rules.first))
        #expect(!rules.isDisjoint(with: expected), "\(first.path) \(second.path) \(change.id)")
        compared += 1
      }
      #expect(Set(forth.map(\.id)).count == forth.count)
    }
    #expect(compared > 50)
  }

  /// The snapshot with one name for all models.
  private func renamed(_ file: SourceFile) throws -> SourceFile {
    var record = try JSON(parsing: file.data).object ?? [:]
    record["name"] = "model"
    return SourceFile(path: file.path, name: file.name, data: JSON.object(record).data())
  }

  @Test func thereAreSnapshotsToCompare() throws {
    #expect(try services().flatMap(committedSnapshots).count >= 45)
  }

  /// Most models do not change, and are not translated; what is told is the same as if they were.
  @Test(arguments: services())
  func whatDoesNotChangeMakesNoDifference(service: String) throws {
    let files = try committedSnapshots(of: service)
    var everything = Configuration()
    everything.models = ["*", "?*"]
    for turn in 0..<3 {
      let new = files.enumerated().map { index, file in
        guard index % 5 == turn else { return file }
        let text = String(decoding: file.data, as: UTF8.self)
          .replacing("16:9", with: "16:10").replacing("1080p", with: "1081p")
        return snapshot(text, path: file.path)
      }
      let quick = try SnapshotComparison(old: files, new: new)
      let whole = try SnapshotComparison(old: files, new: new, oldConfiguration: everything)
      #expect(Set(quick.changes) == Set(whole.changes))
      #expect(quick.text == whole.text)
    }
  }

  private static let mode = #""mode": {"enum": ["fast", "good"]}"#
  private static let pair = #"{"properties": {"a": {"enum": ["x"]}, "b": {"type": "string"}}}"#
  private static let swapped = #"{"properties": {"b": {"type": "string"}, "a": {"enum": ["x"]}}}"#

  private static let pairs: [(old: SourceFile, new: SourceFile)] = [
    (model(mode), model(##""Mode": {"enum": ["slow"]}, \##(mode)"##)),
    (model(##""Mode": {"enum": ["slow"]}, \##(mode)"##), model(mode)),
    (model(mode), model(##"\##(mode), "Mode": {"enum": ["fast", "good"]}"##)),
    (model(##"\##(mode), "Mode": {"enum": ["fast", "good"]}"##), model(mode)),
    (model(mode), model(mode, required: ##"["mode"]"##)),
    (model(##""o": \##(pair)"##), model(##""o": \##(swapped)"##)),
    (model(##""o": \##(pair), "n": {}"##), model(##""n": {}, "o": \##(pair)"##)),
    (
      model(##""o": {"$ref": "#/$defs/o"}"##, rest: ##", "$defs": {"o": \##(pair)}"##),
      model(##""o": {"$ref": "#/$defs/o"}"##, rest: ##", "$defs": {"o": {"type": "string"}}"##)
    ),
    (
      model(
        ##"\##(mode), "o": {"$ref": "#/$defs/Mode"}"##, rest: ##", "$defs": {"Mode": \##(pair)}"##),
      model(##""o": {"$ref": "#/$defs/Mode"}"##, rest: ##", "$defs": {"Mode": \##(pair)}"##)
    ),
    (
      model(mode),
      model(mode, rest: ##", "allOf": [{"properties": {"mode": {"enum": ["fast"]}}}]"##)
    ),
    (
      model(##"\##(mode), "n": {"type": "string"}"##),
      model(
        ##"\##(mode), "n": {"type": "string"}"##, rest: ##", "dependentRequired": {"n": ["mode"]}"##
      )
    ),
    (
      model(mode),
      model(
        ##"\##(mode), "n": {}"##,
        rest: ##", "anyOf": [{"required": ["mode"]}, {"required": ["n"]}]"##)
    ),
    (model(##""list": {"items": \##(pair)}, "n": {}"##), model(##""list": {"items": \##(pair)}"##)),
    (model(mode, named: "a/dawn"), model(mode, named: "b/dawn")),
    (model(mode, named: "a/dawn"), model(##""mode": {"enum": ["fast"]}"##, named: "b/dawn")),
  ]

  /// A member that is as it was is not translated again; what is told is the same as if it were.
  @Test(arguments: pairs)
  func membersThatDoNotChangeMakeNoDifference(old: SourceFile, new: SourceFile) throws {
    var everything = Configuration()
    everything.models = ["*", "?*"]
    let others = [model(Self.mode, named: "dusk"), model(#""o": \#(Self.pair)"#, named: "noon")]
    let quick = try SnapshotComparison(old: [old] + others, new: [new] + others)
    let whole = try SnapshotComparison(
      old: [old] + others, new: [new] + others, oldConfiguration: everything)
    #expect(!quick.changes.isEmpty)
    #expect(quick.changes == whole.changes)
  }

  @Test func allIsNewWhereThereWasNothing() throws {
    let comparison = try SnapshotComparison(old: [], new: [model(""), model("", named: "b")])
    #expect(comparison.briefly == ["minor model-added", "minor model-added"])
    #expect(comparison.changes.map(\.swift.after) == [["struct Aurora"], ["struct B"]])
  }

  @Test(arguments: [
    (#"{"name": nope}"#, "schemas/aurora.json:1:10: error: this is not valid JSON"),
    (#"{"name": "a"}"#, "schemas/aurora.json:1:1: error: the record has no \"input_schema\""),
  ])
  func aBrokenSnapshotIsAnErrorAtItsPlaceOnEitherSide(text: String, message: String) {
    for sides in [([snapshot(text)], [model("")]), ([model("")], [snapshot(text)])] {
      let failure = #expect(throws: GenerationFailure.self) {
        try SnapshotComparison(old: sides.0, new: sides.1)
      }
      #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "")")
    }
  }

  @Test func anObjectThatContainsItselfIsComparedOnce() throws {
    func tree(_ most: Int) -> SourceFile {
      model(
        ##""root": {"$ref": "#/$defs/node"}"##,
        rest: """
          , "$defs": {"node": {"type": "object", "properties": {
            "name": {"type": "string", "maxLength": \(most)},
            "children": {"type": "array", "items": {"$ref": "#/$defs/node"}}}}}
          """)
    }
    let comparison = try SnapshotComparison(old: [tree(9)], new: [tree(8)])
    #expect(comparison.briefly == ["major root.name check-tightened"])
  }

  @Test func definitionsThatFanOutAreNotFollowedForEver() throws {
    func fan(_ last: String) -> SourceFile {
      let definitions = (0..<12).map { level in
        let parts = (0..<4).map { ##""p\##($0)": {"$ref": "#/$defs/d\##(level + 1)"}"## }
        return
          #""d\#(level)": {"type": "object", "properties": {\#(parts.joined(separator: ","))}}"#
      }
      return model(
        ##""root": {"$ref": "#/$defs/d0"}"##,
        rest: #", "$defs": {\#(definitions.joined(separator: ",")), "d12": \#(last)}"#)
    }
    let comparison = try SnapshotComparison(
      old: [fan(#"{"type": "string"}"#)], new: [fan(#"{"type": "string", "maxLength": 9}"#)])
    #expect(comparison.changes.contains { $0.rules == [.notCompared] })
    #expect(comparison.advice == .major)
  }

  @Test func anIdentityTellsOneChangeFromAnother() throws {
    func ids(_ old: Int, _ new: Int) throws -> [String] {
      try SnapshotComparison(
        old: [model(#""a": {"type": "integer", "maximum": \#(old)}"#)],
        new: [model(#""a": {"type": "integer", "maximum": \#(new)}"#)], module: "Clips"
      ).changes.map(\.id)
    }
    let first = try ids(9, 8)
    #expect(first.first?.hasPrefix("Clips: aurora a check-tightened ") == true)
    #expect(try ids(9, 8) == first)
    #expect(try ids(8, 7) != first)
  }

  /// However long the two are before they differ.
  @Test func anIdentityIsMadeOfAllThatChanged() throws {
    func ids(_ last: String) throws -> [String] {
      let values = (0..<99).map { "\"v\($0)\"" }.joined(separator: ", ")
      return try SnapshotComparison(
        old: [model(#""a": {"type": "string"}"#)],
        new: [model(#""a": {"type": "string", "enum": [\#(values), "\#(last)"]}"#)]
      ).changes.map(\.id)
    }
    #expect(try ids("x") != ids("y"))
  }

  @Test func whatIsAcceptedIsMarkedAndWhatIsNotThereIsStale() throws {
    var comparison = try SnapshotComparison(
      old: [model(#""a": {"enum": [1, 2]}, "b": {"type": "string"}"#)],
      new: [model(#""a": {"enum": [1]}"#)])
    let gone = try #require(comparison.changes.first { $0.place == "b" })
    let text = "# the service said so\n\n\(gone.id)\r\naurora c value-gone 00000000\n"
    let accepted = try AcceptedChanges(snapshot(text, path: "accepted.txt"))
    comparison.accept(accepted)
    #expect(accepted.stale(in: comparison) == ["aurora c value-gone 00000000"])
    #expect(comparison.unaccepted(from: .major).map(\.place) == ["a"])
    #expect(comparison.unaccepted(from: .patch).map(\.place) == ["a"])
    #expect(comparison.advice == .major)
  }

  @Test(arguments: ["nonsense", "aurora a value-gone", "aurora a value-lost 00000000"])
  func aLineThatIsNoIdentityIsAnErrorAtItsPlace(line: String) {
    let error = #expect(throws: Diagnostic.self) {
      try AcceptedChanges(snapshot("# fine\n\(line)\n", path: "accepted.txt"))
    }
    #expect(
      error?.description.hasPrefix("accepted.txt:2:1: error: this is not the identity") == true)
  }
}
