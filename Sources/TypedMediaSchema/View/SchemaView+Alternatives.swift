extension SchemaView {
  /// The types of which a value has one; `nil` where that is not what the schema is about.
  ///
  /// Beside properties, `anyOf` and `oneOf` say which of these have to be there.
  package var alternatives: [SchemaView]? {
    guard !isTooBroad else { return nil }
    for keyword in ["oneOf", "anyOf"] where self["properties"] == nil {
      let branches = children(keyword).filter { $0.types != ["null"] && $0["const"] != .null }
      if branches.count > 1 { return branches }
    }
    guard types.count > 1, Set(types) != ["integer", "number"] else { return nil }
    return types.map { type in only(type) }
  }

  /// Whether it has so many alternatives, elements of their own kind or properties that nobody could
  /// choose.
  package var isTooBroad: Bool {
    hasTooManyProperties
      || ["oneOf", "anyOf", "prefixItems"].contains {
        (self[$0]?.array?.count ?? 0) > Self.mostParts
      }
  }

  /// Whether it has so many properties that no compiler would see the end of their type.
  package var hasTooManyProperties: Bool {
    (self["properties"]?.object?.count ?? 0) > Self.mostParts
  }

  /// Past this many, a document takes all memory rather than anybody's time.
  package static let mostParts = 1_000

  /// The same schema for one of its types: a part of what its definition defines.
  private func only(_ type: String) -> SchemaView {
    var schema = self
    schema.definition = nil
    schema.keywords["type"] = .string(type)
    return schema
  }

  /// The value by which an object of this kind is known among others.
  package var tag: String? {
    guard types == ["object"] || self["properties"] != nil else { return nil }
    return properties.lazy.compactMap { name, schema in
      required.contains(name) ? schema.onlyValue?.string : nil
    }
    .first
  }
}

extension SchemaView {
  /// The only value that is allowed, where there is one that the library can write itself.
  package var onlyValue: JSON? {
    if let constant = self["const"] { return constant }
    guard let values = self["enum"]?.array, values.count == 1 else { return nil }
    return values[0]
  }

  /// Whether it is a list in which one element is as good as the list.
  package var isListOfAtMostOne: Bool {
    types == ["array"] && self["maxItems"]?.int == 1 && child("items") != nil
      && self["prefixItems"] == nil
  }
}
