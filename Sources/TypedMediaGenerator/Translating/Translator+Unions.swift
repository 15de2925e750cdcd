import TypedMediaSchema

extension Translator {
  /// An enum with a case for each of the types that are allowed.
  mutating func union(
    of branches: [SchemaView], _ schema: SchemaView, named key: String,
    nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let values = openValues(branches) {
      return declare(schema, named: key, in: &nested) { translator, name in
        let known = translator.values(
          values, schema, named: key, at: SchemaView.pointers(ofValuesIn: branches))
        let listed = branches.first { $0["enum"] != nil } ?? schema
        return TypeBlueprint(
          name: name, documentation: ["Values that the model takes for `\(key)`, and any other."],
          body: .openValues(known),
          retiredValues: translator.retiredValues(of: listed, besides: known, named: key))
      }
    }
    let branches = distinct(branches)
    guard branches.count > 1 else {
      // What all of them are is one type, and validation tells them apart.
      return branches.isEmpty
        ? untyped(schema, because: "it is nothing but itself")
        : schema.isNullable
          ? reference(to: branches[0], named: key, nested: &nested)
          : element(branches[0], named: key, nested: &nested)
    }
    return declare(schema, named: key, in: &nested) { translator, name in
      var inner: [TypeBlueprint] = []
      let alternatives = translator.alternatives(
        of: branches, schema, named: key, in: name, nested: &inner)
      return TypeBlueprint(
        name: name, documentation: Documentation.type(schema, .union(alternatives), named: name),
        body: .union(alternatives), nested: inner)
    }
  }

  /// The cases of a union. Values are cases of their own, unless there are lists of them.
  private mutating func alternatives(
    of branches: [SchemaView], _ schema: SchemaView, named key: String, in name: String,
    nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Alternative] {
    unions.append(schema.definition ?? schema.place)
    defer { unions.removeLast() }
    let constants = self.values(branches.compactMap(\.onlyValue), schema, named: key)
    let names = AlternativeNames(
      of: branches, in: name,
      values: Dictionary(constants.map { ($0.value, $0.name) }, uniquingKeysWith: { $1 })
    ).names
    let cases = zip(branches, names).map { branch, caseName in
      let given = rename(branch.pointer) { !Identifier.isType($0) }
      if let value = branch.onlyValue {
        let name = given ?? caseName
        return TypeBlueprint.Alternative(
          name: name,
          documentation: Documentation.value(value, named: name, described: branch.description),
          type: .named("JSON"), constant: value)
      }
      return TypeBlueprint.Alternative(
        name: given ?? caseName, documentation: Documentation.alternative(branch),
        type: reference(
          to: branch, named: Self.typeName(of: branch, called: caseName, in: key), nested: &nested))
    }
    refuseClashes(of: cases.map(\.name), in: schema)
    return cases
  }

  /// The alternatives that differ in Swift, with one for all lists of values, and without those that are
  /// a union of which the schema is an alternative itself.
  private mutating func distinct(_ branches: [SchemaView]) -> [SchemaView] {
    let branches = branches.filter { branch in
      branch.definition.map { !unions.contains($0) } ?? true
    }
    let lists = branches.filter { $0.closedValues != nil }
    let areListed = lists.contains { $0.onlyValue == nil }
    var seen: Set<String> = []
    var hasList = false
    return branches.compactMap { branch in
      if branch.closedValues != nil {
        guard areListed else {
          return seen.insert("= \(branch.onlyValue?.text() ?? "")").inserted ? branch : nil
        }
        defer { hasList = true }
        return hasList ? nil : SchemaView(listing: lists)
      }
      guard let type = Self.plainName(of: branch) else { return branch }
      return seen.insert(type).inserted ? branch : nil
    }
  }

  /// The Swift type of a schema that needs none of its own; `nil` for others.
  private static func plainName(of schema: SchemaView) -> String? {
    guard schema.closedValues == nil, !schema.hasAlternatives, schema.danglingReference == nil
    else {
      return nil
    }
    if let type = plainType(of: schema) { return type }
    guard schema.types == ["array"], schema["prefixItems"] == nil, let items = schema.child("items")
    else { return nil }
    return plainName(of: items).map { "[\($0)\(items.isNullable ? "?" : "")]" }
  }

  /// The known values, where the types are closed lists of texts and any text.
  private func openValues(_ branches: [SchemaView]) -> [JSON]? {
    let open = branches.filter { $0.closedValues == nil }
    guard !open.isEmpty, open.count < branches.count,
      open.allSatisfy({ $0.types == ["string"] && $0["format"] == nil })
    else { return nil }
    let values = branches.compactMap(\.closedValues).joined()
    return values.allSatisfy { $0.string != nil } ? values.distinct : nil
  }

  /// The name from which a type that is declared for a case is named.
  static func typeName(of branch: SchemaView, called name: String, in key: String) -> String {
    branch.tag == nil ? "\(key)_\(name)" : "\(name)_\(key)"
  }
}

extension SchemaView {
  /// The place where the values are of which each of `lists` may list some.
  fileprivate static func pointers(ofValuesIn lists: [SchemaView]) -> [JSON: JSONPointer] {
    var pointers: [JSON: JSONPointer] = [:]
    for list in lists {
      for (index, value) in (list["enum"]?.array ?? []).enumerated() where pointers[value] == nil {
        pointers[value] = list.pointer.appending("enum").appending(index)
      }
      if let value = list["const"], pointers[value] == nil { pointers[value] = list.pointer }
    }
    return pointers
  }

  /// One list of the values of several.
  fileprivate init?(listing lists: [SchemaView]) {
    guard let first = lists.first else { return nil }
    guard lists.count > 1 else {
      self = first
      return
    }
    self = first.listing(lists.compactMap(\.closedValues).joined().distinct)
  }
}

extension Sequence where Element == JSON {
  /// The values, each once.
  fileprivate var distinct: [JSON] {
    var seen: Set<JSON> = []
    return filter { seen.insert($0).inserted }
  }
}
