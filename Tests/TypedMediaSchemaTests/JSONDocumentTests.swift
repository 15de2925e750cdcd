import Foundation
import Testing
import TypedMediaSchema

struct JSONDocumentTests {
  private static let text =
    "{\r\n  \"é\": [10, {\"a/b\": \"x\"}],\r\n  \"k\\u0065y\": { \"deep\" : [ [ ] , true ] }\r\n}"

  @Test(arguments: [
    ("", "1:1", nil), ("/é", "2:8", "2:3"), ("/é/0", "2:9", nil), ("/é/1", "2:13", nil),
    ("/é/1/a~1b", "2:21", "2:14"), ("/key", "3:15", "3:3"), ("/key/deep", "3:26", "3:17"),
    ("/key/deep/0", "3:28", nil), ("/key/deep/1", "3:34", nil), ("/key/deep/2", nil, nil),
    ("/é/01", nil, nil), ("/none", nil, nil), ("/é/0/x", nil, nil),
  ])
  func placesAreFoundByPointer(pointer: String, value: String?, key: String?) throws {
    let document = try JSONDocument(parsing: Data(Self.text.utf8))
    let pointer = try #require(JSONPointer(pointer))
    #expect(document.position(of: pointer)?.description == value)
    #expect(document.position(ofKeyAt: pointer)?.description == key)
    #expect((document.value[pointer] != nil) == (value != nil))
  }

  @Test(.timeLimit(.minutes(20)))
  func whatIsFirstIsFoundWithoutReadingTheRest() throws {
    let rest = [String](repeating: "1", count: 1_000_000).joined(separator: ",")
    let document = try JSONDocument(parsing: Data(#"{"a": {"b": [1]}, "rest": [\#(rest)]}"#.utf8))
    for _ in 0..<10_000 { #expect(document.position(of: "/a/b/0")?.column == 14) }
  }

  @Test func ofADuplicateKeyTheOneThatCountsIsFound() throws {
    let text = #"{"a": {"b": 1}, "a": {"c": 2}}"#
    let document = try JSONDocument(
      parsing: Data(text.utf8), limits: JSONLimits(duplicateKeys: .lastWins))
    #expect(document.position(ofKeyAt: "/a/c")?.column == 23)
    #expect(document.position(of: "/a/b") == nil)
  }

  @Test(
    arguments: [
      ("", []), ("/", [""]), ("/a~1b/~0/0", ["a/b", "~", "0"]), ("a", nil), ("/~", nil),
      ("/~2", nil),
    ] as [(String, [String]?)])
  func pointersAreReadAndWritten(text: String, tokens: [String]?) {
    let pointer = JSONPointer(text)
    #expect(pointer?.tokens == tokens)
    #expect(pointer == nil || pointer?.description == text)
  }

  @Test func fragmentsAreDecoded() {
    #expect(JSONPointer(uriFragment: "/a%25b/c%20d")?.tokens == ["a%b", "c d"])
    #expect(JSONPointer.root.appending("a/b").appending(3).description == "/a~1b/3")
  }
}
