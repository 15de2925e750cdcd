/// The values that an `enum` allows.
final class Enumeration: Sendable {
  let values: [JSON]
  private let lookup: Set<JSON>

  /// Few values are compared one by one, which is faster than hashing.
  private static let largestUnhashedCount = 8

  init(_ values: [JSON]) {
    self.values = values
    lookup = values.count > Self.largestUnhashedCount ? Set(values) : []
  }

  func contains(_ value: JSON) -> Bool {
    lookup.isEmpty ? values.contains(value) : lookup.contains(value)
  }

  /// The values, for people.
  var allowed: String {
    let shown = values.prefix(12).map { $0.excerpt(of: 40) }
    guard values.count > 1 else { return shown.first ?? "nothing" }
    return "one of " + shown.joined(separator: ", ")
      + (values.count > shown.count ? ", … (\(values.count) in all)" : "")
  }
}
