import TypedMediaGenerator
import TypedMediaSchema

/// The documents that a model's schemas are in, before and after.
struct DocumentPair {
  /// Tells whether they are written differently.
  let differ: Bool
  /// Tells whether a reference leads to the same in both.
  let haveSameDefinitions: Bool

  /// The members of a request of which nothing can be different but how they are declared: their
  /// schemas are written in one place, and there alike.
  private let sameMembers: Set<String>
  /// Those of them that refer to nothing, where members are declared in one place alone.
  private let independentMembers: Set<String>

  private static let definitions = ["$defs", "components", "definitions"]

  init(_ oldModel: ModelSource, _ newModel: ModelSource) {
    let (old, new) = (oldModel.schemaDocument, newModel.schemaDocument)
    differ = old != new
    haveSameDefinitions =
      !differ
      || Self.definitions.allSatisfy { old[$0] == new[$0] }
        && old.refersToDefinitionsAlone && new.refersToDefinitionsAlone
    let members = (old[oldModel.schemaPointer]?.ownMembers, new[newModel.schemaPointer]?.ownMembers)
    guard haveSameDefinitions, let before = members.0, let after = members.1 else {
      (sameMembers, independentMembers) = ([], [])
      return
    }
    sameMembers = Set(before.lazy.filter { after[$0.key] == $0.value }.map(\.key))
    let areDeclaredThereAlone = oldModel.ownMembers != nil && newModel.ownMembers != nil
    independentMembers =
      areDeclaredThereAlone ? sameMembers.filter { before[$0]?.standsAlone == true } : []
  }

  /// The members of a request of which nothing is different, neither in the schemas nor in Swift.
  ///
  /// - Parameters:
  ///   - oldRequired: The names of the members that had to be there.
  ///   - newRequired: The names of the members that have to be there.
  func unchangedMembers(
    from old: TypeBlueprint, requiring oldRequired: Set<String>, to new: TypeBlueprint,
    requiring newRequired: Set<String>
  ) -> Set<String> {
    guard !independentMembers.isEmpty else { return [] }
    let (before, after) = (old.memberDeclarations, new.memberDeclarations)
    return independentMembers.filter { name in
      guard let declaration = before[name], let other = after[name] else { return false }
      return declaration.property == other.property && declaration.type == other.type
        && oldRequired.contains(name) == newRequired.contains(name)
    }
  }

  /// Tells whether nothing is different between two places but, at most, how they are declared.
  func areSame(_ old: Place, _ new: Place) -> Bool {
    guard case .property(let name)? = new.path.first, sameMembers.contains(name) else {
      return false
    }
    return old.path == new.path && old.isRequired == new.isRequired && old.type == new.type
  }
}

extension TypeBlueprint {
  /// The properties that stand for one member each, and the types that are declared for them, by the names
  /// of the members.
  fileprivate var memberDeclarations: [String: (property: Property, type: TypeBlueprint?)] {
    guard case .structure(let properties) = body else { return [:] }
    let types = Dictionary(nested.map { ($0.name, $0) }) { first, _ in first }
    return properties.reduce(into: [:]) { declarations, property in
      switch property.coding {
      case .member(let key), .element(let key), .emptiable(let key), .nullable(let key),
        .explicit(let key), .constant(let key, _):
        declarations[key] = (property, types[property.type.name])
      case .rest, .group, .inside: break
      }
    }
  }
}

extension JSON {
  private static let starts = ["#/$defs/", "#/components/", "#/definitions/"]

  /// The members of an object of which nothing but `properties` speaks; `nil` where others may.
  fileprivate var ownMembers: JSONObject? {
    let others = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf"]
    guard let object, !others.contains(where: object.contains) else { return nil }
    return object["properties"]?.object
  }

  /// Tells whether all references in it lead to definitions.
  fileprivate var refersToDefinitionsAlone: Bool {
    switch self {
    case .object(let object):
      object.allSatisfy { key, value in
        switch key {
        case "$ref":
          value.string.map { text in Self.starts.contains { text.hasPrefix($0) } } ?? true
        case "$dynamicRef", "$recursiveRef", "$id": false
        default: value.refersToDefinitionsAlone
        }
      }
    case .array(let elements): elements.allSatisfy(\.refersToDefinitionsAlone)
    default: true
    }
  }
}
