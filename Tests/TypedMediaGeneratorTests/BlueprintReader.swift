import TypedMediaGenerator
import TypedMediaSchema

/// Reads bodies as the generated code does, from the blueprints that the code is made of.
struct BlueprintReader {
  /// The types that can be referred to, the innermost last.
  private var scope: [TypeBlueprint]

  init(_ request: TypeBlueprint) { scope = [request] + request.nested }

  private init(scope: [TypeBlueprint]) { self.scope = scope }

  /// Whether the request takes `body`.
  func takes(_ body: JSON) -> Bool {
    guard let object = body.object, let request = scope.first else { return false }
    return keys(of: request, in: object).map { Set($0).isSuperset(of: object.significantKeys) }
      ?? false
  }

  private func takes(_ value: JSON, as type: TypeReference) -> Bool {
    switch type {
    case .array(let element):
      return value.array?.allSatisfy { takes($0, as: element) } ?? false
    case .dictionary(let element):
      return value.object?.allSatisfy { takes($0.value, as: element) } ?? false
    case .nullable(let inner): return value.isNull || takes(value, as: inner)
    case .named("String"), .named("URL"), .named("UUID"), .named("Date"): return value.string != nil
    case .named("Int"): return value.int != nil
    case .named("UInt64"): return value.number?.isInteger == true
    case .named("Double"), .named("Decimal"): return value.number != nil
    case .named("Bool"): return value.bool != nil
    case .named("JSON"): return true
    case .named(let name):
      guard let type = scope.last(where: { $0.name == name }) else { return false }
      return BlueprintReader(scope: scope + type.nested).takes(value, as: type)
    }
  }

  private func takes(_ value: JSON, as type: TypeBlueprint) -> Bool {
    switch type.body {
    case .values(_, let values): return values.contains { $0.value == value }
    case .openValues: return value.string != nil
    case .union(let alternatives) where type.members == nil:
      return alternatives.contains { alternative in
        alternative.constant.map { $0 == value } ?? takes(value, as: alternative.type)
      }
    case .tuple(let properties):
      guard let elements = value.array, elements.count <= properties.count else { return false }
      return zip(properties, elements).allSatisfy { takes($1, as: $0.type) }
        && properties.dropFirst(elements.count).allSatisfy { !$0.isRequired }
    case .structure, .choice, .union:
      guard let object = value.object, let keys = keys(of: type, in: object) else { return false }
      return Set(keys).isSuperset(of: object.significantKeys)
    case .alias: return false
    }
  }

  /// The members of `object` that `type` reads; `nil` where it does not take them.
  private func keys(of type: TypeBlueprint, in object: JSONObject) -> [String]? {
    switch type.body {
    case .structure(let properties): return keys(of: properties, in: object)
    case .choice(let choices):
      return choices.lazy.compactMap { keys(of: $0.members, in: object) }.max {
        $0.count < $1.count
      }
    case .union(let alternatives):
      var members = object
      switch type.members {
      case .these(let keys)?:
        for key in object.keys where !keys.contains(key) { members[key] = nil }
      case .allBut(let keys)?: for key in keys { members[key] = nil }
      case nil: break
      }
      let isTaken = alternatives.contains { takes(.object(members), as: $0.type) }
      return isTaken ? members.keys : nil
    default: return nil
    }
  }

  private func keys(of properties: [TypeBlueprint.Property], in object: JSONObject) -> [String]? {
    var keys: [String] = []
    for property in properties {
      guard let own = self.keys(of: property, property.coding, in: object) else { return nil }
      keys += own
    }
    return keys
  }

  private func keys(
    of property: TypeBlueprint.Property, _ coding: TypeBlueprint.Coding, in object: JSONObject
  ) -> [String]? {
    switch coding {
    case .member(let key), .explicit(let key), .nullable(let key):
      guard let value = object[key] else { return property.isRequired ? nil : [] }
      let isNull = value.isNull && (property.isLenient || coding == .nullable(key))
      return isNull || takes(value, as: property.type) ? [key] : nil
    case .element(let key):
      guard let value = object[key], !value.isNull else { return property.isRequired ? nil : [key] }
      return (value.array?.count ?? 2) <= 1 && takes(value, as: .array(property.type)) ? [key] : nil
    case .emptiable(let key):
      return takes(object[key] ?? nil, as: .array(property.type)) ? [key] : nil
    case .constant(let key, let value): return object[key] == value ? [key] : nil
    case .inside(let key, let inner):
      guard let object = object[key]?.object else { return nil }
      return keys(of: property, inner, in: object).map { _ in [key] }
    case .rest(let known):
      let others = object.filter { !known.contains($0.key) }
      guard case .dictionary(let element) = property.type,
        others.allSatisfy({ takes($0.value, as: element) })
      else { return nil }
      return others.map(\.key)
    case .group(let known):
      guard let type = scope.last(where: { $0.name == property.type.name }) else { return nil }
      let isThere = type.members != nil || known.contains { object[$0].map { !$0.isNull } ?? false }
      guard property.isRequired || isThere else { return known }
      return BlueprintReader(scope: scope + type.nested).keys(of: type, in: object)
    }
  }
}

extension JSONObject {
  /// The names of the members that say something.
  fileprivate var significantKeys: [String] {
    filter { !$0.value.isNull && $0.value.array?.isEmpty != true }.map(\.key)
  }
}
