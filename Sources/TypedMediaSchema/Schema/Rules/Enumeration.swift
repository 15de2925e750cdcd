/// The values that an `enum` allows.
final class Enumeration: Sendable {
  let values: [JSON]
  private let lookup: Set<JSON>
  /// The arrays and objects among many values: to hash one takes as long as it is large.
  private let containers: [JSON]

  /// The length of the longest text among many values: to hash a longer one takes as long as it is.
  private let longestText: Int

  /// Few values are compared one by one, which is faster than hashing.
  private static let largestUnhashedCount = 8

  init(_ values: [JSON]) {
    self.values = values
    let isHashed = values.count > Self.largestUnhashedCount
    lookup = isHashed ? Set(values.filter { !$0.isContainer }) : []
    containers = isHashed ? values.filter(\.isContainer) : []
    longestText = values.compactMap { $0.string?.utf8.count }.max() ?? 0
  }

  func contains(_ value: JSON) -> Bool {
    if values.count <= Self.largestUnhashedCount { return values.contains(value) }
    if case .string(let string) = value, string.utf8.count > longestText { return false }
    return value.isContainer ? containers.contains(value) : lookup.contains(value)
  }

  /// The amount that is looked at to find a value.
  var length: Int {
    let compared = values.count > Self.largestUnhashedCount ? containers : values
    return compared.reduce(0) { $0 + $1.weight }
  }

  /// The values, for people.
  var allowed: String {
    let shown = values.prefix(12).map { $0.excerpt(of: 40) }
    guard values.count > 1 else { return shown.first ?? "nothing" }
    return "one of " + shown.joined(separator: ", ")
      + (values.count > shown.count ? ", … (\(values.count) in all)" : "")
  }
}

extension JSON {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// The amount that there is to look at in the value: its parts, long texts by their length.
  var weight: Int { weight(depth: JSONLimits.default.maximumDepth) }

  /// What is deeper than values that were read can be is not counted, for that would take a deep stack.
  private func weight(depth: Int) -> Int {
    switch self {
    case .null, .bool:
      return 1
    case .number(let number):
      return 1 + number.text.utf8.count / 64
    case .string(let string):
      return 1 + string.utf8.count / 64
    case .array(let elements):
      var weight = 1
      if depth > 0 { for element in elements { weight += element.weight(depth: depth - 1) } }
      return weight
    case .object(let object):
      var weight = 1 + object.count
      if depth > 0 {
        for value in object.lazy.map(\.value) { weight += value.weight(depth: depth - 1) }
      }
      return weight
    }
  }
}
