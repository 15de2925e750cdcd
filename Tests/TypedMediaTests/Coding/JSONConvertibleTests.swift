import Foundation
import Testing
import TypedMedia

/// The spelling of plain values in JSON.
@Suite struct JSONConvertibleTests {
  @Test(arguments: ["", "fox", "Gezeitentümpel 🦊", "a\"b\\c\n\u{0}"])
  func textIsText(text: String) throws {
    #expect(text.json == .string(text))
    #expect(try String(json: text.json) == text)
  }

  @Test(arguments: [
    ("0", 0), ("-7", -7), ("7.0", 7), ("7e2", 700), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("-0", 0),
  ])
  func aWholeNumberIsReadHoweverItIsWritten(text: String, value: Int) throws {
    #expect(try Int(json: JSON(parsing: text)) == value)
    #expect(try Int(json: value.json) == value)
  }

  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "1e30"])
  func aWholeNumberThatSwiftHasNoRoomForIsRefused(text: String) async throws {
    let error = try await caught(JSONMismatch.self) { try Int(json: JSON(parsing: text)) }
    let range = "from -9223372036854775808 to 9223372036854775807"
    #expect(error.description == "The value is \(text), not a whole number \(range).")
  }

  @Test(arguments: ["7.5", "\"7\"", "true", "null", "[7]"])
  func whatIsNoWholeNumberIsRefused(text: String) async throws {
    let error = try await caught(JSONMismatch.self) { try Int(json: JSON(parsing: text)) }
    #expect(error.description == "The value is \(text), not a whole number.")
  }

  @Test(arguments: [
    ("0.5", 0.5), ("7", 7), ("-1e-3", -0.001), ("1.7976931348623157e308", 0x1.fffffffffffffp1023),
  ])
  func aNumberIsReadHoweverItIsWritten(text: String, value: Double) throws {
    #expect(try Double(json: JSON(parsing: text)) == value)
    #expect(try Double(json: value.json) == value)
  }

  @Test(arguments: [(0.1, "0.1"), (8, "8"), (-0.25, "-0.25"), (1e21, "1e+21")])
  func aNumberIsWrittenShortly(value: Double, text: String) {
    #expect(value.json.text() == text)
  }

  @Test(arguments: ["1e999", "\"0.5\"", "false", "null", "{}"])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(throws: JSONMismatch.self) { try Double(json: JSON(parsing: text)) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatJSONHasNoNumberForIsNull(value: Double) {
    #expect(value.json == .null)
  }

  @Test func moneyKeepsItsDigits() throws {
    let amount = try Decimal(json: JSON(parsing: "0.1234567890123456789"))
    #expect(amount.json.text() == "0.1234567890123456789")
    #expect(throws: JSONMismatch.self) { try Decimal(json: "0.1") }
  }

  @Test(arguments: [("true", true), ("false", false)])
  func aTruthIsATruth(text: String, value: Bool) throws {
    #expect(try Bool(json: JSON(parsing: text)) == value)
    #expect(value.json.text() == text)
  }

  @Test(arguments: ["0", "1", "\"true\"", "null"])
  func whatIsNoTruthIsRefused(text: String) {
    #expect(throws: JSONMismatch.self) { try Bool(json: JSON(parsing: text)) }
  }

  @Test(arguments: [
    "https://example.com/a%20b?c=d#e", "data:image/png;base64,AAAA",
    "https://example.com",
  ])
  func anAddressIsWrittenAsItWasRead(text: String) throws {
    #expect(try URL(json: .string(text)).json == .string(text))
  }

  @Test(arguments: ["\"\"", "7", "null", "\"http://[::\""])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: JSONMismatch.self) { try URL(json: JSON(parsing: text)) }
  }

  @Test func anIDIsReadInAnyCaseAndWrittenInLowerCase() throws {
    let text = "6fa459ea-ee8a-3ca4-894e-db77e160355e"
    for spelling in [text, text.uppercased()] {
      #expect(try UUID(json: .string(spelling)).json == .string(text))
    }
    for text in [
      "6fa459ea", "6fa459eaee8a-3ca4-894e-db77e160355e-", "6fa459ea-ee8a-3ca4-894e-db77e160355g",
      "6fa459ea-ee8a-3ca4-894e-db77e160355e0", "",
    ] {
      #expect(throws: JSONMismatch.self) { try UUID(json: .string(text)) }
    }
  }

  @Test(arguments: [
    ("2026-06-19T10:00:00Z", 1_781_863_200), ("2026-06-19T12:00:00+02:00", 1_781_863_200),
    ("2026-06-19T10:00:00.25Z", 1_781_863_200.25), ("1969-12-31T23:59:59Z", -1),
    ("2026-06-19t10:00:00z", 1_781_863_200), ("2026-06-19 04:30:00-0530", 1_781_863_200),
    ("2026-06-19T10:00:00.123456+00:00", 1_781_863_200.123456),
    ("2026-06-19T10:00:00.5000000000000Z", 1_781_863_200.5),
    ("2024-02-29T00:00:00Z", 1_709_164_800),
    ("2016-12-31T23:59:60Z", 1_483_228_800), ("0001-01-01T00:00:00Z", -62_135_596_800),
  ])
  func anInstantIsReadInAnyZone(text: String, seconds: Double) throws {
    #expect(try Date(json: .string(text)) == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    (1_781_863_200, "2026-06-19T10:00:00Z"), (1_781_863_200.25, "2026-06-19T10:00:00.250Z"),
    (-1, "1969-12-31T23:59:59Z"),
  ])
  func anInstantIsWrittenInUTC(seconds: Double, text: String) throws {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(date.json == .string(text))
    #expect(try Date(json: date.json) == date)
  }

  @Test func anInstantLosesNoPartOfASecondThatItWasSentWith() throws {
    let milliseconds = (1..<1_000).map { String(1_000 + $0).dropFirst() }
    let microseconds = ["000001", "123456", "249999", "500001", "999999"]
    for digits in milliseconds + microseconds.map({ $0[...] }) {
      for day in ["1969-12-31", "2026-06-19", "2199-01-01"] {
        let text = "\(day)T10:00:00.\(digits)Z"
        #expect(try Date(json: .string(text)).json == .string(text))
      }
    }
  }

  @Test func anInstantIsWrittenToTheNearestMicrosecond() {
    let almost = Date(timeIntervalSinceReferenceDate: 1).addingTimeInterval(-1e-7)
    #expect(almost.json == "2001-01-01T00:00:01Z")
  }

  @Test(arguments: [
    #""2026-06-19""#, #""tomorrow""#, "1781863200", #""2026-13-19T10:00:00Z""#,
    #""2026-02-29T10:00:00Z""#, #""2026-06-00T10:00:00Z""#, #""2026-06-19T24:00:00Z""#,
    #""2026-06-19T10:00:00""#, #""2026-06-19T10:00:00.Z""#, #""2026-06-19T10:00:00+2:00""#,
    #""2026-06-19T10:00:00Z ""#, #""2026-06-19T10:00:00+25:00""#, #""２026-06-19T10:00:00Z""#,
  ])
  func whatIsNoInstantIsRefused(text: String) {
    #expect(throws: JSONMismatch.self) { try Date(json: JSON(parsing: text)) }
  }
}
