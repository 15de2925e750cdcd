import Foundation
import Testing
import TypedMedia

/// What values, tuples, numbers and choices send that are alternatives in their schema.
@Suite struct GoldenAlternativeTests {
  private let request = Alternatives(prompt: "p", quality: .draft, mood: .auto)

  @Test func valuesThatAreAlternativesAreAllThere() {
    #expect(Alternatives.Quality.allCases == [.draft, .final])
    #expect(Alternatives.defaultQuality == .draft)
    #expect(Alternatives.FrameRate.allCases.map(\.rawValue) == [24, 30, 60])
    #expect(Alternatives.Mood.allCases.map(\.json) == ["auto", 1, 2])
    #expect(Alternatives.Size.allCases.map(\.rawValue) == ["big", "huge"])
  }

  @Test func eachAlternativeIsSentAndReadBack() throws {
    var request = request
    request.duration = .auto
    #expect(request.json["duration"] == "auto")
    request.duration = .integer(7)
    request.seed = .max
    request.serial = Decimal(string: "-9223372036854775809")
    request.range = .init(first: 1, second: 2.5)
    request.palette = .nameAndColors(.init(name: "n", colors: [.init(red: 1)]))
    request.tokens = .integerLists([[1], [2, 3]])
    request.marks = "#abcd"
    #expect(request.json["seed"]?.text() == "18446744073709551615")
    #expect(request.json["serial"]?.text() == "-9223372036854775809")
    #expect(request.json["range"] == [1, 2.5])
    try request.validate()
    let copy = try Alternatives(json: request.json)
    #expect(copy == request)
    guard case .nameAndColors? = copy.palette, case .integerLists? = copy.tokens else {
      Issue.record("An alternative was read as another.")
      return
    }
  }

  @Test func aDateIsReadAsADateAndATextAsAText() throws {
    func tokens(_ text: JSON) throws -> Alternatives.Tokens { try .init(json: text) }
    guard case .date = try tokens("2026-06-19T10:00:00Z"), case .text = try tokens("ten") else {
      Issue.record("A text was read as something else.")
      return
    }
  }

  @Test func whatOnlyTheServiceSetsIsNotDemanded() throws {
    try request.validate()
    #expect(request.json.object?.contains("clip_id") == false)
  }

  @Test func whatIsDeclaredUnderAConditionIsCheckedUnderIt() throws {
    var request = request
    request.paper = .a4
    #expect(throws: MediaError.self) { try request.validate() }
    request.quality = .final
    request.margin = 3
    try request.validate()
  }

  private static let image = URL(string: "https://example.com/a") ?? URL(filePath: "/a")

  @Test(
    arguments: [
      (Tasks.Input.draw(.init(size: .wide)), ["kind": "draw", "size": "wide"]),
      (
        .edit(.init(image: image, steps: 9)),
        ["kind": "edit", "image": "https://example.com/a", "steps": 9]
      ),
    ] as [(Tasks.Input, [String: JSON])])
  func aChoiceIsSentBesideWhatIsCommon(input: Tasks.Input, sent: [String: JSON]) throws {
    let request = Tasks(prompt: "p", input: input)
    for (key, value) in sent { #expect(request.json[key] == value) }
    #expect(request.json.object?.count == sent.count + 1)
    try request.validate()
    #expect(try Tasks(json: request.json) == request)
  }

  @Test(
    arguments: [
      ["prompt": "p"], ["prompt": "p", "kind": "paint"], ["prompt": "p", "size": "wide"],
      ["prompt": "p", "kind": "draw", "image": "https://example.com/a"],
      ["prompt": "p", "kind": "draw", "unheard_of": 1], ["kind": "draw"],
      ["prompt": "p", "kind": "edit", "image": "https://example.com/a"],
    ] as [JSON])
  func whatIsNoneOfTheChoicesDoesNotDecode(body: JSON) {
    #expect(throws: JSONMismatch.self) { try Tasks(json: body) }
  }

  @Test(
    arguments: [
      ["prompt": "p", "quality": "draft", "mood": "auto", "seed": nil],
      ["prompt": "p", "quality": "draft", "mood": 3],
      ["prompt": "p", "quality": "draft", "mood": "auto", "size": "small"],
      ["prompt": "p", "quality": "draft", "mood": "auto", "clip_id": "c"],
    ] as [JSON])
  func whatTheSchemaRefusesDoesNotDecode(body: JSON) {
    #expect(throws: JSONMismatch.self) { try Alternatives(json: body) }
  }

  @Test func aFormHasTheMembersOfAllChoices() throws {
    let fields = Tasks.fields
    #expect(fields.map(\.wireName) == ["prompt", "kind", "size", "steps", "image"])
    #expect(fields.map(\.isRequired) == [true, true, false, false, false])
    #expect(fields[1].values == ["draw", "edit"])
    #expect(Alternatives.fields.first { $0.wireName == "quality" }?.kind == .choice)
  }

  @Test func nullIsReadWhereItIsAllowed() throws {
    let body: JSON = ["prompt": "p", "quality": "draft", "mood": "auto", "frame_rate": nil]
    #expect(try Alternatives(json: body) == request)
  }
}
