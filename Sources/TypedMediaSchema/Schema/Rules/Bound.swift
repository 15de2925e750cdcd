/// A limit on a number; a class, so that it is one pointer to copy.
final class Bound: Sendable {
  enum Relation: String, Sendable {
    case atLeast = "at least"
    case moreThan = "more than"
    case atMost = "at most"
    case lessThan = "less than"
  }

  let keyword: String
  let relation: Relation
  let limit: JSONNumber
  // Read once, for a bound outlives the numbers that it is asked about.
  private let integer: Int?
  private let notation: DecimalNotation

  init(keyword: String, relation: Relation, limit: JSONNumber) {
    self.keyword = keyword
    self.relation = relation
    self.limit = limit
    integer = limit.int
    notation = DecimalNotation(limit)
  }

  func allows(_ number: JSONNumber) -> Bool {
    if let integer, let number = Int(number.text) { return compare(number, integer) }
    return compare(DecimalNotation(number), notation)
  }

  private func compare<Number: Comparable>(_ number: Number, _ limit: Number) -> Bool {
    switch relation {
    case .atLeast: number >= limit
    case .moreThan: number > limit
    case .atMost: number <= limit
    case .lessThan: number < limit
    }
  }
}

extension [Bound] {
  /// The bounds, for people: `from 1 to 4`, `more than 0 and at most 1`.
  var allowed: String {
    if count == 2, let lower = first(where: { $0.relation == .atLeast }),
      let upper = first(where: { $0.relation == .atMost })
    {
      return lower.limit == upper.limit
        ? lower.limit.text : "from \(lower.limit.text) to \(upper.limit.text)"
    }
    return map { "\($0.relation.rawValue) \($0.limit.text)" }.listed("and")
  }
}
