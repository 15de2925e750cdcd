import Foundation
import Testing
import TypedMediaSchema

struct JSONNumberTests {
  @Test(arguments: [
    ("1", "1.0"), ("1", "1e0"), ("10", "1E+1"), ("0", "-0.0e9"), ("0.1", "100e-3"),
    ("-1.50", "-15e-1"), ("1e1000000000", "10e999999999"), ("0e5", "0"),
    ("123456789012345678901234567890", "1.2345678901234567890123456789e29"), ("-0", "0"),
    ("-100", "-1e2"), ("9223372036854775807", "9223372036854775807.0"),
    ("9223372036854775808", "9.223372036854775808e18"),
  ])
  func numbersOfOneValueAreEqual(left: String, right: String) throws {
    let (left, right) = (try #require(JSONNumber(left)), try #require(JSONNumber(right)))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(!(left < right) && !(right < left))
  }

  @Test(arguments: [
    ("-2", "-1"), ("-1e9", "0.5"), ("0.1", "0.10000000000000000001"), ("9", "1e1"),
    ("9007199254740992", "9007199254740993"), ("-0.2", "-0.1"), ("0", "1e-400"), ("-1e-400", "0"),
    ("1e308", "1e309"), ("1.05", "1.5"),
  ])
  func numbersAreOrderedExactly(smaller: String, larger: String) throws {
    let (smaller, larger) = (try #require(JSONNumber(smaller)), try #require(JSONNumber(larger)))
    #expect(smaller < larger)
    #expect(!(larger < smaller))
    #expect(smaller != larger)
  }

  @Test(arguments: [
    ("0.3", "0.1", true), ("4.5", "1.5", true), ("35", "1.5", false), ("0.0075", "0.0001", true),
    ("0.00751", "0.0001", false), ("1e308", "0.123456789", false), ("1e308", "0.5", true),
    ("1e1000000000", "7", false), ("1e1000000000", "1e-1000000000", true), ("1e-5", "1", false),
    ("0", "7", true), ("7", "0", false), ("-9", "3", true), ("9223372036854775808", "2", true),
    ("-9223372036854775808", "-1", true),
    ("246913578024691357802469135780", "123456789012345678901234567890", true),
    ("246913578024691357802469135781", "123456789012345678901234567890", false),
  ])
  func divisionIsExact(number: String, divisor: String, isMultiple: Bool) throws {
    let (number, divisor) = (try #require(JSONNumber(number)), try #require(JSONNumber(divisor)))
    #expect(number.isMultiple(of: divisor) == isMultiple)
  }

  @Test(arguments: [
    "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "1 ", " 1", "NaN", "1.0.0", "١", "1,0",
  ])
  func whatIsNotANumberIsRefused(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(arguments: [
    ("4", 4), ("4.0", 4), ("-40e-1", -4), ("1e3", 1000), ("4.5", nil), ("0e999", 0),
    ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ("9223372036854775808", nil), ("922337203685477580700e-2", Int.max), ("1e400", nil),
  ])
  func integersAreExact(text: String, expected: Int?) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.int == expected)
  }

  @Test(
    arguments: [
      (8.0, "8"), (0.1, "0.1"), (-2.5, "-2.5"), (0x1p53, "9007199254740992"), (-0.0, "0"),
      (1e300, "1e+300"), (.infinity, nil), (.nan, nil),
    ] as [(Double, String?)])
  func doublesAreWrittenShortly(value: Double, expected: String?) {
    #expect(JSONNumber(value)?.text == expected)
  }

  @Test func decimalsAreExactOrNothing() {
    #expect(JSONNumber("0.1")?.decimal == Decimal(string: "0.1"))
    #expect(JSONNumber("12345678901234567890.123456789")?.decimal != nil)
    #expect(JSONNumber("1e300")?.decimal == nil)
    #expect(JSONNumber("0.1234567890123456789012345678901234567890")?.decimal == nil)
    #expect(JSONNumber(Decimal(string: "2.50") ?? 0) == 2.5)
  }

  @Test(
    arguments: [
      "0", "1", "-1", "10", "0.1", "-0.25", "3.14159", "-273.15", "0.00000000000000000001",
      "0.000000000000000000001", "100000000000000000000", "1000000000000000000000",
      "18446744073709551615", "18446744073709551616", "-1.8446744073709551615",
      "1.8446744073709551616", "12345678901234567890.12345678901234567", "0.000012345",
    ])
  func aDecimalIsWrittenAsFoundationDescribesIt(text: String) throws {
    let decimal = try #require(Decimal(string: text))
    #expect(JSONNumber(decimal).text == text)
    #expect(decimal.description == text)
  }
}
