import Foundation

/// Instants as a service names them.
extension Date {
  /// The whole second that is `seconds` from now.
  static func wholeSecond(fromNow seconds: TimeInterval) -> Date {
    Date(timeIntervalSince1970: (Date.now.timeIntervalSince1970 + seconds).rounded())
  }

  /// The instant as `Retry-After` names it.
  var httpText: String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: self)
  }
}
