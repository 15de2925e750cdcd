import TypedMediaSchema

/// What the schemas of a place say together, each rule as strict as the strictest of them, and only
/// as far as it can refuse anything.
struct Effect: Equatable {
  /// The kinds of values that are taken, `null` aside; a number is an `integer` or a `fraction`.
  private(set) var kinds: Set<String> = Self.allKinds
  /// The values of which one is taken; `nil` where they are not listed.
  private(set) var values: [JSON]?
  /// The bounds of numbers, lengths and counts, by their keywords.
  private(set) var bounds: [String: Bound] = [:]
  /// What numbers have to be multiples of.
  private(set) var steps: Set<JSONNumber> = []
  /// What texts have to match.
  private(set) var patterns: Set<String> = []
  /// Tells whether no element may be there twice.
  private(set) var isUnique = false

  /// A bound, and whether it is itself excluded.
  struct Bound: Equatable {
    var number: JSONNumber
    var isExclusive = false

    /// Tells whether this lets less through than `other`.
    func isStricter(than other: Bound, isLower: Bool) -> Bool {
      if number == other.number { return isExclusive && !other.isExclusive }
      return isLower ? number > other.number : number < other.number
    }
  }

  static let allKinds: Set<String> = [
    "array", "boolean", "fraction", "integer", "object", "string",
  ]

  /// The keywords of bounds, and of what kind the values are that they bound.
  static let lowerBounds = ["minimum", "minLength", "minItems", "minProperties", "minContains"]
  static let upperBounds = ["maximum", "maxLength", "maxItems", "maxProperties", "maxContains"]

  init(of all: Conjunction) {
    for part in all.parts {
      if let types = Self.kinds(of: part["type"]) { kinds.formIntersection(types) }
      if let list = Self.list(in: part) {
        values = (values ?? list).filter { list.contains($0) && !$0.isNull }
      }
    }
    if all.isImpossible { kinds = [] }
    values = values?.filter { kinds.contains($0.kind) }
    if let listed = values {
      // What else is said of listed values only takes some of them away.
      if all.parts.contains(where: { !Self.refusals.isDisjoint(with: $0.keys) }),
        let validator = all.validator
      {
        values = listed.filter(validator.isValid)
      }
    } else {
      for part in all.parts { add(part) }
    }
  }

  /// The values that a part lists, be it as alternatives of which each is a value or a list of them.
  private static func list(in part: JSONObject) -> [JSON]? {
    if let list = part["enum"]?.array ?? part["const"].map({ [$0] }) { return list }
    guard let branches = (part["anyOf"] ?? part["oneOf"])?.array, !branches.isEmpty else {
      return nil
    }
    var values: [JSON] = []
    for branch in branches {
      guard let list = branch["enum"]?.array ?? branch["const"].map({ [$0] }) else { return nil }
      values += list.filter { !values.contains($0) }
    }
    return values
  }

  /// What may refuse a value besides its type and the list.
  private static let refusals = Set(
    lowerBounds + upperBounds + [
      "$ref", "additionalProperties", "anyOf", "contains", "exclusiveMaximum", "exclusiveMinimum",
      "if", "items", "multipleOf", "not", "oneOf", "pattern", "prefixItems", "properties",
      "required", "uniqueItems",
    ])

  /// The kinds of a `type`; `nil` where it says nothing.
  static func kinds(of type: JSON?) -> Set<String>? {
    guard let names = type?.array ?? type.map({ [$0] }) else { return nil }
    return Set(
      names.compactMap(\.string).flatMap { $0 == "number" ? ["integer", "fraction"] : [$0] }
    ).subtracting(["null"])
  }

  private mutating func add(_ part: JSONObject) {
    for (keywords, isLower) in [(Self.lowerBounds, true), (Self.upperBounds, false)] {
      for keyword in keywords where !kinds.isDisjoint(with: Self.kinds(boundBy: keyword)) {
        for bound in bounds(keyword, isLower, in: part) { tighten(keyword, isLower, bound) }
      }
    }
    if takesNumbers, let step = part["multipleOf"]?.number, step != 1 || kinds.contains("fraction")
    {
      steps.insert(step)
    }
    if kinds.contains("string"), let pattern = part["pattern"]?.string { patterns.insert(pattern) }
    if kinds.contains("array"), part["uniqueItems"] == true { isUnique = true }
  }

  private var takesNumbers: Bool { kinds.contains("integer") || kinds.contains("fraction") }

  private static func kinds(boundBy keyword: String) -> Set<String> {
    switch keyword.dropFirst(3) {
    case "imum": ["integer", "fraction"]
    case "Length": ["string"]
    case "Properties": ["object"]
    default: ["array"]
    }
  }

  private func bounds(_ keyword: String, _ isLower: Bool, in part: JSONObject) -> [Bound] {
    var found = [Bound]()
    let exclusive = isLower ? part["exclusiveMinimum"] : part["exclusiveMaximum"]
    let isOfNumbers = keyword.hasSuffix("imum")
    if let number = part[keyword]?.number {
      // OpenAPI 3.0 says with a boolean whether the bound is excluded.
      found.append(Bound(number: number, isExclusive: isOfNumbers && exclusive == true))
    }
    if isOfNumbers, let number = exclusive?.number {
      found.append(Bound(number: number, isExclusive: true))
    }
    // Nothing is shorter than nothing, and without a word of it one has to be contained.
    if !isOfNumbers, isLower {
      let usual = keyword == "minContains" ? 1 : 0
      found.removeAll { $0.number == JSONNumber(usual) }
    }
    return found.map { whole($0, isLower) }
  }

  /// An excluded bound of integers is the next integer.
  private func whole(_ bound: Bound, _ isLower: Bool) -> Bound {
    guard bound.isExclusive, !kinds.contains("fraction"), let number = bound.number.int,
      number > Int.min, number < Int.max
    else { return bound }
    return Bound(number: JSONNumber(isLower ? number + 1 : number - 1))
  }

  private mutating func tighten(_ keyword: String, _ isLower: Bool, _ bound: Bound) {
    guard let other = bounds[keyword], !bound.isStricter(than: other, isLower: isLower) else {
      bounds[keyword] = bound
      return
    }
  }
}

extension JSON {
  /// Of what kind a value is, as an ``Effect`` tells kinds apart.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number): number.isInteger ? "integer" : "fraction"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
