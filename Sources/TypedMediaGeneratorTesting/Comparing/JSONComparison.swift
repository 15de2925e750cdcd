import TypedMedia

/// How JSON differs from what was expected, place by place.
struct JSONComparison {
  /// What there is to say, in lines, each with its place.
  private(set) var lines: [String] = []

  /// Compares `found` with `expected`.
  init(of found: JSON, with expected: JSON) { compare(found, expected, at: .root) }

  private mutating func compare(_ found: JSON, _ expected: JSON, at place: JSONPointer) {
    guard found != expected else { return }
    if let found = found.object, let expected = expected.object {
      for (key, value) in expected { member(found[key], value, at: place.appending(key)) }
      for (key, value) in found where !expected.contains(key) {
        member(value, JSON?.none, at: place.appending(key))
      }
    } else if let found = found.array, let expected = expected.array {
      for index in 0..<max(found.count, expected.count) {
        member(
          found.dropFirst(index).first, expected.dropFirst(index).first, at: place.appending(index))
      }
    } else {
      say("is \(Self.text(found)), expected \(Self.text(expected))", at: place)
    }
  }

  /// Compares what may be missing on either side. A bare `nil` would be JSON's `null`.
  private mutating func member(_ found: JSON?, _ expected: JSON?, at place: JSONPointer) {
    switch (found, expected) {
    case (.some(let found), .some(let expected)): compare(found, expected, at: place)
    case (.none, .some(let expected)):
      say("is not sent, expected \(Self.text(expected))", at: place)
    case (.some(let found), .none): say("is \(Self.text(found)), expected nothing", at: place)
    case (.none, .none): break
    }
  }

  private mutating func say(_ what: String, at place: JSONPointer) {
    lines.append("  \(place.tokens.isEmpty ? "the whole" : "\(place)") \(what)")
  }

  private static func text(_ json: JSON) -> String {
    let text = json.text()
    return text.count > 200 ? text.prefix(200) + "…" : text
  }
}
