import Foundation
import Testing
@_spi(Generated) import TypedMedia

/// What generated outputs read, and what they make of answers that are otherwise.
struct ModelOutputTests {
  private struct Answer: ModelOutput {
    let json: JSON
    static var schema: JSON? { ["type": "object", "required": ["seed"]] }
    var seed: Int? { json.readValue("seed") }
    var images: [MediaFile] { json.readList("images") }
    var scores: [String: Double] { json.readMembers("scores") }
    var text: String? { json.readText("text") }
    var part: Answer? { json.readValue("part") }
  }

  @Test func whatIsThereIsRead() throws {
    let answer = Answer(json: [
      "seed": 7, "images": [["url": "https://example.com/a.png", "file_size": 5]],
      "scores": ["a": 0.5], "text": ["Hel", "lo"], "part": ["seed": 8],
    ])
    #expect(answer.seed == 7 && answer.scores == ["a": 0.5] && answer.text == "Hello")
    #expect(answer.images.map(\.size) == [5] && answer.part?.seed == 8)
    #expect(answer.violations().isEmpty)
    let decoded = try JSONDecoder().decode(Answer.self, from: JSONEncoder().encode(answer))
    #expect(decoded == answer)
  }

  /// The file is still there.
  @Test func whatIsOtherwiseCostsItselfAlone() {
    let answer = Answer(json: [
      "seed": "seven", "images": [7, ["url": "https://example.com/a.png"], .null, "no address"],
      "scores": ["a": "b", "c": 1], "text": 7, "more": true,
    ])
    #expect(answer.seed == nil && answer.text == nil && answer.scores == ["c": 1])
    #expect(answer.images.count == 1)
    #expect(Answer(json: .null).images.isEmpty)
    #expect(Answer(json: ["images": "https://example.com/b.png"]).images.count == 1)
    #expect(Answer(json: [:]).violations().map(\.rule) == ["required"])
  }

  @Test(arguments: [
    ("\"https://example.com/a.mp4\"", 1), ("{\"url\": \"https://example.com/a\"}", 1),
    ("[[\"https://example.com/a\"], {\"b\": {\"c\": \"data:image/png;base64,AA==\"}}]", 2),
    ("{\"url\": 7, \"text\": \"see https://example.com\"}", 0), ("\"file:///etc/passwd\"", 0),
    ("{\"url\": \"/etc/passwd\"}", 0), ("null", 0), ("7", 0),
  ])
  func filesAreFoundWhereverTheyAre(text: String, count: Int) throws {
    #expect(try JSON(parsing: text).files.count == count)
  }

  @Test(
    arguments: [
      ("{\"url\": \"https://example.com/a\", \"content_type\": \"video/mp4\"}", MediaKind.video),
      ("\"https://example.com/a.PNG?x=1\"", .image), ("\"data:audio/wav;base64,AA==\"", .audio),
      ("\"https://example.com/a\"", nil),
    ] as [(String, MediaKind?)])
  func aFilesKindIsToldByItsTypeOrItsName(text: String, kind: MediaKind?) throws {
    #expect(try MediaFile(json: JSON(parsing: text)).kind == kind)
  }
}
