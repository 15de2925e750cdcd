import Foundation
import Testing
@_spi(Generated) import TypedMedia

/// Lists and dictionaries, and where in them something is wrong.
@Suite struct JSONCollectionTests {
  @Test func listsAndDictionariesSurvive() throws {
    let value: [String: [Int]] = ["b": [], "a": [1, 2]]
    #expect(value.json.text() == #"{"a":[1,2],"b":[]}"#)
    #expect(try [String: [Int]](json: value.json) == value)
  }

  @Test(arguments: [
    (#"[[1, 2], [3, "x"]]"#, "/1/1", #"/1/1 is "x", not a whole number."#),
    (#"[[1], 2]"#, "/1", "/1 is 2, not a list."),
    (#"{}"#, "", "The value is {}, not a list."),
    (#"[[1.5]]"#, "/0/0", "/0/0 is 1.5, not a whole number."),
  ])
  func aWrongElementIsNamedByItsPath(text: String, path: String, message: String) async throws {
    let error = try await caught(JSONMismatch.self) { try [[Int]](json: JSON(parsing: text)) }
    #expect(error.path.description == path)
    #expect(error.description == message)
  }

  @Test(arguments: [
    (#"{"a/b": {"c~d": "x"}}"#, "/a~1b/c~0d"), (#"{"": {"": 1.5}}"#, "//"), (#"{"a": 7}"#, "/a"),
    (#"[]"#, ""),
  ])
  func aWrongMemberIsNamedByItsPath(text: String, path: String) async throws {
    let error = try await caught(JSONMismatch.self) {
      try [String: [String: Int]](json: JSON(parsing: text))
    }
    #expect(error.path.description == path)
  }

  @Test func aLongValueIsCutInTheMessage() async throws {
    let long = JSON.string(String(repeating: "x", count: 5_000))
    let error = try await caught(JSONMismatch.self) { try Int(json: long) }
    #expect(error.description.count < 100)
    #expect(error.description.contains("…"))
  }

  @Test(arguments: ["null", "[]", "{}", "[1, {\"a\": null}]", "1.50"])
  func anyJSONIsItself(text: String) throws {
    let json = try JSON(parsing: text)
    #expect(try json.decoded(as: JSON.self) == json)
    #expect(JSON(json) == json)
  }

  @Test func aNullIsToldFromWhatIsLeftOut() throws {
    let object: JSONObject = ["a": nil, "b": 7]
    #expect(try object.explicit("a") == Nullable<Int>.null)
    #expect(try object.explicit("b") == Nullable.value(7))
    #expect(try object.explicit("c") == Nullable<Int>?.none)
  }

  @Test(
    arguments: [
      (#"{}"#, nil), (#"{"list": null}"#, nil), (#"{"list": []}"#, nil), (#"{"list": [7]}"#, 7),
    ] as [(String, Int?)])
  func aListOfAtMostOneIsReadAsOne(text: String, value: Int?) throws {
    let object = try #require(JSON(parsing: text).object)
    #expect(try object.optionalElement("list") == value)
  }

  @Test(arguments: [([], nil), ([7], 7)] as [(JSON, Int?)])
  func aListOfAtMostOneThatHasToBeThereMayBeEmpty(list: JSON, value: Int?) throws {
    let object: JSONObject = ["list": list]
    #expect(try object.emptiableElement("list") == value)
    #expect(try Emptiable(from: object).json == .object(object))
  }

  /// An object with such a list.
  private struct Emptiable: JSONObjectConvertible {
    let value: Int?

    init(from object: borrowing JSONObject) throws {
      value = try object.emptiableElement("list")
    }

    func encode(to object: inout JSONMembers) { object.setEmptiableElement("list", value) }
  }

  @Test(arguments: [[:], ["list": nil], ["list": 7], ["list": [7, 8]]] as [JSONObject])
  func aListOfAtMostOneThatHasToBeThereIsNothingElse(object: JSONObject) {
    #expect(throws: JSONMismatch.self) { try object.emptiableElement("list") as Int? }
  }

  @Test func aListOfMoreThanOneIsRefusedWhereOneIsAllowed() async throws {
    let object: JSONObject = ["list": [7, 8]]
    let error = try await caught(JSONMismatch.self) {
      try object.optionalElement("list") as Int?
    }
    #expect(error.problem == #"has 2 elements in "list", and at most one is allowed"#)
  }
}
