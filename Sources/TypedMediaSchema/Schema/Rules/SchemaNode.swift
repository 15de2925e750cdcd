/// A compiled schema: the rules that it lays down, and where it is written.
final class SchemaNode: Sendable {
  /// The schema itself, for explanations.
  let schema: JSON
  /// The place where it is.
  private let place: SchemaPlace
  /// The resource that it belongs to.
  let resource: Int
  /// What it demands; a rule that looks at what others have evaluated comes last.
  let rules: [SchemaRule]
  /// Tells whether `null` is valid whatever the rules say, as OpenAPI's `nullable` has it.
  let acceptsNull: Bool
  /// Tells whether one of the rules looks at what others have evaluated.
  let looksAtEvaluated: Bool
  /// The number of steps that it takes to look at a value by this schema, without the schemas
  /// inside.
  let cost: Int

  init(
    schema: JSON, place: SchemaPlace, resource: Int, rules: [SchemaRule],
    acceptsNull: Bool = false
  ) {
    self.schema = schema
    self.place = place
    self.resource = resource
    self.rules = rules
    self.acceptsNull = acceptsNull
    cost = 1 + rules.reduce(0) { $0 + $1.length } / 16
    looksAtEvaluated = rules.contains { rule in
      switch rule {
      case .unevaluatedItems, .unevaluatedProperties: true
      default: false
      }
    }
  }

  /// The place where it is, in its document.
  var pointer: JSONPointer { place.pointer }

  /// Tells whether nothing is valid.
  var isNever: Bool { schema.bool == false }
}

/// A schema and all that it refers to, compiled; a class, so that it is one pointer to copy.
final class SchemaProgram: Sendable {
  /// The nodes, which refer to each other by their index. The first is the schema itself.
  let nodes: [SchemaNode]
  /// For each resource, the nodes that its dynamic anchors name.
  let dynamicAnchors: [[String: Int]]
  /// Tells whether what a reference means depends on the path on which it is reached.
  let isDynamic: Bool
  /// After how many steps a check is given up.
  let maximumSteps: Int
  /// The same in numbers, for a judge in a hurry, where it can be said in them.
  let judgeProgram: JudgeProgram?

  init(
    nodes: [SchemaNode], dynamicAnchors: [[String: Int]], isDynamic: Bool, maximumSteps: Int
  ) {
    self.nodes = nodes
    self.dynamicAnchors = dynamicAnchors
    self.isDynamic = isDynamic
    self.maximumSteps = maximumSteps
    judgeProgram =
      isDynamic ? nil : JudgeProgramBuilder.program(of: nodes, maximumSteps: maximumSteps)
  }
}

extension SchemaProgram {
  /// Tells whether each node can be reached in several ways, so that one value may come to it again
  /// and again.
  var isShared: [Bool] {
    // The first is reached from outside.
    var ways = [Int](repeating: 0, count: nodes.count)
    if !ways.isEmpty { ways[0] = 1 }
    for schema in nodes.lazy.flatMap(\.rules).flatMap(\.schemas) { ways[schema] += 1 }
    for schema in dynamicAnchors.lazy.flatMap(\.values) { ways[schema] += 2 }
    return ways.map { $0 > 1 }
  }
}

extension [SchemaNode] {
  /// Tells whether a schema can lead back to itself for the same value.
  var isCircular: Bool {
    // Without a reference, each schema is inside another.
    guard contains(where: \.hasReference) else { return false }
    var states = [UInt8](repeating: 0, count: count)
    for start in indices where states[start] == 0 {
      var path = [(node: start, next: self[start].schemasOfSameValue[...])]
      states[start] = 1
      while let last = path.indices.last {
        guard let next = path[last].next.popFirst() else {
          states[path[last].node] = 2
          path.removeLast()
          continue
        }
        if states[next] == 1 { return true }
        guard states[next] == 0 else { continue }
        states[next] = 1
        path.append((next, self[next].schemasOfSameValue[...]))
      }
    }
    return false
  }
}

extension SchemaNode {
  fileprivate var hasReference: Bool {
    rules.contains { rule in
      switch rule {
      case .reference, .dynamicReference: true
      default: false
      }
    }
  }

  /// The schemas that the same value is held against.
  fileprivate var schemasOfSameValue: [Int] {
    rules.flatMap { rule -> [Int] in
      switch rule {
      case .dependentSchemas, .reference, .dynamicReference, .allOf, .anyOf, .oneOf, .not,
        .condition:
        rule.schemas
      default: []
      }
    }
  }
}
