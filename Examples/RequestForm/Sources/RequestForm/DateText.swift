/// Dates between JSON, which names the time zone, and browsers, whose control has none.
enum DateText {
  /// The text with what the control leaves out: seconds that are zero, and the zone, which is UTC.
  static func completing(_ text: String) -> String {
    guard let minute = text.wholeMatch(of: /(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(\.\d+)?)?/) else {
      return text
    }
    return "\(minute.1)\(minute.2 ?? ":00")Z"
  }

  /// The text for the control; `nil` when the control cannot say it.
  static func control(_ text: String) -> String? {
    guard !text.isEmpty else { return "" }
    let bare = text.hasSuffix("Z") ? String(text.dropLast()) : text
    return completing(bare) == bare ? nil : bare
  }
}
