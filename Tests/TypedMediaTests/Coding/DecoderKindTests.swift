import Foundation
import Testing
import TypedMedia

/// What a member was before has no say in what it may be.
@Suite struct DecoderKindTests {
  /// A type of its own for each test, as what is known is known of a type.
  struct Anything<Owner>: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
    var value: JSON

    init(from object: borrowing JSONObject) throws { value = try object.required("value") }

    func encode(to object: inout JSONMembers) { object.set("value", value) }
  }

  static let texts = [
    #""text""#, #""1""#, "true", "1", "1.5", "1.0", "null", "0", "false", #"{"value": 1}"#, "[]",
    "18446744073709551615", "-9223372036854775808", "0.1", "123456789.123456789123456789", "1e3",
    "12345678901234567890123456789012345678", #"{"value": {"value": "a"}}"#, "{}", #""""#,
    #"[1, "1", true, null, 0.5, [], {}, [[1]], [["1"]]]"#, #"[{"a": 1}, {"a": "1"}, {"a": [1]}]"#,
  ]

  @Test func eachKindIsReadAfterEachOther() throws {
    enum Owner {}
    let decoder = JSONDecoder()
    for (first, second) in Self.texts.flatMap({ text in Self.texts.map { (text, $0) } }) {
      for text in [first, second, second] {
        let data = Data("{\"value\": \(text)}".utf8)
        let decoded = try decoder.decode(Anything<Owner>.self, from: data)
        #expect(try decoded.value == JSON(parsing: text), "\(second) after \(first)")
      }
    }
  }

  @Test func whatIsRefusedOnceIsRefusedAgain() throws {
    enum Owner {}
    let decoder = JSONDecoder()
    for text in ["1", #""a""#, "1e400", "[1e400]", "1", #"{"a": -1e400}"#] {
      let data = Data("{\"value\": \(text)}".utf8)
      if text.contains("e400") {
        #expect(throws: DecodingError.self) {
          try decoder.decode(Anything<Owner>.self, from: data)
        }
      } else {
        #expect(try decoder.decode(Anything<Owner>.self, from: data).value == JSON(parsing: text))
      }
      for other in [#"{"value": 1, "unknown": 1}"#, #"["value"]"#, "1", #""value""#] {
        #expect(throws: DecodingError.self) {
          try decoder.decode(Anything<Owner>.self, from: Data(other.utf8))
        }
      }
    }
  }

  @Test func valuesThatAreNoObjectsAreReadAgainAndAgain() throws {
    let decoder = JSONDecoder()
    for _ in 0..<3 {
      #expect(
        try decoder.decode([Clip.Ratio].self, from: Data(#"["16:9", "9:16"]"#.utf8))
          == [.wide, .tall])
      #expect(throws: DecodingError.self) {
        try decoder.decode([Clip.Ratio].self, from: Data("[169]".utf8))
      }
    }
  }

  @Test func anotherDecoderIsAskedForTheSame() throws {
    let clip = StrictDecodingTests.whole
    let list = try PropertyListEncoder().encode(clip)
    let data = try JSONEncoder().encode(clip)
    for _ in 0..<3 {
      #expect(try PropertyListDecoder().decode(Clip.self, from: list) == clip)
      #expect(try JSONDecoder().decode(Clip.self, from: data) == clip)
    }
  }

  @Test func aDecoderThatHasDecimalsIsAskedForThemAlone() throws {
    enum Owner {}
    let decoder = JSONDecoder()
    for text in ["0.5", "7", "0.10000000000000000001", "1e200", "5e-324", "-0.25", "0.5"] {
      for text in [text, "[\(text)]", "[[\(text), 1], null, \(text)]"] {
        let data = Data("{\"value\": \(text)}".utf8)
        #expect(try decoder.decode(Anything<Owner>.self, from: data).value == JSON(parsing: text))
      }
    }
  }

  @Test func aDecoderThatHasNoneMayHaveAnObjectLikeOne() throws {
    enum Owner {}
    let like: JSON = [
      "exponent": 0, "length": 1, "isNegative": false, "isCompact": true, "mantissa": [1, 0, 0, 0],
    ]
    for value in [0.5, like, [0.5], [like], 0.5, like] as [JSON] {
      let data = Data("{\"value\": \(value)}".utf8)
      let list = try PropertyListEncoder().encode(JSON.object(["value": value]))
      for _ in 0..<2 {
        #expect(
          try JSONDecoder().decode(Anything<Owner>.self, from: data).value == value)
        #expect(
          try PropertyListDecoder().decode(Anything<Owner>.self, from: list).value == value)
      }
    }
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "[NaN]"])
  func whatIsNoNumberOfJSONIsNoZero(text: String) throws {
    enum Owner {}
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    for _ in 0..<2 {
      #expect(throws: DecodingError.self) {
        try decoder.decode(Anything<Owner>.self, from: Data("{value: \(text)}".utf8))
      }
      #expect(
        try decoder.decode(Anything<Owner>.self, from: Data("{value: 0.5}".utf8)).value == 0.5)
    }
  }

  @Test func threadsMayDecodeAtOnce() async throws {
    enum Owner {}
    try await withThrowingTaskGroup(of: Void.self) { group in
      for text in Self.texts {
        group.addTask {
          let expected = try JSON(parsing: text)
          for _ in 0..<50 {
            let data = Data("{\"value\": \(text)}".utf8)
            let decoded = try JSONDecoder().decode(Anything<Owner>.self, from: data)
            #expect(decoded.value == expected)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
