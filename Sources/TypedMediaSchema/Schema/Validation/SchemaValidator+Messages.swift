extension SchemaValidator {
  /// The value at hand, for people.
  var place: String { path.isEmpty ? "the value" : JSONPointer(tokens: path).description }

  /// The place where the value at hand is, at the end of a phrase; nothing if it is the whole.
  var location: String { path.isEmpty ? "" : " in \(place)" }

  /// A member of the value at hand, for people.
  func place(of name: String) -> String { JSONPointer(tokens: path + [name]).description }

  /// Adds a violation if violations are being collected.
  ///
  /// What describes it is worked out only then.
  ///
  /// - Returns: `false`, what the check that failed returns.
  mutating func reject(
    _ value: JSON,
    _ node: SchemaNode,
    _ keyword: String,
    at name: String? = nil,
    allowed: @autoclosure () -> String,
    message: ((SchemaValidator) -> String)? = nil
  ) -> Bool {
    guard isCollecting, violations.count < limit, end == nil else { return false }
    let (allowed, found) = (allowed(), value.excerpt(of: 60))
    violations.append(
      SchemaViolation(
        instancePath: JSONPointer(tokens: path + (name.map { [$0] } ?? [])),
        schemaPath: keyword.isEmpty ? node.pointer : node.pointer.appending(keyword),
        rule: keyword.isEmpty ? "false" : keyword,
        found: found,
        allowed: allowed,
        message: message?(self) ?? "\(place) is \(found); allowed: \(allowed)"))
    return false
  }
}
