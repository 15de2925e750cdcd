/// In what a value misses one of several schemas of which it had to keep one.
struct SchemaMiss {
  let violations: [SchemaViolation]
  private let schema: JSON
  private let path: [String]

  /// - Parameters:
  ///   - schema: The schema as it is written.
  ///   - path: Where the value is.
  init(_ violations: [SchemaViolation], of schema: JSON, at path: [String]) {
    self.violations = violations
    self.schema = schema
    self.path = path
  }

  /// The members that the schema speaks of.
  private var names: Set<String> {
    Set((schema["properties"]?.object ?? [:]).keys)
      .union((schema["required"]?.array ?? []).compactMap(\.string))
  }

  /// What is wrong with `value`, by the schemas that it comes closest to; nothing where that could be
  /// several that have nothing in common.
  static func closest(of misses: [SchemaMiss], to value: JSON) -> [SchemaViolation] {
    let ofKind = misses.filter { !$0.violations.isEmpty && !$0.isOfAnotherKind }
    let tagged = ofKind.filter { !$0.hasAnotherTag }
    if tagged.count == 1 { return tagged[0].violations }
    let likely = tagged.isEmpty ? ofKind : tagged
    // What all of them forbid is wrong whichever was meant.
    if likely.count > 1, let found = commonChoice(of: likely, in: value) { return [found] }
    guard let best = likely.map(\.distance).min(by: <) else { return [] }
    let closest = likely.filter { $0.distance == best }
    if closest.allSatisfy({ $0.violations.count == 1 }),
      let found = commonChoice(of: closest, in: value)
    {
      return [found]
    }
    guard let object = value.object else { return [] }
    let counts = Dictionary(likely.flatMap { $0.names.map { ($0, 1) } }, uniquingKeysWith: +)
    let own = object.map(\.key).filter { counts[$0] == 1 }
    // What the value has of one of them alone shows that this one was meant.
    let meant = closest.filter { miss in
      let names = miss.names
      return own.contains(where: names.contains)
    }
    return meant.count == 1 ? meant[0].violations : []
  }

  /// Tells whether the schema is for values of another kind: the value itself has the wrong type.
  private var isOfAnotherKind: Bool {
    violations.contains {
      depth(of: $0) == 0 && ["type", "const", "enum", "false"].contains($0.rule)
    }
  }

  /// Tells whether a member by which such values are told apart is another one.
  private var hasAnotherTag: Bool {
    violations.contains { depth(of: $0) == 1 && $0.rule == "const" }
  }

  /// The progress of the value from the schema: by how many choices, by how much else, and by how
  /// early a choice. People choose first what they name first.
  private var distance: (Int, Int, Int) {
    let choices = violations.filter(isChoice)
    let names = (schema["properties"]?.object ?? [:]).map(\.key)
    let first = choices.compactMap { member(of: $0).flatMap(names.firstIndex) }.min()
    return (choices.count, violations.count - choices.count, -(first ?? names.count))
  }

  /// The choice that is wrong by each of `misses`, with what each allows.
  private static func commonChoice(
    of misses: [SchemaMiss], in value: JSON
  ) -> SchemaViolation? {
    guard let first = misses.first else { return nil }
    let shared = first.violations.first { candidate in
      misses.allSatisfy { miss in
        miss.violations.contains {
          $0.instancePath == candidate.instancePath && miss.isChoice($0)
        }
      }
    }
    guard let shared else { return nil }
    let allowed = misses.flatMap(\.violations)
      .filter { $0.instancePath == shared.instancePath }.map(\.allowed)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .excerpt(of: 12, "or")
    let agreements = Set(misses.map { $0.agreement(with: value) })
    let condition = agreements.count == 1 ? agreements.first ?? "" : ""
    return SchemaViolation(
      instancePath: shared.instancePath, schemaPath: shared.schemaPath, rule: shared.rule,
      found: shared.found, allowed: allowed,
      message: "\(shared.instancePath) is \(shared.found); allowed\(condition): \(allowed)")
  }

  /// The choices of the schema that the value has made: ` with quality "standard"`.
  private func agreement(with value: JSON) -> String {
    let wrong = Set(violations.compactMap(member))
    let made = (schema["properties"]?.object ?? [:]).compactMap { name, property -> String? in
      guard !wrong.contains(name), property["const"] != nil || property["enum"] != nil,
        let found = value[name]
      else { return nil }
      return "\(name) \(found.excerpt(of: 40))"
    }
    return made.isEmpty ? "" : " with \(made.listed("and"))"
  }

  private func isChoice(_ violation: SchemaViolation) -> Bool {
    depth(of: violation) == 1 && ["const", "enum"].contains(violation.rule)
  }

  private func member(of violation: SchemaViolation) -> String? {
    violation.instancePath.tokens.dropFirst(path.count).first
  }

  private func depth(of violation: SchemaViolation) -> Int {
    violation.instancePath.tokens.count - path.count
  }
}
