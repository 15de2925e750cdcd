extension SchemaView {
  /// Follows a chain of references to its end; one that comes back to itself is cut off.
  mutating func resolveReference(_ depth: Int) {
    var seen: Set<String> = []
    while let reference = keywords["$ref"]?.string, depth < 32 {
      keywords["$ref"] = nil
      guard seen.contains(reference) || merged.insert(reference).inserted else { return }
      guard reference.hasPrefix("#"), seen.insert(reference).inserted,
        let target = JSONPointer(uriFragment: String(reference.dropFirst())),
        let object = document[target]?.object
      else {
        danglingReference = reference
        return
      }
      // What stands beside a reference says more about this place than what it refers to.
      merge(object, from: target)
      place = target
      definition = target
    }
  }

  /// Merges the schemas that all hold. Two say more than one only where both are objects; else what
  /// is said closest to the property counts.
  mutating func mergeAllOf(_ depth: Int) {
    guard let parts = self["allOf"]?.array, depth < 32 else { return }
    let schema = self
    keywords["allOf"] = nil
    for index in parts.indices {
      let tokens = ["allOf", String(index)]
      guard let part = schema.child(tokens, depth: depth + 1, merging: self) else { continue }
      merged.formUnion(part.merged)
      conjuncts += [part.keywords] + part.conjuncts
      merge(part.keywords, from: part.place)
      for (key, origin) in part.origins where origins[key] == nil { origins[key] = origin }
      if parts.count == 1 { definition = definition ?? part.definition }
      isNullable = isNullable || part.isNullable
      danglingReference = danglingReference ?? part.danglingReference
    }
  }

  /// Takes `null` out of the types, the alternatives and the values.
  mutating func readNull(_ depth: Int) {
    if self["nullable"]?.bool == true { isNullable = true }
    if let types = self["type"]?.array, types.contains("null") {
      isNullable = true
      let rest = types.filter { $0 != "null" }
      keywords["type"] = rest.count == 1 ? rest[0] : .array(rest)
    }
    if let values = self["enum"]?.array, values.contains(.null), values.count > 1 {
      isNullable = true
      keywords["enum"] = .array(values.filter { !$0.isNull })
    }
    for keyword in ["anyOf", "oneOf"] where depth < 32 {
      guard let branches = self[keyword]?.array else { continue }
      let rest = branches.indices.filter {
        branches[$0]["type"] != "null" && branches[$0]["const"] != .null
      }
      if rest.count < branches.count { isNullable = true }
      guard rest.count == 1, let index = rest.first,
        let only = child([keyword, String(index)], depth: depth + 1, merging: self)
      else { continue }
      merged.formUnion(only.merged)
      keywords[keyword] = nil
      merge(only.keywords, from: only.place)
      for (key, origin) in only.origins where origins[key] == nil { origins[key] = origin }
      definition = definition ?? only.definition
      isNullable = isNullable || only.isNullable
      danglingReference = danglingReference ?? only.danglingReference
    }
  }

  /// Adds `others`, as far as nothing is said of them here.
  private mutating func merge(_ others: JSONObject, from origin: JSONPointer) {
    for (key, value) in others {
      switch (key, keywords[key], value) {
      case ("properties", .object(var own)?, .object(let more)):
        for (name, schema) in more where own[name] == nil {
          own[name] = schema
          origins["properties/\(name)"] = origin
        }
        keywords[key] = .object(own)
      case ("required", .array(let own)?, .array(let more)):
        keywords[key] = .array(own + more.filter { !own.contains($0) })
      case (_, nil, _):
        keywords[key] = value
        origins[key] = origin
      default: continue
      }
    }
  }
}
