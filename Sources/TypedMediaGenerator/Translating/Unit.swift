import TypedMediaSchema

/// What the numbers of a property count.
enum Unit {
  /// The schema's `x-unit`, else what the property's name says; `nil` where neither tells.
  ///
  /// What a description says of it counts for nothing: names would change with a sentence.
  ///
  /// - Parameter stated: The `x-unit`.
  static func name(for key: String, stated: JSON?) -> String? {
    if let unit = stated?.string { return unit }
    let words = Identifier.words(of: key).map { $0.lowercased() }
    if words.contains("seconds") || words.last == "s" { return "seconds" }
    return words.contains("milliseconds") || words.last == "ms" ? "milliseconds" : nil
  }
}
