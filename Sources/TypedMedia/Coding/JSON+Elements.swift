/// How lists with a value of its own at each place are read and written.
@_spi(Generated) extension JSON {
  /// Reads the elements of a list that has at most `count`.
  ///
  /// - Returns: The elements.
  /// - Throws: ``JSONMismatch`` when this is no list, or a longer one.
  public func elements(upTo count: Int) throws -> [JSON] {
    guard case .array(let elements) = self else {
      throw JSONMismatch(expected: "a list", found: self)
    }
    guard elements.count <= count else {
      throw JSONMismatch(
        problem: "has \(elements.count) elements, and at most \(count) are allowed")
    }
    return elements
  }

  /// Makes a list of `elements`, which ends before the first that is missing.
  ///
  /// - Returns: The list.
  public static func elements(_ elements: (any JSONConvertible)?...) -> JSON {
    .array(elements.prefix { $0 != nil }.compactMap { $0?._json })
  }
}

@_spi(Generated) extension [JSON] {
  /// Reads the element at `index`, which must be there.
  ///
  /// - Returns: The element.
  /// - Throws: ``JSONMismatch``, also when it is missing.
  public func required<Value: JSONConvertible>(_ index: Int) throws -> Value {
    guard indices.contains(index) else {
      throw JSONMismatch(problem: "has \(count) elements, and \(index + 1) are required")
    }
    return try JSONMismatch.prefixing(String(index)) { try Value._decode(self[index]) }
  }

  /// Reads the element at `index`.
  ///
  /// - Returns: The element; `nil` when the list ends before it.
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func optional<Value: JSONConvertible>(_ index: Int) throws -> Value? {
    guard indices.contains(index) else { return nil }
    return try required(index)
  }
}
