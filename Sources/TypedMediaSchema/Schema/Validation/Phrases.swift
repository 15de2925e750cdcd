extension Collection<String> {
  /// The words as people list them: `a, b and c`.
  func listed(_ conjunction: String) -> String {
    guard let last = self.reversed().first, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The first words, with a note of how many there are in all if that is more.
  func excerpt(of limit: Int) -> String {
    prefix(limit).joined(separator: ", ") + (count > limit ? ", … (\(count) in all)" : "")
  }
}

extension JSON {
  /// The value's text, cut to `limit` characters.
  func excerpt(of limit: Int) -> String {
    // What is far too long is cut before it is written, since a request can hold a whole file.
    if case .string(let string) = self, string.utf8.count > 8 * limit {
      return JSON.string(String(string.unicodeScalars.prefix(limit))).excerpt(of: limit)
    }
    let scalars = text().unicodeScalars
    guard scalars.count > limit else { return String(scalars) }
    return String(String.UnicodeScalarView(scalars.prefix(limit - 1))) + "…"
  }
}
