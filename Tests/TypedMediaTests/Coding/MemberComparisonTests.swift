import Foundation
import Testing
@_spi(Generated) import TypedMedia

/// Values are equal, and have one hash, where they are sent as the same JSON.
@Suite struct MemberComparisonTests {
  /// Members of each kind, in one order or the other, and others by their names.
  struct Mixed: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
    var whole: Int?
    var number: Double?
    var decimal: Decimal?
    var text: String?
    var flag: Bool?
    var any: JSON?
    var list: [Sound]?
    var isReversed = false
    var others: [String: JSON] = [:]

    init(
      whole: Int? = nil, number: Double? = nil, decimal: Decimal? = nil, text: String? = nil,
      flag: Bool? = nil, any: JSON? = nil, list: [Sound]? = nil, isReversed: Bool = false,
      others: [String: JSON] = [:]
    ) {
      self.whole = whole
      self.number = number
      self.decimal = decimal
      self.text = text
      self.flag = flag
      self.any = any
      self.list = list
      self.isReversed = isReversed
      self.others = others
    }

    init(from object: borrowing JSONObject) throws {
      whole = try object.optional("whole")
      text = try object.optional("text")
      others = try object.rest(except: "whole", "text") ?? [:]
    }

    func encode(to object: inout JSONMembers) {
      if isReversed {
        object.set("text", text)
        object.set("whole", whole)
      } else {
        object.set("whole", whole)
        object.set("text", text)
      }
      // One member, of several types.
      object.set("amount", number)
      object.set("amount2", decimal)
      object.set("flag", flag)
      object.set("any", any)
      object.set("list", list)
      object.setRest(others)
    }
  }

  static let values: [Mixed] = [
    Mixed(), Mixed(whole: 1), Mixed(whole: 2), Mixed(others: ["whole": 1]),
    Mixed(others: ["whole": 1.0]), Mixed(whole: 2, others: ["whole": 1]), Mixed(number: 1),
    Mixed(number: 0.1), Mixed(others: ["amount": 0.1]), Mixed(others: ["amount": 0.10]),
    Mixed(others: ["amount": .number(JSONNumber("0.10000000000000000555") ?? 0)]),
    Mixed(number: -0.0), Mixed(number: 0), Mixed(number: .nan), Mixed(number: .infinity),
    Mixed(others: ["amount": .null]), Mixed(number: 1e300), Mixed(number: 0x1p60),
    Mixed(others: ["amount": .number(JSONNumber("1152921504606847000") ?? 0)]),
    Mixed(number: .leastNonzeroMagnitude),
    Mixed(others: ["amount": .number(JSONNumber("5e-324") ?? 0)]),
    Mixed(decimal: 1), Mixed(decimal: Decimal(1) / 8), Mixed(others: ["amount2": 0.125]),
    Mixed(whole: 1, text: "a"), Mixed(whole: 1, text: "a", isReversed: true),
    Mixed(whole: 1, text: "b", isReversed: true), Mixed(text: "a"), Mixed(others: ["text": "a"]),
    Mixed(text: "caf\u{e9}"), Mixed(text: "cafe\u{301}"), Mixed(text: ""), Mixed(flag: true),
    Mixed(flag: false), Mixed(others: ["flag": true]), Mixed(any: .null), Mixed(any: [1, "a"]),
    Mixed(any: [1.0, "a"]), Mixed(any: ["a": 1, "b": 2]), Mixed(any: ["b": 2, "a": 1.0]),
    Mixed(others: ["any": ["b": 2, "a": 1.0]]), Mixed(any: true), Mixed(any: "true"),
    Mixed(list: []), Mixed(list: [Sound(volume: 1)]), Mixed(list: [Sound(volume: 2)]),
    Mixed(others: ["list": [["volume": 1]]]),
  ]

  @Test func valuesAreEqualWhereTheirJSONIs() {
    for (first, second) in Self.values.flatMap({ value in Self.values.map { (value, $0) } }) {
      let isEqual = first.json == second.json
      #expect((first == second) == isEqual, "\(first) and \(second)")
      if isEqual {
        #expect(first.hashValue == second.hashValue, "\(first) and \(second)")
        var hashers = (Hasher(), Hasher())
        first.hash(into: &hashers.0)
        second.hash(into: &hashers.1)
        #expect(hashers.0.finalize() == hashers.1.finalize(), "\(first) and \(second)")
      }
    }
    #expect(Set(Self.values).count == Set(Self.values.map(\.json)).count)
  }

  @Test func hashesTellValuesApart() {
    let clips = (0..<100).flatMap { seed in
      ["a", "b"].map { Clip(prompt: $0, seed: seed, sound: Sound(volume: Double(seed) / 8)) }
    }
    #expect(Set(clips.map(\.hashValue)).count == clips.count)
  }

  /// More members than most have are compared too.
  struct Large: JSONObjectConvertible, Hashable {
    static let keys: [StaticString] = [
      "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3", "b4",
      "b5", "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9",
      "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "e0", "e1", "e2", "e3", "e4",
      "e5", "e6", "e7", "e8", "e9", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9",
      "g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9",
    ]
    var values: [Int?]

    init(values: [Int?]) { self.values = values }

    init(from object: borrowing JSONObject) throws {
      values = []
      for key in Self.keys { values.append(try object.optional(key)) }
    }

    func encode(to object: inout JSONMembers) {
      for (key, value) in zip(Self.keys, values) { object.set(key, value) }
    }
  }

  @Test(arguments: [1, 63, 64, 65, 70])
  func aValueOfManyMembersIsComparedWhole(count: Int) throws {
    let value = Large(values: Array(0..<count))
    var other = value
    #expect(value == other && value.hashValue == other.hashValue)
    let full = Large(values: (0..<70).map { $0 < count ? $0 : nil })
    #expect(try Large(json: value.json) == full)
    other.values[count - 1] = -1
    #expect(value != other)
    other.values[count - 1] = nil
    #expect(value != other && other != value)
    var object = try #require(value.json.object)
    object["unknown"] = 1
    #expect(throws: JSONMismatch.self) { try Large(json: .object(object)) }
  }

  /// A type that gives a member twice is no reason to take what it does not know.
  struct Twice: JSONObjectConvertible, Hashable {
    var name: String

    init(from object: borrowing JSONObject) throws { name = try object.required("name") }

    func encode(to object: inout JSONMembers) {
      object.set("name", name)
      object.set("name", name)
    }
  }

  @Test func aMemberThatIsGivenTwiceHidesNoOther() throws {
    let value = try Twice(json: ["name": "a"])
    #expect(value == value)
    #expect(value.json == ["name": "a"])
    #expect(throws: JSONMismatch.self) { try Twice(json: ["name": "a", "other": 1]) }
  }
}
