import Foundation
import Testing
@_spi(Generated) import TypedMedia

/// How generated types read members that may be missing, `null`, or always the same.
@Suite struct MemberReadingTests {
  private let object: JSONObject = ["a": 7, "none": nil, "empty": [], "list": [7]]

  @Test func nullIsNoValueOfAMemberThatMayOnlyBeMissing() throws {
    #expect(try object.present("a") == 7)
    #expect(try object.present("missing") == Int?.none)
    #expect(throws: JSONMismatch.self) { try object.present("none") as Int? }
    var value: Int? = 1
    try object.readNullable("none", into: &value)
    #expect(value == nil)
    #expect(throws: JSONMismatch.self) { try object.read("none", into: &value) }
  }

  @Test func aMemberThatMayBeNullHasToBeThere() throws {
    #expect(try object.requiredNullable("none") == Int?.none)
    #expect(try object.requiredNullable("a") == 7)
    #expect(throws: JSONMismatch.self) { try object.requiredNullable("missing") as Int? }
  }

  @Test func anEmptyListHasNoElement() throws {
    #expect(try object.presentElement("list") == 7)
    #expect(try object.presentElement("missing") == Int?.none)
    #expect(throws: JSONMismatch.self) { try object.presentElement("empty") as Int? }
  }

  @Test(arguments: [("missing", "lacks"), ("none", "is null, not 8"), ("a", "is 7, not 8")])
  func aConstantHasToBeThere(key: String, problem: String) throws {
    let error = #expect(throws: JSONMismatch.self) {
      switch key {
      case "missing": try object.constant("missing", 8)
      case "none": try object.constant("none", 8)
      default: try object.constant("a", 8)
      }
    }
    #expect(error?.problem.contains(problem) == true)
    try object.constant("a", 7)
  }

  @Test func someMembersCanBeTakenOut() {
    #expect(object.only("a", "missing") == ["a": 7])
    #expect(object.except("none", "empty", "list") == ["a": 7])
  }

  @Test(arguments: [("18446744073709551615", UInt64.max), ("0", 0), ("1e3", 1_000), ("7.0", 7)])
  func aLargeWholeNumberIsExact(text: String, value: UInt64) throws {
    #expect(try UInt64(json: JSON(parsing: text)) == value)
    #expect(try UInt64(json: value.json) == value)
  }

  @Test(arguments: ["-1", "18446744073709551616", "1.5", "null", "\"7\"", "1e400"])
  func whatIsNoLargeWholeNumberIsRefused(text: String) throws {
    let json = try JSON(parsing: text)
    #expect(throws: JSONMismatch.self) { try UInt64(json: json) }
  }

  @Test func aTextWithoutASchemeIsNoAddressBesideTexts() {
    let address: URL? = ("https://example.com/a.png" as JSON).lossless()
    let text: URL? = ("sunrise" as JSON).lossless()
    #expect(address != nil && text == nil)
  }
}
