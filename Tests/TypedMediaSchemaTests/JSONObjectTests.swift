import Testing
import TypedMediaSchema

struct JSONObjectTests {
  @Test func keysKeepTheirOrder() {
    var object: JSONObject = ["b": 1, "a": 2, "c": 3]
    object["a"] = 4
    object["d"] = 5
    object["b"] = nil
    #expect(object.keys == ["a", "c", "d"])
    #expect(object.values == [4, 3, 5])
    #expect(object.description == #"{"a":4,"c":3,"d":5}"#)
  }

  @Test func equalityIgnoresOrder() {
    let (left, right): (JSON, JSON) = (["a": 1, "b": [1.0, "x"]], ["b": [1, "x"], "a": 1.0])
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left != ["a": 1])
    #expect(left != ["a": 1, "c": [1, "x"]])
  }

  @Test(arguments: [("\u{E9}", "e\u{301}"), ("a\u{323}\u{307}", "a\u{307}\u{323}")])
  func stringsAreComparedByScalars(first: String, second: String) {
    #expect(first == second)
    #expect(JSON.string(first) != .string(second))
    let object: JSONObject = [first: 1, second: 2, "": 3]
    #expect(object.count == 3)
    #expect(object[second] == 2)
    #expect(object[""] == 3)
    #expect(JSONPointer(tokens: [first]) != JSONPointer(tokens: [second]))
  }

  @Test(arguments: [1, 40, 41, 10_000])
  func everyKeyIsFound(count: Int) {
    var object = JSONObject()
    for index in 0..<count { object["key\(index)"] = .number(JSONNumber(index)) }
    #expect((0..<count).allSatisfy { object["key\($0)"]?.int == $0 })
    #expect(object["key\(count)"] == nil)
    object["key0"] = nil
    #expect(object.count == count - 1)
    #expect(object["key0"] == nil)
    #expect((1..<count).allSatisfy { object.contains("key\($0)") })
  }
}
