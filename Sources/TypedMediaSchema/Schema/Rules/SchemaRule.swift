/// One demand that a schema makes. Other schemas are given by their index.
///
/// It is indirect so that a rule is one pointer to copy.
indirect enum SchemaRule: Sendable {
  case never
  case constant(JSON)
  case enumeration(Enumeration)
  case type(TypeSet)
  case bounds([Bound])
  case multiple(of: JSONNumber)
  case size(Size)
  case pattern(SchemaPattern)
  case format(SchemaFormat)
  case address
  case required([String])
  case dependentRequired([DependentNames], keyword: String)
  case properties(Properties)
  case propertyNames(Int)
  case dependentSchemas([DependentSchema], keyword: String)
  case items(Items)
  case contains(Contains)
  case uniqueItems
  case reference(Int)
  case dynamicReference(anchor: String, fallback: Int)
  case allOf([Int])
  case anyOf([Int])
  case oneOf([Int])
  case not(Int)
  case condition(Int, then: Int?, otherwise: Int?)
  case unevaluatedItems(Int)
  case unevaluatedProperties(Int)
}

extension SchemaRule {
  /// The schemas that the rule applies.
  var schemas: [Int] {
    switch self {
    case .never, .constant, .enumeration, .type, .bounds, .multiple, .size, .pattern, .format,
      .address, .required, .dependentRequired, .uniqueItems:
      []
    case .properties(let properties):
      properties.schemas + properties.patterns.map(\.schema)
        + (properties.additional.map { [$0] } ?? [])
    case .dependentSchemas(let dependencies, _): dependencies.map(\.schema)
    case .items(let items): items.prefix + (items.rest.map { [$0] } ?? [])
    case .contains(let contains): [contains.schema]
    case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): schemas
    case .condition(let condition, let then, let otherwise):
      [condition] + [then, otherwise].compactMap { $0 }
    case .propertyNames(let schema), .reference(let schema), .dynamicReference(_, let schema),
      .not(let schema), .unevaluatedItems(let schema), .unevaluatedProperties(let schema):
      [schema]
    }
  }

  /// The amount that is in the rule itself to be looked at with each value.
  var length: Int {
    switch self {
    case .constant(let value): value.weight
    case .enumeration(let enumeration): enumeration.length
    case .required(let names): names.count
    case .dependentRequired(let dependencies, _):
      dependencies.reduce(0) { $0 + 1 + $1.required.count }
    case .dependentSchemas(let dependencies, _): dependencies.count
    default: 1
    }
  }
}

extension SchemaRule {
  /// Names that must be there if `name` is.
  struct DependentNames: Sendable {
    let name: String
    let required: [String]
  }

  /// A schema that the whole object must meet if `name` is there.
  struct DependentSchema: Sendable {
    let name: String
    let schema: Int
  }

  /// What is demanded of the members of an object.
  final class Properties: Sendable {
    /// The names, as the schema orders them.
    let names: [String]
    let patterns: [(pattern: SchemaPattern, schema: Int)]
    let additional: Int?
    /// The schema of each.
    let schemas: [Int]
    /// Where each name is; `nil` while there are few enough to look through them one by one.
    private let positions: [ScalarString: Int]?

    init(
      named: [(name: String, schema: Int)],
      patterns: [(pattern: SchemaPattern, schema: Int)],
      additional: Int?
    ) {
      names = named.map(\.name)
      schemas = named.map(\.schema)
      positions =
        names.count <= JSONObject.largestUnindexedCount
        ? nil
        : Dictionary(uniqueKeysWithValues: names.enumerated().map { (ScalarString($1), $0) })
      self.patterns = patterns
      self.additional = additional
    }

    /// The place of `name` among the names.
    func index(of name: String) -> Int? {
      if let positions { return positions[ScalarString(name)] }
      return names.firstIndex { $0.hasSameScalars(as: name) }
    }

    /// The schema of the member `name`.
    ///
    /// Members mostly come in the order of the schema, but for some that are left out, so that the
    /// few names from `position` on are tried first. It leads to the next name afterwards.
    func schema(of name: String, at position: inout Int) -> Int? {
      let next = (position..<min(position + 4, names.count))
        .first { names[$0].hasSameScalars(as: name) }
      guard let found = next ?? index(of: name) else { return nil }
      position = found + 1
      return schemas[found]
    }
  }

  /// What is demanded of the elements of an array: of the first ones each, and of the rest.
  struct Items: Sendable {
    let prefix: [Int]
    let rest: Int?
    let prefixKeyword: String
    let restKeyword: String
  }

  /// The number of elements that must meet a schema.
  struct Contains: Sendable {
    let schema: Int
    let minimum: Int
    let maximum: Int?
    /// Tells whether the elements that meet it count as evaluated; they do since 2020-12.
    let evaluates: Bool
  }
}
