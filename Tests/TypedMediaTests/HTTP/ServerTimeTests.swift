import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

/// The times that servers send, which have no unit, no bounds and at times no sense.
@Suite(.timeLimit(.minutes(5))) struct ServerTimeTests {
  static let now = Date(timeIntervalSince1970: 1_764_500_000)

  @Test(
    arguments: [
      ("1764500003", 3), ("1764500003.5", 3.5), ("1764500003000", 3), ("1764500003000000", 3),
      ("3", 3), ("0.25", 0.25), (" 7 ", 7), ("0", 0), ("2025-11-30T10:53:23Z", 3),
      ("2025-11-30T10:53:23.500Z", 3.5), ("Sun, 30 Nov 2025 10:53:23 GMT", 3), ("1764499990", -10),
      ("inf", nil), ("-inf", nil), ("nan", nil), ("1e300", nil), ("1e30", nil), ("-5", nil),
      ("99999999999999999999", nil), ("9999999999", nil), ("1e17", nil), ("soon", nil), ("", nil),
      ("0x10p2000", nil), ("1764500003,5", nil), ("9223372036854775807", nil),
    ] as [(String, Double?)])
  func theEndOfAPeriodIsReadAsWhatMakesSense(text: String, seconds: Double?) throws {
    let headers: HeaderFields = ["X-RateLimit-Remaining": "1", "X-RateLimit-Reset": text]
    let reset = try #require(RateLimit(headers, now: Self.now)).reset
    let distance = reset?.timeIntervalSince(Self.now)
    #expect((distance == nil) == (seconds == nil), "\(String(describing: distance))")
    #expect(abs((distance ?? 0) - (seconds ?? 0)) < 0.001)
  }

  /// A server's clock may be wrong; its own date says by how much.
  @Test func theEndIsMeasuredAgainstTheServersClock() throws {
    let headers: HeaderFields = [
      "Date": "Sun, 30 Nov 2025 09:00:00 GMT", "X-RateLimit-Reset": "Sun, 30 Nov 2025 09:00:05 GMT",
    ]
    let reset = try #require(RateLimit(headers, now: Self.now)?.reset)
    #expect(abs(reset.timeIntervalSince(Self.now) - 5) < 0.001)
  }

  @Test(
    arguments: [
      ("2.5", .milliseconds(2_500)), ("0.001", .milliseconds(1)), ("3e2", .seconds(300)),
      ("Sun, 30 Nov 2025 09:00:05 GMT", .seconds(5)),
      ("Sunday, 30-Nov-25 09:00:05 GMT", .seconds(5)),
      ("Sun Nov 30 09:00:05 2025", .seconds(5)), ("inf", nil), ("nan", nil), ("1e300", nil),
      ("-0.5", nil), ("99999999999999999999", nil), ("2 seconds", nil),
    ] as [(String, Duration?)])
  func adviceIsReadInItsForms(text: String, advice: Duration?) async throws {
    let transport = CannedTransport(
      status: 429, headers: ["Retry-After": text, "Date": "Sun, 30 Nov 2025 09:00:00 GMT"])
    let error = try await caught {
      try await Sample.connection(over: transport).send(Sample.read)
    }
    #expect(error.retryAfter == advice)
  }

  /// Whatever a server counts, nothing of it ends the process or stops the client for ever.
  @Test(arguments: [
    "inf", "-inf", "nan", "1e300", "-1e300", "1e30", "9223372036854775807", "18446744073709551616",
    "-9223372036854775808", "0", "-1", "4294967296", "1764500003000", "abc",
  ])
  func noNumberOfAServerIsFatal(number: String) async throws {
    let clock = VirtualClock()
    for status in [200, 202, 429, 500, 503] {
      let transport = CannedTransport(
        status: status,
        headers: [
          "X-RateLimit-Limit": number, "X-RateLimit-Remaining": number, "X-RateLimit-Reset": number,
          "Retry-After": number, "Date": number, "Content-Length": number,
        ])
      let connection = try Sample.connection(
        over: transport, configuration: ClientConfiguration(clock: clock))
      for _ in 0..<2 { _ = try? await connection.send(Sample.read) }
      _ = try? await connection.submit(Sample.purchase) { [try $0.object.id("id")] }
    }
    #expect(VirtualClock().now.duration(to: clock.now) < .seconds(86_400))
  }

  @Test func thousandsOfFieldsAreReadAsFastAsFew() {
    var headers: HeaderFields = [:]
    for number in 0..<20_000 { headers["X-Field-\(number)"] = "\(number)" }
    headers["X-FIELD-7"] = "seven"
    headers["x-field-8"] = nil
    #expect(headers["x-field-7"] == "seven")
    #expect(headers["X-Field-8"] == nil)
    #expect(headers["x-field-19999"] == "19999")
    #expect(headers.map(\.name).count == 19_999)
  }
}
