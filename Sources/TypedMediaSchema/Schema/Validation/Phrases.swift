extension Collection<String> {
  /// The words as people list them: `a, b and c`.
  func listed(_ conjunction: String) -> String {
    guard let last = self.reversed().first, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The words as people list them, the first ones if there are more than `limit`.
  func excerpt(of limit: Int, _ conjunction: String) -> String {
    count > limit ? excerpt(of: limit) : listed(conjunction)
  }

  /// The first words, with a note of how many there are in all if that is more.
  func excerpt(of limit: Int) -> String {
    prefix(limit).joined(separator: ", ") + (count > limit ? ", … (\(count) in all)" : "")
  }
}

extension JSON {
  /// The value's text, cut to `limit` characters.
  func excerpt(of limit: Int) -> String {
    if let short = shortText(limit) { return short }
    // A request can hold whole files. What is written beyond the excerpt is cut away again.
    var writer = JSONWriter(layout: .compact, limit: 8 * limit)
    writer.write(self)
    let scalars = String(decoding: writer.bytes, as: UTF8.self).unicodeScalars
    guard scalars.count > limit else { return String(scalars) }
    return String(String.UnicodeScalarView(scalars.prefix(limit - 1))) + "…"
  }
  /// The text of a value that is short and has nothing to escape, as most are.
  private func shortText(_ limit: Int) -> String? {
    switch self {
    case .null: return "null"
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .number(let number): return number.text.utf8.count <= limit ? number.text : nil
    case .string(let string):
      guard string.utf8.count + 2 <= limit, !string.utf8.contains(where: JSONWriter.needsEscape)
      else { return nil }
      return "\"\(string)\""
    case .array, .object: return nil
    }
  }
}
