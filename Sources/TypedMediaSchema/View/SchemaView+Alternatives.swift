extension SchemaView {
  /// The types of which a value has one; `nil` where that is not what the schema is about.
  ///
  /// Beside properties, `anyOf` and `oneOf` say which of these have to be there, or what is there
  /// besides: see ``objectChoice``.
  package var alternatives: [SchemaView]? {
    guard !isTooBroad, !isChoiceBesideOthers else { return nil }
    for keyword in ["oneOf", "anyOf"] where !hasProperties {
      guard self[keyword]?.array != nil else { continue }
      var seen: Set = [Part(self)]
      let branches = possibleBranches(of: keyword, besides: inherited).filter { !isItself($0) }
        .flatMap { $0.definition == nil ? $0.parts(&seen) : [$0] }
      if branches.count > 1 { return branches }
    }
    guard types.count > 1, Set(types) != ["integer", "number"], closedValues == nil else {
      return nil
    }
    return types.map { type in only(type) }
  }

  private struct Part: Hashable {
    let place: JSONPointer
    let keywords: JSONObject

    init(_ schema: SchemaView) { (place, keywords) = (schema.place, schema.keywords) }
  }

  /// The alternatives that an alternative consists of; itself, where it is one.
  ///
  /// - Parameter seen: What is among the parts or looked into. The same once more adds nothing to a
  ///   choice, and definitions that fan out would lead to more than there is memory for.
  private func parts(_ seen: inout Set<Part>, depth: Int = 0) -> [SchemaView] {
    guard seen.insert(Part(self)).inserted else { return [] }
    guard depth < 8, !hasProperties, !isTooBroad, !isChoiceBesideOthers,
      let keyword = ["oneOf", "anyOf"].first(where: { self[$0]?.array != nil })
    else { return [self] }
    let branches = possibleBranches(of: keyword, besides: inherited).filter { !isItself($0) }
    return branches.isEmpty ? [self] : branches.flatMap { $0.parts(&seen, depth: depth + 1) }
  }

  /// What the schema says of the type of all of its alternatives.
  private var inherited: [Layer] {
    let shared: Set = [
      "type", "format", "items", "required", "additionalProperties", "patternProperties",
    ]
    var inherited = JSONObject()
    for (key, value) in keywords where shared.contains(key) { inherited[key] = value }
    return inherited.isEmpty ? [] : [Layer(json: .object(inherited), place: place)]
  }

  /// Tells whether it is a choice between objects, beside another one or beside properties that are
  /// declared under a condition: then it is a choice among the members of one object.
  private var isChoiceBesideOthers: Bool {
    let keywords = ["oneOf", "anyOf"].filter { self[$0]?.array != nil }
    guard !keywords.isEmpty, keywords.count == 2 || !conditionalProperties.isEmpty, !hasProperties
    else { return false }
    let areObjects = keywords.allSatisfy { keyword in
      possibleBranches(of: keyword, besides: inherited).allSatisfy {
        $0.types == ["object"] || $0.types.isEmpty && ($0.hasProperties || $0["required"] != nil)
      }
    }
    return areObjects && objectChoice != nil
  }

  private var hasProperties: Bool { self["properties"]?.object?.isEmpty == false }

  /// The choice beside the one that ``alternatives`` are from, where it declares members that the type has
  /// none for; `nil` where there is none.
  package var otherChoice: String? {
    guard self["oneOf"]?.array != nil, self["anyOf"]?.array != nil, !isChoiceBesideOthers else {
      return nil
    }
    return possibleBranches(of: "anyOf").contains { $0.hasProperties } ? "anyOf" : nil
  }

  /// Tells whether each of the types, or of the alternatives, is that of objects, as far as they
  /// name one.
  package var allowsObjectsAlone: Bool {
    guard types.isEmpty || types == ["object"] else { return false }
    return ["oneOf", "anyOf"].allSatisfy { keyword in
      possibleBranches(of: keyword).allSatisfy { $0.types.isEmpty || $0.types == ["object"] }
    }
  }

  /// Tells whether there may be ``alternatives``.
  package var hasAlternatives: Bool {
    self["oneOf"] != nil || self["anyOf"] != nil || types.count > 1
  }

  /// Tells whether an alternative is the schema itself, which adds nothing to the others.
  private func isItself(_ branch: SchemaView) -> Bool {
    guard let target = branch.definition else { return false }
    return target == definition || target == place
  }

  /// Tells whether it has so many alternatives, elements of their own kind or properties that
  /// nobody could choose.
  package var isTooBroad: Bool {
    hasTooManyProperties
      || ["oneOf", "anyOf", "prefixItems"].contains {
        (self[$0]?.array?.count ?? 0) > Self.mostParts
      }
  }

  /// Tells whether it has so many properties that no compiler would see the end of their type.
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
    let required = Set(required)
    return properties.lazy.compactMap { name, schema in
      required.contains(name) ? schema.onlyValue?.string : nil
    }
    .first
  }
}

/// A choice between objects that declare properties, beside the properties that all of them have.
package struct ObjectChoice: Sendable {
  /// The keyword that the alternatives are in.
  package let keyword: String
  /// The schema without the alternatives, and without what they say something of.
  package let common: SchemaView
  /// The alternatives, each with what it is called by.
  package let branches: [SchemaView]
  /// The alternatives, each with what the schema itself says of their properties.
  package let objects: [SchemaView]
}

extension SchemaView {
  /// The choice between objects that the schema is, where the objects declare properties of their own.
  ///
  /// A property of which one of them says something belongs to all of them, and is not among the common
  /// ones.
  package var objectChoice: ObjectChoice? {
    guard !isTooBroad else { return nil }
    let own = Set((self["properties"]?.object ?? [:]).keys)
    for keyword in ["oneOf", "anyOf"] {
      guard self[keyword]?.array != nil else { continue }
      var seen: Set = [Part(self)]
      let branches = possibleBranches(of: keyword, besides: [isObject])
        .filter { !isItself($0) }.flatMap { $0.parts(&seen) }
        .filter { $0.types.isEmpty || $0.types.contains("object") }
      guard branches.contains(where: { $0.declares(besides: own) }) else { continue }
      return choice(of: branches, in: keyword, own)
    }
    return nil
  }

  private var isObject: Layer { Layer(json: ["type": "object"], place: place) }

  /// Tells whether it has properties that are not among `names`.
  private func declares(besides names: Set<String>) -> Bool {
    self["properties"]?.object?.contains { !names.contains($0.key) && !$0.value.allowsNothing }
      ?? false || conditionalProperties.contains { !names.contains($0.name) }
  }

  private func choice(
    of branches: [SchemaView], in keyword: String, _ own: Set<String>
  ) -> ObjectChoice {
    var mentioned: Set<String> = []
    for branch in branches {
      let says = branch["properties"]?.object?.filter { $0.value != true && $0.value != [:] } ?? []
      mentioned.formUnion(says.map(\.key))
      mentioned.formUnion(Set(branch.required).subtracting(required))
    }
    mentioned.formIntersection(own)
    let declared = Set(branches.flatMap { ($0["properties"]?.object ?? [:]).keys })
    // What has to be there is where it is declared.
    mentioned.formUnion(required.filter { !own.contains($0) && declared.contains($0) })
    var (common, shared) = (self, JSONObject())
    common.keywords[keyword] = nil
    var (commonProperties, sharedProperties) = (JSONObject(), JSONObject())
    for (name, schema) in self["properties"]?.object ?? [:] {
      if mentioned.contains(name) {
        sharedProperties[name] = schema
      } else {
        commonProperties[name] = schema
      }
    }
    common.keywords["properties"] = .object(commonProperties)
    common.keywords["required"] = .array(
      required.filter { !mentioned.contains($0) }.map(JSON.string))
    shared["type"] = "object"
    if !mentioned.isEmpty {
      shared["properties"] = .object(sharedProperties)
      shared["required"] = .array(required.filter(mentioned.contains).map(JSON.string))
    }
    // Of two choices, the type has one; what the other declares may be there or not.
    for other in ["oneOf", "anyOf"] where other != keyword && self[other] != nil {
      common.noteBranches(in: other, of: self, 1)
    }
    // What a condition declares belongs to the alternatives that do not, where one of them does.
    var whole = self
    whole.keywords = shared
    whole.conditionalProperties = common.conditionalProperties.filter { declared.contains($0.name) }
    common.conditionalProperties.removeAll { declared.contains($0.name) }
    let objects = branches.map { branch in
      var object = branch
      object.conjoin(whole)
      if !mentioned.isEmpty { object.definition = nil }
      return object
    }
    var named = branches
    // What is constant in an alternative may have to be there for all of them.
    for (index, branch) in branches.enumerated()
    where branch.tag == nil && branch.definition == nil && objects[index].tag != nil {
      named[index] = objects[index]
    }
    return ObjectChoice(keyword: keyword, common: common, branches: named, objects: objects)
  }
}

extension ObjectChoice {
  /// The properties of all the objects, each once, and whether it has to be there whichever of them it is.
  /// Of one that has other values in each, these are all values.
  package var properties: [(name: String, schema: SchemaView, isRequired: Bool)] {
    let required = Set(common.required)
    var properties = common.properties.map {
      (name: $0.name, schema: $0.schema, isRequired: required.contains($0.name))
    }
    var indices: [String: Int] = [:]
    for object in objects {
      for (name, schema) in object.properties {
        guard let index = indices[name] else {
          indices[name] = properties.count
          let isRequired = objects.allSatisfy { $0.required.contains(name) }
          properties.append((name, schema, isRequired))
          continue
        }
        guard let values = properties[index].schema.closedValues, let more = schema.closedValues
        else { continue }
        properties[index].schema = properties[index].schema.listing(
          values + more.filter { !values.contains($0) })
      }
    }
    return properties
  }
}

extension SchemaView {
  /// The properties that may be there, those of the objects that it is a choice between too, and whether
  /// they have to be.
  package var allProperties: [(name: String, schema: SchemaView, isRequired: Bool)] {
    if let objectChoice { return objectChoice.properties }
    let required = Set(required)
    return properties.map { ($0.name, $0.schema, required.contains($0.name)) }
  }

  /// The only value that is allowed, where there is one that the library can write itself.
  package var onlyValue: JSON? {
    guard let values = closedValues, values.count == 1 else { return nil }
    return values[0]
  }

  /// Tells whether it is a list in which one element is as good as the list.
  package var isListOfAtMostOne: Bool {
    types == ["array"] && self["maxItems"]?.int == 1 && self["prefixItems"] == nil
      // An element that is null is another thing than none.
      && child("items").map { !$0.isNullable } == true
  }
}
