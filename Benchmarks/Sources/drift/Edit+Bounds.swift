import TypedMediaSchema

extension Edit {
  /// Edits of bounds, steps and patterns.
  static let bounds: [Edit] = [
    type("bound tightened", "check-tightened") { schema, _ in schema.moveBound(isTighter: true) },
    type("bound loosened", "check-loosened") { schema, _ in schema.moveBound(isTighter: false) },
    type("bound added", "check-tightened") { schema, _ in
      guard let keyword = schema.freeBound else { return false }
      schema[keyword] = 9_000
      return true
    },
    type("bound removed", "check-loosened") { schema, _ in
      guard !schema.isListed, let (keyword, _) = schema.bound else { return false }
      schema[keyword] = nil
      return true
    },
    type("stricter bound in allOf", "check-tightened") { schema, _ in
      guard let (keyword, number) = schema.bound, !schema.isListed,
        let other = schema.moved(keyword, number, isTighter: true)
      else { return false }
      schema["allOf"] = [.object([keyword: .number(JSONNumber(other))])]
      return true
    },
    type("looser bound in allOf") { schema, _ in
      guard let (keyword, number) = schema.bound, !schema.isListed,
        let other = schema.moved(keyword, number, isTighter: false)
      else { return false }
      schema["allOf"] = [.object([keyword: .number(JSONNumber(other))])]
      return true
    },
    type("bound moved into allOf") { schema, _ in
      guard let (keyword, _) = schema.bound, !schema.isListed else { return false }
      let value = schema[keyword] ?? 0
      schema[keyword] = nil
      schema["allOf"] = [.object([keyword: value])]
      return true
    },
    type("step added", "check-tightened") { schema, _ in
      guard schema.type == "integer", !schema.isListed, schema["multipleOf"] == nil,
        schema["default"] == nil
      else { return false }
      schema["multipleOf"] = 2
      return true
    },
    type("pattern added", "check-tightened") { schema, _ in
      guard schema.type == "string", schema.isBare else { return false }
      schema["pattern"] = "^[^#]*$"
      return true
    },
    type("elements have to differ", "check-tightened") { schema, _ in
      guard schema.type == "array", schema["uniqueItems"] == nil, schema["maxItems"] != 1 else {
        return false
      }
      schema["uniqueItems"] = true
      return true
    },
  ]
}

extension JSONObject {
  /// A bound of whole numbers, or of a length or count.
  fileprivate var bound: (keyword: String, number: Int)? {
    let keywords: [String]
    switch type {
    case "integer", "number": keywords = ["maximum", "minimum"]
    case "string": keywords = ["maxLength", "minLength"]
    case "array": keywords = ["maxItems"]
    default: return nil
    }
    guard self["exclusiveMaximum"] == nil, self["exclusiveMinimum"] == nil else { return nil }
    for keyword in keywords {
      if let number = self[keyword]?.int, keyword != "minLength" || number > 0, number < 1 << 40 {
        return (keyword, number)
      }
    }
    return nil
  }

  /// A bound that there is not yet.
  fileprivate var freeBound: String? {
    guard !isListed, self["exclusiveMaximum"] == nil else { return nil }
    let keyword: String
    switch type {
    case "integer", "number": keyword = "maximum"
    case "string": keyword = "maxLength"
    case "array": keyword = "maxItems"
    default: return nil
    }
    return self[keyword] == nil ? keyword : nil
  }

  /// Where a bound is, moved a little, so that something is still taken.
  fileprivate func moved(_ keyword: String, _ number: Int, isTighter: Bool) -> Int? {
    let isUpper = keyword.hasPrefix("max")
    let moved = isTighter == isUpper ? number - 1 : number + 1
    let opposite = isUpper ? "min" + keyword.dropFirst(3) : "max" + keyword.dropFirst(3)
    let isOfNumbers = keyword.hasSuffix("imum")
    if !isOfNumbers, moved < 1 { return nil }
    guard let other = self[opposite]?.double else { return moved }
    return isUpper ? Double(moved) > other ? moved : nil : Double(moved) < other ? moved : nil
  }

  fileprivate mutating func moveBound(isTighter: Bool) -> Bool {
    guard !isListed, let (keyword, number) = bound,
      let other = moved(keyword, number, isTighter: isTighter)
    else { return false }
    self[keyword] = .number(JSONNumber(other))
    return true
  }
}
