/// Limits on how many characters, items or members a value has.
struct Size: Sendable {
  enum Subject: String, CaseIterable, Sendable {
    case characters = "Length"
    case items = "Items"
    case members = "Properties"
  }

  let subject: Subject
  let minimum: Int?
  let maximum: Int?

  /// The size of a value, or `nil` if the value is of a kind that this says nothing about.
  func count(of value: JSON) -> Int? {
    switch (subject, value) {
    case (.characters, .string(let string)): string.unicodeScalars.count
    case (.items, .array(let elements)): elements.count
    case (.members, .object(let object)): object.count
    default: nil
    }
  }

  /// Tells whether every text of that many bytes has a size that is allowed: a character takes from
  /// one to four.
  func allowsAnyText(ofLength length: Int) -> Bool {
    length <= maximum ?? .max && (length + 3) / 4 >= minimum ?? 0
  }

  /// The keyword that `count` breaks.
  func brokenKeyword(by count: Int) -> String? {
    if let minimum, count < minimum { return "min" + subject.rawValue }
    if let maximum, count > maximum { return "max" + subject.rawValue }
    return nil
  }

  /// The limits, for people: `from 1 to 3 items`.
  var allowed: String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?) where minimum == maximum: amount(maximum)
    case (let minimum?, let maximum?) where minimum > 0: "from \(minimum) to \(amount(maximum))"
    case (_, let maximum?): maximum == 0 ? "no \(subject)" : "at most \(amount(maximum))"
    case (let minimum?, nil): "at least \(amount(minimum))"
    case (nil, nil): "any number of \(subject)"
    }
  }

  /// `count` with its noun: `1 item`, `2 items`.
  func amount(_ count: Int) -> String { "\(count) \(count == 1 ? subject.singular : "\(subject)")" }
}

extension Size.Subject {
  fileprivate var singular: String { String(String(describing: self).dropLast()) }
}
