import TypedMediaSchema

/// The documents that a model's schemas are in, before and after.
struct DocumentPair {
  /// Whether they are written differently.
  let differ: Bool
  /// Whether a reference leads to the same in both.
  let haveSameDefinitions: Bool

  private static let definitions = ["$defs", "components", "definitions"]

  init(_ old: JSON, _ new: JSON) {
    differ = old != new
    haveSameDefinitions =
      !differ
      || Self.definitions.allSatisfy { old[$0] == new[$0] }
        && old.refersToDefinitionsAlone && new.refersToDefinitionsAlone
  }
}

extension JSON {
  private static let starts = ["#/$defs/", "#/components/", "#/definitions/"]

  /// Whether all references in it lead to definitions.
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
