import Foundation
import Testing
import TypedMediaSchema

struct JSONParsingTests {
  @Test(.timeLimit(.minutes(20)))
  func timeGrowsWithTheTextWhateverIsInIt() throws {
    let members = (0..<100_000).map { #""k\#($0)": {"a": {"b": []}, "c": 1}"# }
    let object = try JSON(parsing: "{\(members.joined(separator: ","))}")
    #expect(object.object?.count == 100_000)
    #expect(object["k99999"] == ["a": ["b": []], "c": 1])
  }

  @Test(arguments: [
    (#"{"a": 1 x}"#, "1:9: a comma or '}' was expected, not 'x'"),
    ("[1 2]", "1:4: a comma or ']' was expected, not '2'"),
    (#"{"a" 1}"#, "1:6: a colon was expected, not '1'"),
    ("{1: 2}", "1:2: a key or '}' was expected, not '1'"),
    (#"{"a": 1,}"#, "1:9: a key was expected, not '}'"),
    ("[1,]", "1:4: a value was expected, not ']'"),
    ("", "1:1: a value was expected, not the end of the text"),
    ("nul", "1:1: a value was expected, not 'n'"),
    ("NaN", "1:1: a value was expected, not 'N'"),
    ("[1]\r\n\r\n x", "3:2: the end of the text was expected, not 'x'"),
    ("-a", "1:2: a digit was expected, not 'a'"),
    ("012", "1:1: a number cannot start with a zero"),
    ("\"é\n\"", "1:3: a string cannot hold a line break unescaped"),
    ("\"a\u{0}\"", "1:3: a string cannot hold U+0000 unescaped"),
    ("\"a", "1:3: the string's closing quotation mark was expected, not the end of the text"),
    (#""\x""#, #"1:3: one of " \ / b f n r t u after a backslash was expected, not 'x'"#),
    (#""\u12G4""#, "1:6: four hexadecimal digits was expected, not 'G'"),
    (#""\uD800""#, "1:2: half of a surrogate pair is escaped here"),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, expected: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
    #expect(error?.description == expected)
  }

  @Test func aDuplicateKeyIsRefusedWithBothPlaces() {
    let text = "{\n  \"a\": {},\n  \"name\": 1,\n  \"näh\": 2, \"na\\u006de\": 3\n}"
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
    #expect(error?.message == "the key 'name' is here twice; the first is at 3:3")
    #expect(error?.position == SourcePosition(line: 4, column: 13))
  }

  @Test func ofADuplicateKeyTheLastCanWin() throws {
    let limits = JSONLimits(duplicateKeys: .lastWins)
    let value = try JSON(parsing: #"{"a": 1, "b": 2, "a": 3}"#, limits: limits)
    #expect(value.text() == #"{"a":3,"b":2}"#)
  }

  /// Keys that are alike where one may look at them in haste: in length, beginning and end.
  @Test(arguments: [1, 2, 7, 8, 9, 15, 16, 17, 40], [2, 40, 41, 100])
  func onlyKeysThatAreTheSameAreDuplicates(length: Int, count: Int) throws {
    let edge = String(repeating: "k", count: length)
    let keys = (0..<count).map { "\(edge)\(String(1_000 + $0))\(edge)" }
    let members = keys.map { "\"\($0)\":{\"a\":[1,{\"a\":2}]}" }
    let text = "{\(members.joined(separator: ","))}"
    #expect(try JSON(parsing: text).object?.keys == keys)
    #expect(try JSON(parsing: text).text() == text)
    let again = "{\((members + [members[count / 2]]).joined(separator: ","))}"
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: again) }
    #expect(error?.position.column == text.utf8.count + 1)
    let lenient = JSONLimits(duplicateKeys: .lastWins)
    #expect(try JSON(parsing: again, limits: lenient).text() == text)
  }

  /// What was read of containers that are open where a mistake is goes with the parser.
  @Test func aMistakeAnywhereIsAnError() throws {
    let text = #"{"a":[1,{"b":"a long text that is kept elsewhere","c":[[],{}]}],"d":{"e":null}}"#
    _ = try JSON(parsing: text)
    for length in 0..<text.utf8.count {
      #expect(throws: JSONSyntaxError.self) { try JSON(parsing: String(text.prefix(length))) }
    }
  }

  @Test func invalidUTF8IsRefused() {
    for bytes in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] {
      let data = Data([0x22] + bytes.map(UInt8.init) + [0x22])
      let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: data) }
      #expect(error?.position == SourcePosition(line: 1, column: 2))
    }
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try JSON(parsing: Data([0xEF, 0xBB, 0xBF, 0x31])) == 1)
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: "\u{FEFF}x") }
    #expect(error?.position == SourcePosition(line: 1, column: 1))
  }

  @Test func nestingIsLimited() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON(parsing: nested(256))
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: nested(257)) }
    #expect(error?.description == "1:257: arrays and objects are nested more than 256 deep")
  }

  @Test(arguments: [
    "null", "[]", "{}", #"{"b":[1.0,1e5,-0],"a":"é\n\u0001\"\\/"}"#, #""😀""#, "[[[[]]],{}]",
    "123456789012345678901234567890.5",
  ])
  func textSurvives(text: String) throws {
    let value = try JSON(parsing: text)
    #expect(value.text() == text)
    #expect(try JSON(parsing: value.text(.indented)).text() == text)
    #expect(value.data() == Data(text.utf8))
  }

  @Test func indentationIsTwoSpaces() {
    let value: JSON = ["a": [1, [:]], "b": []]
    #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }
}
