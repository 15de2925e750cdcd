import Foundation

// Whatever a server sends as a time passes through here: no number of its is too large, too small or
// too odd.

extension Duration {
  /// The longest time, in seconds, that a server can ask to wait: 31 days. What is longer is nonsense.
  private static let longestAdvice: Double = 31 * 86_400

  /// `seconds`; `nil` when they are negative, more than 31 days, or no number.
  static func advised(seconds: Double) -> Duration? {
    (0...longestAdvice).contains(seconds) ? .seconds(seconds) : nil
  }

  /// The longest amount of time, in seconds, that is taken for one: about 3,000 years.
  private static let longest: Double = 1e11

  /// Reads an amount of time as a service writes it.
  ///
  /// - Parameters:
  ///   - number: How many of the unit it is; below zero, and beyond 3,000 years, it is none.
  ///   - unit: What the number counts, such as milliseconds.
  init?(_ number: JSONNumber, of unit: Duration) {
    let seconds = number.double * (unit / .seconds(1))
    guard (0...Self.longest).contains(seconds) else { return nil }
    // What is whole stays so.
    self = number.int.map { unit * $0 } ?? .seconds(seconds)
  }
}

extension TimeInterval {
  /// The seconds from `now` to the instant that `text` stands for, negative where that has passed: seconds
  /// from `now`, seconds, milliseconds or microseconds since 1970, or a date in any of its usual spellings.
  /// `nil` for what is none of these, or more than 31 days ahead.
  init?(until text: String, countedFrom now: Date) {
    let text = text.trimmingCharacters(in: .whitespaces)
    let seconds: TimeInterval
    if let number = Double(text) {
      switch number {
      // A count of seconds that began in 1970 has passed this by 1973.
      case 0..<1e8: seconds = number
      case 1e8..<1e11: seconds = number - now.timeIntervalSince1970
      case 1e11..<1e14: seconds = number / 1e3 - now.timeIntervalSince1970
      case 1e14..<1e17: seconds = number / 1e6 - now.timeIntervalSince1970
      default: return nil
      }
    } else if let date = Date(httpDate: text) ?? (try? Date(json: .string(text))) {
      seconds = date.timeIntervalSince(now)
    } else {
      return nil
    }
    guard Duration.advised(seconds: Swift.max(0, seconds)) != nil else { return nil }
    self = seconds
  }
}

extension HeaderFields {
  /// The time that the service asks to wait: `Retry-After` in seconds, of which there may be a
  /// fraction, or as a date, measured against the response's own `Date`.
  func retryAfter(now: Date) -> Duration? {
    guard let text = self["Retry-After"]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Double(text) { return .advised(seconds: seconds) }
    guard let date = Date(httpDate: text) else { return nil }
    return .advised(seconds: Swift.max(0, date.timeIntervalSince(serverTime ?? now)))
  }

  /// What time it was on the server's clock; `nil` when it did not say.
  var serverTime: Date? { self["Date"].flatMap(Date.init(httpDate:)) }
}

extension Date {
  /// Reads a date in one of the three forms of RFC 9110, section 5.6.7; `nil` when it is none.
  init?(httpDate text: String) {
    let formats = [
      "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
      "EEE MMM d HH:mm:ss yyyy",
    ]
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    for format in formats {
      formatter.dateFormat = format
      if let date = formatter.date(from: text) {
        self = date
        return
      }
    }
    return nil
  }
}
