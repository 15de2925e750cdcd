import Foundation
import Testing
import TypedMediaSchema

struct JSONCodableTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", #""text""#, "9223372036854775807", "18446744073709551615",
    "-9223372036854775808", "0.1", "1.5e10", "123456789.123456789123456789",
    #"{"a":[1,null,{"b":false}],"c":"é"}"#, "12345678901234567890123456789012345678", "-0.5",
    #"[[[]],[{}],["1",1,true,null,0.5,18446744073709551615]]"#,
  ])
  func valuesSurviveFoundationsCoders(text: String) throws {
    let value = try JSON(parsing: text)
    let encoder = JSONEncoder()
    #expect(try JSON(parsing: encoder.encode([value])) == [value])
    #expect(try JSON(parsing: encoder.encode(["a": value])) == ["a": value])
    #expect(try JSONDecoder().decode([JSON].self, from: Data("[\(text)]".utf8)) == [value])
    let member = Data("{\"a\":\(text)}".utf8)
    #expect(try JSONDecoder().decode(JSON.self, from: member) == ["a": value])
  }

  /// One kind is not taken for another, wherever the value is.
  @Test(arguments: [
    "true", "1", "\"1\"", "\"true\"", "1.5", "null", "\"null\"", "[]", "{}", "\"\"", "0", "false",
    "1e3", "18446744073709551615",
  ])
  func eachKindStaysItself(text: String) throws {
    let value = try JSON(parsing: text)
    for (container, expected) in [
      ("[\(text)]", [value]), ("{\"a\":\(text)}", ["a": value]), (text, value),
    ] as [(String, JSON)] {
      let decoded = try JSONDecoder().decode(JSON.self, from: Data(container.utf8))
      #expect(decoded == expected)
    }
  }

  @Test(arguments: ["1e400", "[1e400]", #"{"a":1e400}"#, #"{"a":{"b":[-1e400]}}"#])
  func aNumberThatIsTooLargeForADecoderIsAnError(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }
  }

  @Test func valuesSurvivePropertyLists() throws {
    let value: JSON = ["a": [1, 2.5, "x", true], "b": ["c": -3]]
    let data = try PropertyListEncoder().encode(value)
    #expect(try PropertyListDecoder().decode(JSON.self, from: data) == value)
  }

  @Test func literalsAndAccessorsAgree() {
    let word = "fox"
    let value: JSON = ["a": nil, "b": [true, 4.0, 2.5], "c": "a \(word)"]
    #expect(value["a"]?.isNull == true)
    #expect(value["b"]?[0]?.bool == true)
    #expect(value["b"]?[1]?.int == 4)
    #expect(value["b"]?[2]?.int == nil)
    #expect(value["b"]?[2]?.double == 2.5)
    #expect(value["b"]?[3] == nil)
    #expect(value["c"]?.string == "a fox")
    #expect(value["/b/1" as JSONPointer]?.decimal == 4)
    #expect(value["c"]?["x"] == nil)
    #expect(JSON.Kind.allCases.map(\.rawValue).contains("boolean"))
  }
}
