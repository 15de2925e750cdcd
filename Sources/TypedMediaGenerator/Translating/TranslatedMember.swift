package import TypedMediaSchema

/// A member of a request as it was translated, for whatever has the same.
///
/// Most of what a model takes is as it was when something of it has changed, and models have much in common.
struct TranslatedMember: Sendable {
  /// Its schema, as it is written.
  let schema: JSON
  let isRequired: Bool
  let property: TypeBlueprint.Property
  /// The types that were declared for it in the request.
  let types: [TypeBlueprint]
  /// How many types were declared for it, wherever.
  let declarations: Int
  /// The name of the type that is named after it, where there is one.
  let ownTypeName: String?

  /// What members are looked up by: those that are the same have the same, and few others.
  struct Key: Hashable {
    let name: String
    let extent: Int

    init(_ name: String, _ schema: JSON) { (self.name, extent) = (name, schema.extent) }
  }
}

extension Translator {
  /// The members of an object that are its properties: those of a request that were translated already, and
  /// the schemas of all others.
  func members(
    of schema: SchemaView
  ) -> [(name: String, known: TranslatedMember?, schema: SchemaView?)] {
    guard objects == 1, let ownMembers, let knownMembers else {
      return schema.properties.map { ($0.name, nil, $0.schema) }
    }
    let required = Set(schema.required)
    return schema.declaredNames(of: ownMembers).compactMap { name in
      if let written = ownMembers[name],
        let known = knownMembers.first(name, written, isRequired: required.contains(name))
      {
        return (name, known, nil)
      }
      return schema.offered(name).map { (name, nil, $0) }
    }
  }

  /// Takes over a member of the request, unless it would be declared otherwise here.
  mutating func take(
    _ known: TranslatedMember, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property? {
    guard declarations + known.declarations <= Self.mostDeclarations,
      known.types.allSatisfy({ type in !nested.contains { $0.name == type.name } })
    else { return nil }
    declarations += known.declarations
    nested += known.types
    return known.property
  }

  /// Translates a member of an object, and keeps one of the request for others that have the same.
  ///
  /// - Parameter ownTypeName: The name of the type that is named after it, where there is one.
  mutating func member(
    _ key: String, _ schema: SchemaView, isRequired: Bool, ownTypeName: String?,
    nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    guard objects == 1, let written = ownMembers?[key], written.standsAlone else {
      return property(key, schema, isRequired: isRequired, nested: &nested)
    }
    let start = (types: nested.count, declarations: declarations, clashes: clashes)
    let property = property(key, schema, isRequired: isRequired, nested: &nested)
    // What had to give way to another is not the same beside others.
    if clashes == start.clashes, declarations <= Self.mostDeclarations {
      translatedMembers[.init(key, written)] = TranslatedMember(
        schema: written, isRequired: isRequired, property: property,
        types: Array(nested[start.types...]), declarations: declarations - start.declarations,
        ownTypeName: ownTypeName)
    }
    return property
  }

  /// Whether what is said of a property is looked at: of those of a request it is in the code alone, and
  /// of those of other types it tells these apart.
  var isDocumented: Bool { isForCode || objects > 1 || !configuration.flattenings.isEmpty }
}

extension ModelSource {
  /// The members of a request whose schemas are in its `properties` alone; `nil` where they may be
  /// elsewhere too.
  package var ownMembers: JSONObject? {
    let others = [
      "$dynamicRef", "$recursiveRef", "$ref", "allOf", "anyOf", "dependencies", "dependentSchemas",
      "if", "oneOf",
    ]
    guard let schema = schemaDocument[schemaPointer]?.object,
      !others.contains(where: schema.contains)
    else { return nil }
    return schema["properties"]?.object
  }
}

extension JSON {
  /// How much there is in it, roughly: the length of its text.
  fileprivate var extent: Int {
    switch self {
    case .null: 4
    case .bool(let value): value ? 5 : 6
    case .number(let number): number.text.utf8.count
    case .string(let text): text.utf8.count + 2
    case .array(let elements): elements.reduce(1) { $0 + $1.extent }
    case .object(let object): object.reduce(1) { $0 + $1.key.utf8.count + $1.value.extent }
    }
  }

  /// Whether it is a schema that refers to nothing, and to which nothing refers by a name.
  package var standsAlone: Bool {
    switch self {
    case .object(let object):
      object.allSatisfy { key, value in
        key.utf8.first != UInt8(ascii: "$") && value.standsAlone
      }
    case .array(let elements): elements.allSatisfy(\.standsAlone)
    default: true
    }
  }
}
