import Foundation
import Testing
import TypedMedia

/// What views of a service's answers read of an amount of time.
struct MemberViewTests {
  @Test(
    arguments: [
      ("6", .seconds(1), .seconds(6)), ("8.5", .seconds(1), .milliseconds(8_500)),
      ("5000", .milliseconds(1), .seconds(5)), ("12.5", .milliseconds(1), .microseconds(12_500)),
      ("0", .seconds(1), .zero), ("1e3", .seconds(1), .seconds(1_000)),
      ("99999999999", .seconds(1), .seconds(99_999_999_999)),
      // What is no amount of time, or longer than anything takes.
      ("-1", .seconds(1), nil), ("1e400", .seconds(1), nil), ("1e12", .seconds(1), nil),
      ("9223372036854775807", .seconds(1), nil), ("\"6\"", .seconds(1), nil),
      ("null", .seconds(1), nil), ("[6]", .seconds(1), nil),
    ] as [(String, Duration, Duration?)])
  func anAmountOfTimeIsReadWhereItCanBeOne(
    number: String, unit: Duration, expected: Duration?
  ) throws {
    let object = try #require(
      try JSON(parsing: #"{"time": \#(number)}"#, limits: .lenient).object)
    #expect(object.duration("time", in: unit) == expected)
    #expect(object.duration("missing", in: unit) == nil)
  }

  @Test func whatIsSentIsWrittenAndReadAlike() throws {
    #expect(JSON("fox") == "fox" && JSON(7) == 7 && JSON([true]) == [true])
    #expect(try JSON(7).decoded(as: Int.self) == 7)
    #expect(throws: JSONMismatch.self) { try JSON("seven").decoded(as: Int.self) }
  }
}
