import Foundation
import Testing
import TypedMedia

/// The golden files are compiled into this target, and run.
@Suite struct GoldenRequestTests {
  @Test func constantsAreWrittenAndRequiredPropertiesComeFirst() throws {
    let request = Values2_5(prompt: "A tide pool", strength: 0.5, duration: .seconds10)
    // More than an `Int` or a `Double` can say.
    let revision = try JSON(parsing: "12345678901234567890")
    #expect(
      request.json == [
        "prompt": "A tide pool", "kind": "picture", "revision": revision, "mode": "only",
        "strength": 0.5, "duration": 10,
      ])
    try request.validate()
    for limit in Values2_5.Limit.allCases {
      #expect(try Values2_5.Limit(json: limit.json) == limit)
    }
  }

  @Test func whatIsLeftOutIsNotSent() {
    let request = Names(in: "x", value2ndImage: URL(filePath: "/a"), type: .typeNone, size: .tiny)
    #expect(request.json.object?.keys == ["in", "2nd_image", "type", "size"])
    #expect(request.json["size"] == "4k")
  }

  @Test(arguments: [
    (Slots.Slots.first("a"), ["first": "a"]),
    (.first("a", middle: "b"), ["first": "a", "middle": "b"]),
    (
      .firstAndMiddleAndLast("a", middle: "b", last: "c"),
      ["first": "a", "middle": "b", "last": "c"]
    ),
  ])
  func slotsAreSentInOrder(slots: Slots.Slots, sent: [String: JSON]) throws {
    let request = Slots(prompt: "p", slots: slots)
    #expect(request.json == .object(["prompt": "p"]).merging(sent))
    #expect(try Slots(json: request.json) == request)
    try request.validate()
  }

  @Test func aLaterSlotAloneDoesNotDecode() {
    #expect(throws: JSONMismatch.self) { try Slots(json: ["prompt": "p", "last": "c"]) }
    #expect(throws: JSONMismatch.self) {
      try Slots(json: ["prompt": "p", "first": "a", "last": "c"])
    }
  }

  @Test func oneShapeIsOneTypeWhereverItIs() throws {
    let address = try #require(URL(string: "https://example.com/a.png"))
    let picture = Picture.imageURL(address)
    let request = Choices(prompt: "p", image: picture, audio: .audioText("Hello"), mask: picture)
    #expect(request.image == request.mask)
    #expect(request.json["mask"] == ["image_url": "https://example.com/a.png"])
    #expect(try Choices(json: request.json) == request)
  }

  @Test func twoOfWhatExcludesEachOtherDoNotDecode() {
    let both: JSON = [
      "image_url": "https://example.com/a.png", "image_id": "7f3c1c1e-8d0b-4a57-9d55-0a3f3f6f2f10",
    ]
    #expect(throws: JSONMismatch.self) { try Picture(json: both) }
    #expect(throws: JSONMismatch.self) { try Picture(json: [:]) }
  }

  @Test func aListOfAtMostOneIsOneValue() throws {
    let request = Nested(
      camera: .init(kind: .wide, angle: -12.5),
      reference: try #require(URL(string: "https://example.com/a.png")),
      mask: "m", colors: ["red": 0.5], tracks: [.init(at: 1.5, style: .soft)])
    #expect(request.json["references"] == ["https://example.com/a.png"])
    #expect(request.json["masks"] == ["m"])
    #expect(try Nested(json: request.json) == request)
    var several = try #require(request.json.object)
    several["masks"] = ["m", "n"]
    #expect(throws: JSONMismatch.self) { try Nested(json: .object(several)) }
  }

  @Test func whatIsFlattenedIsSentInsideOfItsObject() throws {
    let address = try #require(URL(string: "https://example.com/a.png"))
    let request = Flattened(
      textPrompt: "p", audio: .speech("Hello", language: .de), duration: .seconds10,
      fadeMilliseconds: 250, mask: .maskID("m"),
      images: .startImage(.asset("s"), endImage: .endImageURL(address)))
    #expect(
      request.json == [
        "type": "video",
        "inputs": [
          "mode": "fast", "text_prompt": "p", "duration_ms": 10000, "fade_ms": 250, "mask_id": "m",
        ],
        "audio_generation": ["kind": "speech", "text": "Hello", "language": "de"],
        "start_image_id": "s", "end_image_url": "https://example.com/a.png",
      ])
    try request.validate()
    #expect(try Flattened(json: request.json) == request)
    let small = Flattened(textPrompt: "p", audio: .audioID("a"), images: .referenceIDs(["r"]))
    #expect(try Flattened(json: small.json) == small)
    #expect(small.json["inputs"] == ["mode": "fast", "text_prompt": "p"])
  }

  @Test(
    arguments: [
      ("/inputs/text_prompt", ["audio_id": "a", "inputs": ["mode": "fast", "text_prompt": 1]]),
      ("/inputs", ["audio_id": "a", "inputs": "p"]),
      (
        "/inputs",
        ["audio_id": "a", "inputs": ["mode": "fast", "text_prompt": "p", "unheard_of": 1]]
      ),
      ("/inputs", ["audio_id": "a", "inputs": ["text_prompt": "p"]]),
      ("/inputs/mode", ["audio_id": "a", "inputs": ["mode": "slow", "text_prompt": "p"]]),
      ("", ["audio_id": "a"]), ("", ["inputs": ["mode": "fast", "text_prompt": "p"]]),
      (
        "/audio_generation",
        ["inputs": ["mode": "fast", "text_prompt": "p"], "audio_generation": [:]]
      ),
      (
        "",
        [
          "audio_id": "a", "inputs": ["mode": "fast", "text_prompt": "p"], "reference_ids": [],
          "end_image_id": 1,
        ]
      ),
      (
        "",
        [
          "audio_id": "a", "inputs": ["mode": "fast", "text_prompt": "p"], "start_image_id": "s",
          "reference_ids": ["r"],
        ]
      ),
    ] as [(String, JSON)])
  func anErrorInAFlattenedObjectHasItsWholePath(path: String, json: JSON) throws {
    let body = json.merging(["type": "video"])
    let error = #expect(throws: JSONMismatch.self) { try Flattened(json: body) }
    if !path.isEmpty { #expect(error?.path.description == path) }
  }

  @Test func validationListsEveryViolation() {
    let request = Values2_5(
      prompt: String(repeating: "a", count: 41), strength: 0.51, steps: 51, words: ["a", "a"])
    let paths = request.violations().map(\.instancePath.description)
    #expect(paths.sorted() == ["/prompt", "/steps", "/strength", "/words"])
    let error = #expect(throws: MediaError.self) { try request.validate() }
    #expect(error?.code == .invalidRequest)
    #expect(error?.violations.count == 4)
    #expect(error?.snapshot?.date == "2026-01-02")
    #expect(throws: MediaError.self) { try request.validatedBody() }
  }

  @Test func theBodyThatIsCheckedIsTheOneThatIsSent() throws {
    let request = Values2_5(prompt: "p", strength: 0.5, words: ["a", "b"])
    #expect(try JSON.object(request.validatedBody()) == request.json)
  }

  @Test func requestsAreCodableValues() throws {
    let request = Values2_5(
      prompt: "p", strength: 1, aspectRatio: .ratio2_35x1, quality: Values2_5.defaultQuality)
    let data = try JSONEncoder().encode(request)
    #expect(try JSONDecoder().decode(Values2_5.self, from: data) == request)
    #expect(Set([request, request]).count == 1)
    #expect(request.description.hasPrefix("Values2_5 {"))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Values2_5.self, from: Data(#"{"prompt": "p", "strenght": 1}"#.utf8))
    }
  }

  @Test func theCatalogListsTheRequests() {
    #expect(
      GoldenModels.all.map { $0.model.name } == [
        "acme/modes", "acme/tasks", "acme/values-2.5", "alternatives", "answers", "choices",
        "flattened", "names", "nested", "retired-values", "slots", "unions",
      ])
    #expect(GoldenModels.stamp?.origin == .fetched)
    #expect(Values2_5.model.object["settings"]?.array?.first?["label"] == "Fineness")
    #expect(Values2_5.defaultAspectRatio == .ratio1x1)
    #expect(Values2_5.AspectRatio.allCases.map(\.rawValue) == ["16:9", "1:1", "2.35:1"])
  }
}

extension JSON {
  fileprivate func merging(_ members: [String: JSON]) -> JSON {
    guard case .object(var object) = self else { return self }
    for (key, value) in members { object[key] = value }
    return .object(object)
  }
}
