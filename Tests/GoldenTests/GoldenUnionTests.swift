import Foundation
import Testing
import TypedMedia

/// What unions, lists of fixed length, recursion and input modes send, and what they read.
@Suite struct GoldenUnionTests {
  private func request() -> Unions {
    Unions(
      imageSize: .preset(.wide), mask: URL(string: "https://example.com/m.png"),
      objectValue: "fox")
  }

  @Test func eachAlternativeIsSentAndReadBack() throws {
    var request = request()
    #expect(request.json["image_size"] == "wide")
    request.imageSize = .custom(.init(width: 640, height: 480))
    request.source = .clip(.init(start: 1.5))
    request.amount = .list([1, "a"])
    request.point = .init(x: 0.25, y: 0.5)
    request.level = .level2_5
    request.style = "noir"
    #expect(request.json["image_size"] == ["width": 640, "height": 480])
    #expect(request.json["source"] == ["kind": "clip", "start": 1.5])
    #expect(request.json["amount"] == [1, "a"])
    #expect(request.json["point"] == [0.25, 0.5])
    #expect(request.json["level"] == 2.5)
    #expect(request.json["style"] == "noir")
    try request.validate()
    #expect(try Unions(json: request.json) == request)
  }

  @Test func theTagSaysWhichAlternativeItIs() throws {
    var body = try #require(request().json.object)
    body["source"] = ["kind": "still"]
    guard case .still? = try Unions(json: .object(body)).source else {
      Issue.record("A still was read as something else.")
      return
    }
    body["source"] = ["kind": "painting"]
    #expect(throws: JSONMismatch.self) { try Unions(json: .object(body)) }
  }

  @Test func aTextAndANumberThatReadTheSameAreTwoValues() throws {
    #expect(Unions.Rank.allCases.map(\.rawValue) == [1, "1"])
    #expect(Unions.defaultRank.rawValue == "1")
  }

  @Test func nullAndNothingAreTwoThingsWhereTheyDiffer() throws {
    var request = request()
    #expect(request.json.object?.contains { $0.key == "strength" } == false)
    request.strength = .null
    #expect(request.json["strength"] == .null)
    #expect(try Unions(json: request.json).strength == .null)
    request.mask = nil
    #expect(request.json["mask"] == .null)
    try request.validate()
  }

  @Test func aTypeThatContainsItselfIsSentAtAnyDepth() throws {
    var request = request()
    request.scene = .init(
      name: "park", background: .init(name: "sky"), parts: [.init(name: "tree"), .init()])
    #expect(
      request.json["scene"] == [
        "name": "park", "background": ["name": "sky"], "parts": [["name": "tree"], [:]],
      ])
    request.scene?.next = .value(.init(next: .null))
    request.pair = .list(.init(first: "a", second: .list(.init(first: "b", second: .text("c")))))
    #expect(request.json["scene"]?["next"] == ["next": nil])
    #expect(request.json["pair"] == ["a", ["b", "c"]])
    #expect(try Unions(json: request.json) == request)
  }

  @Test func whateverElseIsSentHasItsType() throws {
    var request = request()
    request.additionalProperties = ["extra": 1.5]
    #expect(request.json["extra"] == 1.5)
    #expect(try Unions(json: request.json).additionalProperties == ["extra": 1.5])
    var body = try #require(request.json.object)
    body["extra"] = "text"
    #expect(throws: JSONMismatch.self) { try Unions(json: .object(body)) }
  }

  @Test func inputModesExcludeEachOther() throws {
    let byImage = Modes(prompt: "p", input: .imageURL("a", endImageURL: "b"))
    #expect(byImage.json == ["prompt": "p", "image_url": "a", "end_image_url": "b"])
    try byImage.validate()
    try Modes(prompt: "p", input: .videoURL("v")).validate()
    #expect(throws: JSONMismatch.self) {
      try Modes(json: ["prompt": "p", "image_url": "a", "video_url": "v"])
    }
    #expect(throws: JSONMismatch.self) { try Modes(json: ["prompt": "p"]) }
  }
}
