extension SchemaView {
  /// Follows a chain of references to its end; one that comes back to itself is cut off.
  mutating func resolveReferences() {
    var isAlias = true
    while let keyword = SchemaDocument.referenceKeywords.first(where: keywords.contains) {
      let reference = keywords[keyword]?.string
      keywords[keyword] = nil
      guard let reference else { continue }
      guard
        let target = document.target(of: reference, by: keyword, at: place, in: resources),
        let json = document.json[target]
      else {
        // What the draft does not know is no reference.
        if keyword == "$ref" { danglingReference = danglingReference ?? reference }
        continue
      }
      guard merged.insert(target).inserted else {
        if keywords.isEmpty, definition != nil { danglingReference = reference }
        continue
      }
      if document.referenceStandsAlone(at: place) { keepAnnotations() }
      refer(to: target, json)
      if isAlias { definition = target }
      isAlias =
        isAlias
        && (json.object ?? [:]).allSatisfy { $0.key == keyword || Self.isAnnotation($0.key) }
    }
  }

  /// Merges what is at `target`. What stands beside a reference says more about this place than that.
  private mutating func refer(to target: JSONPointer, _ json: JSON) {
    for key in keywords.keys where places[[key]] == nil { places[[key]] = place.appending(key) }
    let resource = document.resource(of: target)
    if resource != resources.last { resources.append(resource) }
    place = target
    if keywords.isEmpty {
      keywords = json.object ?? [:]
      isImpossible = isImpossible || json.allowsNothing
    } else {
      let isNullable = json["nullable"]?.bool == true && takesNull
      conjoin(SchemaView(unread: json, at: pointer, place: target, in: document))
      if isNullable { keywords["nullable"] = true }
    }
  }

  /// In draft 7 what stands beside a reference is ignored, but for what only people read.
  private mutating func keepAnnotations() {
    for key in keywords.keys where !Self.isAnnotation(key) { keywords[key] = nil }
  }

  private static func isAnnotation(_ keyword: String) -> Bool {
    keyword.hasPrefix("x-")
      || [
        "$comment", "$id", "$schema", "default", "deprecated", "description", "example", "examples",
        "readOnly", "title", "writeOnly", "definitions", "$defs",
      ].contains(keyword)
  }

  /// Merges the schemas that all hold.
  mutating func mergeAllOf(_ depth: Int) {
    guard let parts = self["allOf"]?.array, depth < Self.greatestDepth else { return }
    let schema = self
    keywords["allOf"] = nil
    for index in parts.indices {
      let tokens = ["allOf", String(index)]
      guard let part = schema.child(tokens, depth: depth + 1, merging: self) else { continue }
      conjuncts += [part.keywords] + part.conjuncts
      conjoin(part)
      if parts.count == 1 { definition = definition ?? part.definition }
    }
  }

  /// Adds what another schema says that holds too. Where both say something of one thing that cannot be
  /// said at once, what this one says counts.
  mutating func conjoin(_ other: SchemaView) {
    let isNull = takesNull && other.takesNull && (isNullable || other.isNullable)
    // That `null` is allowed besides is said for what it stands beside alone.
    for (key, value) in other.keywords where key != "nullable" {
      let tokens = [key]
      guard let own = keywords[key] else {
        // A list of values and one value: one of them says it all.
        if (key == "enum" && keywords["const"] != nil)
          || (key == "const" && keywords["enum"] != nil)
        {
          keepCommonValues(with: value, of: key)
          continue
        }
        keywords[key] = value
        let place = other.place(of: tokens)
        if place != JSONPointer(tokens: self.place.tokens + tokens) { places[tokens] = place }
        for (path, layers) in other.layers where path.first == key { self.layers[path] = layers }
        for (path, place) in other.places where path.count > 1 && path.first == key {
          places[path] = place
        }
        continue
      }
      switch (key, own, value) {
      case ("properties", .object(var mine), .object(let more)),
        ("patternProperties", .object(var mine), .object(let more)):
        for (name, schema) in more {
          let path = [key, name]
          let layer = Layer(json: schema, place: other.place(of: path))
          if mine[name] == nil {
            mine[name] = schema
            places[path] = layer.place
            layers[path] = other.layers[path]
          } else if mine[name] != schema || layer.place != place(of: path) {
            layers[path, default: []] += [layer] + (other.layers[path] ?? [])
          }
        }
        keywords[key] = .object(mine)
      case ("allOf", .array(let mine), .array(let more)):
        for index in more.indices {
          places[[key, String(mine.count + index)]] = other.place(of: [key, String(index)])
        }
        keywords[key] = .array(mine + more)
      case ("prefixItems", .array(let mine), .array(let more)):
        for index in more.indices {
          let path = [key, String(index)]
          guard index < mine.count else {
            places[path] = other.place(of: path)
            layers[path] = other.layers[path]
            continue
          }
          layers[path, default: []] +=
            [Layer(json: more[index], place: other.place(of: path))] + (other.layers[path] ?? [])
        }
        keywords[key] = .array(mine + more.dropFirst(mine.count))
      case ("required", .array(let mine), .array(let more)):
        keywords[key] = .array(mine + more.filter { !mine.contains($0) })
      case ("enum", _, _), ("const", _, _): keepCommonValues(with: value, of: key)
      case ("type", _, _): keywords[key] = Self.commonType(of: own, and: value)
      case ("additionalProperties", _, .bool(false)): keywords[key] = false
      case ("items", .object, .object), ("additionalProperties", .object, .object):
        layers[tokens, default: []] += [Layer(json: value, place: other.place(of: tokens))]
      case ("oneOf", _, _), ("anyOf", _, _):
        if own != value { noteBranches(in: key, of: other, 1) }
      default:
        if let bound = Self.tighterBound(key, own, value) { keywords[key] = bound }
      }
    }
    merged.formUnion(other.merged)
    isNullable = isNull
    isImpossible = isImpossible || other.isImpossible
    danglingReference = danglingReference ?? other.danglingReference
    valueDescriptions.merge(other.valueDescriptions) { first, _ in first }
    valuePointers.merge(other.valuePointers) { first, _ in first }
    conditionalProperties += other.conditionalProperties
    hasConditionalRest = hasConditionalRest || other.hasConditionalRest
    notedConditions.formUnion(other.notedConditions)
  }

  /// Leaves the values that `others`, of `enum` or `const`, has too.
  private mutating func keepCommonValues(with others: JSON, of keyword: String) {
    let own = keywords["const"].map { [$0] } ?? keywords["enum"]?.array ?? []
    let others = keyword == "const" ? [others] : others.array ?? []
    let common = own.filter(others.contains)
    guard common.count < own.count else { return }
    keywords["const"] = nil
    keywords["enum"] = .array(common)
  }

  /// The types that are in both lists; the first where none is.
  private static func commonType(of own: JSON, and other: JSON) -> JSON {
    func types(_ json: JSON) -> [String] {
      json.array?.compactMap(\.string) ?? [json.string].compactMap { $0 }
    }
    let others = types(other)
    let common = types(own).compactMap { type -> String? in
      if others.contains(type) { return type }
      if type == "number", others.contains("integer") { return "integer" }
      return type == "integer" && others.contains("number") ? type : nil
    }
    guard let first = common.first else { return own }
    return common.count == 1 ? .string(first) : .array(common.map(JSON.string))
  }

  private static let lowerBounds: Set = [
    "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties",
  ]
  private static let upperBounds: Set = [
    "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties",
  ]

  /// The bound that lets less through; `nil` for what is none.
  private static func tighterBound(_ keyword: String, _ own: JSON, _ other: JSON) -> JSON? {
    guard let mine = own.number, let their = other.number else { return nil }
    if lowerBounds.contains(keyword) { return mine < their ? other : own }
    return upperBounds.contains(keyword) ? (their < mine ? other : own) : nil
  }
}
