/// The smallest request that a type can make: what has to be there, and nothing else.
///
/// What only the caller can have is a name to fill in: `url`, `uuid`, `date`.
struct SampleRequest {
  /// The code of an expression.
  private(set) var code = ""

  /// Past this, a type that contains itself would go on for ever.
  private static let greatestDepth = 8
  /// The longest expression that stays on one line.
  private static let longestLine = 80

  init(of request: TypeBlueprint) {
    guard case .structure(let properties) = request.body else { return }
    let arguments = arguments(for: properties, in: request.nested, depth: 0)
    let line = "\(request.name)(\(arguments.joined(separator: ", ")))"
    code =
      line.count <= Self.longestLine
      ? line : "\(request.name)(\n  \(arguments.joined(separator: ",\n  "))\n)"
  }

  private func arguments(
    for properties: [TypeBlueprint.Property], in scope: [TypeBlueprint], depth: Int
  ) -> [String] {
    properties.filter { $0.isStored && !$0.isOptional }.map { property in
      "\(property.name): \(value(of: property, in: scope, depth: depth))"
    }
  }

  private func value(
    of property: TypeBlueprint.Property, in scope: [TypeBlueprint], depth: Int
  ) -> String {
    property.defaultName.map { ".\($0)" }
      ?? value(of: property.type, named: property.name, in: scope, depth: depth)
  }

  private func value(
    of type: TypeReference, named name: String, in scope: [TypeBlueprint], depth: Int
  ) -> String {
    switch type {
    case .array(let element):
      return "[\(value(of: element, named: name, in: scope, depth: depth))]"
    case .dictionary: return "[:]"
    case .nullable: return ".null"
    case .named("String"):
      return name.lowercased().hasSuffix("prompt") ? "\"A tide pool at dawn\"" : "\"…\""
    case .named("Int"), .named("Double"), .named("UInt64"), .named("Decimal"): return "1"
    case .named("Bool"): return "true"
    case .named("JSON"): return "[:]"
    case .named("URL"): return "url"
    case .named("UUID"): return "uuid"
    case .named("Date"): return "date"
    case .named(let typeName):
      guard let declared = scope.last(where: { $0.name == typeName }), depth < Self.greatestDepth
      else { return "<#\(typeName)#>" }
      return value(of: declared, in: scope + declared.nested, depth: depth + 1)
    }
  }

  private func value(of type: TypeBlueprint, in scope: [TypeBlueprint], depth: Int) -> String {
    switch type.body {
    case .structure(let properties), .tuple(let properties):
      return ".init(\(arguments(for: properties, in: scope, depth: depth).joined(separator: ", ")))"
    case .values(_, let values): return ".\(values.first?.name ?? "")"
    case .openValues(let values): return values.first.map { ".\($0.name)" } ?? "\"…\""
    case .choice(let choices):
      guard let choice = choices.first else { return "" }
      let members = choice.members.filter { $0.isStored && $0.isRequired }
      let payload = members.enumerated().map { index, member in
        let value = value(of: member, in: scope, depth: depth)
        return index == 0 ? value : "\(member.name): \(value)"
      }
      return ".\(choice.name)" + (payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))")
    case .union(let alternatives):
      guard let first = alternatives.first else { return "" }
      if first.constant != nil { return ".\(first.name)" }
      return ".\(first.name)(\(value(of: first.type, named: first.name, in: scope, depth: depth)))"
    case .alias(let target): return "<#\(target)#>"
    }
  }
}
