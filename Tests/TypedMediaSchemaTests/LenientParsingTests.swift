import Foundation
import Testing
import TypedMediaSchema

/// What services write that is not quite JSON, and what strict reading makes of it: nothing.
struct LenientParsingTests {
  @Test(arguments: [
    (#""caf\ud83d""#, "caf\u{FFFD}"),
    (#""\udc00x""#, "\u{FFFD}x"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    ("\"two\nlines\u{0}\"", "two\nlines\u{0}"),
  ])
  func stringsAreMended(text: String, expected: String) throws {
    #expect(try JSON(parsing: text, limits: .lenient) == .string(expected))
    #expect(try JSON(parsing: Data(text.utf8), limits: .lenient) == .string(expected))
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity"])
  func whatIsNoNumberIsNull(text: String) throws {
    #expect(try JSON(parsing: "[1, \(text)]", limits: .lenient) == [1, nil])
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
  }

  @Test func ofADuplicateKeyTheLastWins() throws {
    let text = #"{"id": 1, "b": 2, "id": "x", "ca\ud83d": 3}"#
    #expect(
      try JSON(parsing: text, limits: .lenient).text() == "{\"id\":\"x\",\"b\":2,\"ca\u{FFFD}\":3}")
  }

  @Test(
    arguments: [
      // Latin-1, and what Windows has in place of controls.
      ([0x63, 0x61, 0x66, 0xE9], "café"), ([0x93, 0x61, 0x94, 0x80], "\u{201C}a\u{201D}€"),
      ([0xFF], "ÿ"), ([0xE9, 0x20, 0xE8], "é è"),
      // UTF-8 that was cut, and the half of a pair that was not put together.
      ([0x61, 0xF0, 0x9F, 0x98], "a\u{FFFD}"), ([0xC3, 0xA9, 0xE9], "é\u{FFFD}"),
      ([0xE9, 0x20, 0xC3, 0xA9], "\u{FFFD} é"),
      ([0xED, 0xA0, 0xBD], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreRead(bytes: [UInt8], expected: String) throws {
    let data = Data([0x22] + bytes + [0x22])
    #expect(try JSON(parsing: data, limits: .lenient) == .string(expected))
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: data) }
  }

  @Test(arguments: [
    String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .utf8,
  ])
  func aByteOrderMarkNamesTheEncoding(encoding: String.Encoding) throws {
    let data = try #require("\u{FEFF}{\"é\": \"😀\"}".data(using: encoding))
    #expect(try JSON(parsing: data, limits: .lenient) == ["é": "😀"])
    let document = try JSONDocument(parsing: data, limits: .lenient)
    #expect(document.position(of: "/é") == SourcePosition(line: 1, column: 7))
  }

  @Test func placesAreThoseOfTheTextThatWasRead() throws {
    let data = Data(
      [0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x0A] + Array(#""\ud83d", "b": [NaN, 1]}"#.utf8))
    let document = try JSONDocument(parsing: data, limits: .lenient)
    #expect(document.value == ["é": "\u{FFFD}", "b": [nil, 1]])
    #expect(document.position(of: "/b/1") == SourcePosition(line: 2, column: 22))
  }

  @Test(arguments: [
    "[1,]", "{\"a\":1,}", "// a\n1", "{'a': 1}", "\"\\x\"", "\"\\u12\"", "nan", "-I", "N", "Inf",
    "01",
    "1 2", "", "[", "\"", "\"\\ud83d", #""\ud83d\u1""#,
  ])
  func whatElseIsNotJSONIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text, limits: .lenient) }
  }

  @Test func depthIsLimitedAllTheSame() {
    let text = String(repeating: "[", count: 257) + String(repeating: "]", count: 257)
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text, limits: .lenient) }
  }

  /// Whatever a service writes is a number or none; none of these may end a process.
  @Test(arguments: [
    "1e400", "-1e400", "1e999999999999999999999", "1e-999999999999999999999", "0e99999999999",
    "123456789012345678901234567890", "-9223372036854775809", "18446744073709551616",
    "1.7976931348623159e308", "9007199254740993", "0.1e-400",
    String(repeating: "9", count: 5_000) + "." + String(repeating: "9", count: 5_000),
  ])
  func noNumberTraps(text: String) throws {
    let number = try #require(JSON(parsing: text).number)
    #expect(number.text == text)
    _ = (number.int, number.double, number.decimal, number.isInteger, number.hashValue)
    _ = (number < 1, number == 1, number.isMultiple(of: 3), JSONNumber(7).isMultiple(of: number))
    _ = JSONNumber(number.double)
    _ = try? JSONEncoder().encode(JSON.number(number))
    let schema = try JSONSchema(["type": "integer", "maximum": 5, "multipleOf": 7, "enum": [1, 2]])
    #expect(!schema.violations(in: .number(number)).isEmpty)
  }

  @Test func aNumberBeyondDoubleIsInfinite() throws {
    #expect(try JSON(parsing: "1e400").double == .infinity)
    #expect(try JSON(parsing: "-1e400").double == -.infinity)
  }
}
