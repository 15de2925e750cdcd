/// A compiled schema: the rules that it lays down, and where it is written.
final class SchemaNode: Sendable {
  /// The schema itself, for explanations.
  let schema: JSON
  /// Where it is, in its document.
  let pointer: JSONPointer
  /// The resource that it belongs to.
  let resource: Int
  /// What it demands; a rule that looks at what others have evaluated comes last.
  let rules: [SchemaRule]
  /// Whether `null` is valid whatever the rules say, as OpenAPI's `nullable` has it.
  let acceptsNull: Bool
  /// Whether one of the rules looks at what others have evaluated.
  let looksAtEvaluated: Bool

  init(
    schema: JSON, pointer: JSONPointer, resource: Int, rules: [SchemaRule],
    acceptsNull: Bool = false
  ) {
    self.schema = schema
    self.pointer = pointer
    self.resource = resource
    self.rules = rules
    self.acceptsNull = acceptsNull
    looksAtEvaluated = rules.contains { rule in
      switch rule {
      case .unevaluatedItems, .unevaluatedProperties: true
      default: false
      }
    }
  }

  /// Whether nothing is valid.
  var isNever: Bool { schema.bool == false }
}

/// A schema and all that it refers to, compiled.
struct SchemaProgram: Sendable {
  /// The nodes, which refer to each other by their index. The first is the schema itself.
  let nodes: [SchemaNode]
  /// For each resource, the nodes that its dynamic anchors name.
  let dynamicAnchors: [[String: Int]]
  /// Whether what a reference means depends on the path on which it is reached.
  let isDynamic: Bool
}
