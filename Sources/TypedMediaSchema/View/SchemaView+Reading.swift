/// Spellings that say the same as a plainer one.
extension SchemaView {
  /// Reads a list in `items` as draft 7 has it: what is at each place of a list.
  mutating func readTuple() {
    guard let items = keywords["items"], items.array != nil, keywords["prefixItems"] == nil else {
      return
    }
    places[["prefixItems"]] = place(of: ["items"])
    places[["items"]] = place(of: ["additionalItems"])
    keywords["prefixItems"] = items
    keywords["items"] = keywords["additionalItems"]
    keywords["additionalItems"] = nil
  }

  /// Reads what is not evaluated elsewhere as what is there besides, where the schema says nothing else of
  /// that.
  mutating func readUnevaluated() {
    for (keyword, plain) in [
      ("unevaluatedProperties", "additionalProperties"), ("unevaluatedItems", "items"),
    ] {
      // What `contains` looks for is evaluated by that.
      guard let value = keywords[keyword], value != false, keywords[plain] == nil,
        plain != "items" || keywords["contains"] == nil
      else { continue }
      places[[plain]] = place(of: [keyword])
      layers[[plain]] = layers[[keyword]]
      keywords[plain] = value
      keywords[keyword] = nil
    }
  }

  /// Takes `null` out of the types, the alternatives and the values, and what allows nothing out of the
  /// alternatives.
  mutating func readNull(_ depth: Int) {
    if self["nullable"]?.bool == true { isNullable = true }
    let mayBeNull = isNullable || types.isEmpty || types.contains("null")
    if let types = self["type"]?.array, types.contains("null"), types.count > 1 {
      isNullable = closedValues?.contains(.null) ?? true
      let rest = types.filter { $0 != "null" }
      keywords["type"] = rest.count == 1 ? rest[0] : .array(rest)
    }
    if let values = self["enum"]?.array, values.contains(.null), values.count > 1 {
      isNullable = true
      keywords["enum"] = .array(values.filter { !$0.isNull })
    }
    for keyword in ["anyOf", "oneOf"] where depth < Self.greatestDepth {
      guard let branches = self[keyword]?.array, !branches.isEmpty else { continue }
      if mayBeNull, !isNullable {
        var known: [JSONPointer: Bool] = [:]
        isNullable = branches.indices.contains {
          allowsNull(branches[$0], at: place(of: [keyword, String($0)]), in: 8, &known)
        }
      }
      let possible = branches.indices.filter {
        !branches[$0].allowsNullAlone && !branches[$0].allowsNothing
      }
      guard let index = possible.first else {
        if branches.allSatisfy(\.allowsNothing) { isImpossible = true }
        continue
      }
      guard possible.count == 1,
        let only = child([keyword, String(index)], depth: depth + 1, merging: self)
      else { continue }
      let isNull = isNullable
      keywords[keyword] = nil
      conjoin(only)
      // One alternative is left, and `null` was another.
      isNullable = isNull || isNullable
      definition = definition ?? only.definition
    }
    if self["not"]?.allowsNullAlone == true { isNullable = false }
  }

  /// Tells whether a schema allows `null`, `steps` references and alternatives further on at most.
  ///
  /// - Parameter known: What is known of places that references lead to.
  private func allowsNull(
    _ schema: JSON, at place: JSONPointer, in steps: Int, _ known: inout [JSONPointer: Bool]
  ) -> Bool {
    if schema.allowsNull { return true }
    guard let object = schema.object, steps > 0, !schema.namesTypes else { return false }
    if let answer = known[place] { return answer }
    known[place] = false
    var answer = false
    if let reference = object["$ref"]?.string,
      let target = document.target(of: reference, by: "$ref", at: place, in: resources)
    {
      answer = allowsNull(document.json[target] ?? true, at: target, in: steps - 1, &known)
    }
    for keyword in ["oneOf", "anyOf"] where !answer {
      answer = (object[keyword]?.array ?? []).enumerated().contains { index, branch in
        let inner = JSONPointer(tokens: place.tokens + [keyword, String(index)])
        return allowsNull(branch, at: inner, in: steps - 1, &known)
      }
    }
    known[place] = answer
    return answer
  }

  /// Tells whether `null` is allowed, as far as that is known before everything is merged.
  var takesNull: Bool {
    if isNullable || self["nullable"]?.bool == true { return true }
    if self["not"]?.allowsNullAlone == true { return false }
    if !types.isEmpty { return types.contains("null") }
    if let closedValues { return closedValues.contains(.null) }
    return ["anyOf", "oneOf"].allSatisfy { keyword in
      self[keyword]?.array?.allSatisfy { $0.namesTypes && !$0.allowsNull } != true
    }
  }

  /// Reads alternatives of which each is a value, or a list of values, as one list of them.
  mutating func readConstants(_ depth: Int) {
    for keyword in ["oneOf", "anyOf"] where depth < Self.greatestDepth {
      guard let branches = self[keyword]?.array, (2...Self.mostParts).contains(branches.count)
      else { continue }
      var known: [JSONPointer: Bool] = [:]
      let areAllValues = branches.indices.allSatisfy {
        areValues(branches[$0], at: place(of: [keyword, String($0)]), in: 8, &known)
      }
      guard areAllValues else { continue }
      let views = possibleBranches(of: keyword, depth: depth + 1)
      let lists = views.map(\.closedValues)
      guard !views.isEmpty, !lists.contains(nil) else { continue }
      let all = lists.compactMap { $0 }
      let counts = Dictionary(all.flatMap { Set($0).map { ($0, 1) } }, uniquingKeysWith: +)
      var values: [JSON] = []
      for value in all.joined() where !values.contains(value) {
        // Of the alternatives of `oneOf`, no two may hold.
        if keyword == "anyOf" || counts[value] == 1 { values.append(value) }
      }
      for view in views {
        isNullable = isNullable || view.isNullable
        valueDescriptions.merge(view.describedValues) { first, _ in first }
        valuePointers.merge(view.valuePointers) { first, _ in first }
        if let value = view.onlyValue { valuePointers[value] = view.pointer }
      }
      if keywords["type"] == nil, let type = views[0]["type"],
        views.allSatisfy({ $0["type"] == type })
      {
        keywords["type"] = type
      }
      places[["enum"]] = place(of: [keyword])
      keywords[keyword] = nil
      if let own = closedValues { values = own.filter(values.contains) }
      keywords["const"] = nil
      keywords["enum"] = .array(values)
    }
  }

  /// The alternatives in `keyword` that allow something other than `null`.
  func possibleBranches(
    of keyword: String, besides layers: [Layer] = [], depth: Int = 0
  ) -> [SchemaView] {
    let branches = self[keyword]?.array ?? []
    return branches.indices.compactMap { index in
      guard !branches[index].allowsNothing, !branches[index].allowsNullAlone,
        let branch = child(
          [keyword, String(index)], besides: layers, depth: depth,
          merging: depth > 0 ? self : nil),
        !branch.isImpossible, branch.types != ["null"]
      else { return nil }
      return branch
    }
  }

  /// The values of which one is taken; `nil` where they are not listed.
  package var closedValues: [JSON]? {
    keywords["const"].map { [$0] } ?? keywords["enum"]?.array
  }

  /// The same schema with other values.
  package func listing(_ values: [JSON]) -> SchemaView {
    var schema = self
    schema.keywords["const"] = nil
    schema.keywords["enum"] = .array(values)
    schema.definition = nil
    return schema
  }

  /// What is said of each of the values.
  private var describedValues: [JSON: String] {
    guard let values = closedValues, values.count == 1, let text = description,
      text != values[0].string, text != values[0].text()
    else { return valueDescriptions }
    return [values[0]: text]
  }

  /// Leaves out the values that are of none of the types, or excluded.
  mutating func narrowValues() {
    guard let values = keywords["enum"]?.array else { return }
    let excluded = self["not"].flatMap { excluded in
      // What is excluded under a condition may be there.
      excluded.object?.allSatisfy { ["const", "enum", "type"].contains($0.key) } == true
        ? excluded["const"].map { [$0] } ?? excluded["enum"]?.array : nil
    }
    let types = types
    let possible = values.filter { value in
      (types.isEmpty || types.contains { value.is($0) }) && excluded?.contains(value) != true
    }
    if !possible.isEmpty, possible.count < values.count { keywords["enum"] = .array(possible) }
  }

  /// Tells whether a schema seems to be a list of values, `steps` references and alternatives
  /// further on at most.
  ///
  /// - Parameter known: What is known of places: references that fan out lead to each more often than
  ///   anybody could follow them.
  private func areValues(
    _ schema: JSON, at place: JSONPointer, in steps: Int, _ known: inout [JSONPointer: Bool]
  ) -> Bool {
    if schema.allowsNothing || schema.allowsNullAlone { return true }
    guard let object = schema.object, steps > 0 else { return false }
    if object.contains("const") || object.contains("enum") { return true }
    if let answer = known[place] { return answer }
    known[place] = false
    let answer = consistsOfValues(object, at: place, in: steps - 1, &known)
    known[place] = answer
    return answer
  }

  private func consistsOfValues(
    _ object: JSONObject, at place: JSONPointer, in steps: Int, _ known: inout [JSONPointer: Bool]
  ) -> Bool {
    if let reference = object["$ref"]?.string,
      let target = document.target(of: reference, by: "$ref", at: place, in: resources)
    {
      return areValues(document.json[target] ?? true, at: target, in: steps, &known)
    }
    for keyword in ["oneOf", "anyOf"] {
      guard let branches = object[keyword]?.array, !branches.isEmpty else { continue }
      let areAllValues = branches.indices.allSatisfy { index in
        let inner = JSONPointer(tokens: place.tokens + [keyword, String(index)])
        return areValues(branches[index], at: inner, in: steps, &known)
      }
      if areAllValues { return true }
    }
    return (object["allOf"]?.array ?? []).enumerated().contains { index, part in
      let inner = JSONPointer(tokens: place.tokens + ["allOf", String(index)])
      return areValues(part, at: inner, in: steps, &known)
    }
  }
}

extension JSON {
  /// Tells whether it is a schema that allows `null`, as far as it says so itself.
  fileprivate var allowsNull: Bool {
    allowsNullAlone || self["nullable"]?.bool == true
      || self["type"]?.array?.contains("null") == true && closedNull
  }

  /// Tells whether it is a schema that says of which types a value is.
  fileprivate var namesTypes: Bool {
    ["type", "enum", "const"].contains { self[$0] != nil }
  }

  private var closedNull: Bool { self["enum"]?.array.map { $0.contains(.null) } ?? true }

  /// Tells whether it is of a type of JSON Schema.
  fileprivate func `is`(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"),
      (.object, "object"), (.number, "number"):
      true
    case (.number(let number), "integer"): number.isInteger
    default: false
    }
  }
}
