/// Names that generated code cannot use for something of its own.
package enum Reserved {
  /// `name` as a property or case: with back-quotes where Swift asks for them, and a word longer where
  /// even those do not help.
  static func member(_ name: String) -> String { taken.contains(name) ? name + "Value" : name }

  /// `name` as it is written in a declaration or an expression.
  package static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// Tells whether `name` needs back-quotes as the label of an argument too.
  static func isEscapedAsLabel(_ name: String) -> Bool { ["inout", "let", "var"].contains(name) }

  /// Tells whether `name` is what every generated type has a member of, or what Swift keeps for
  /// itself.
  static func isTaken(member name: String) -> Bool { taken.contains(name) }

  /// Tells whether `name` is a type that generated code uses, or what Swift keeps for itself.
  static func isTaken(type name: String) -> Bool { types.contains(name) }

  /// Tells whether `name` has a meaning of its own in Swift, so that no module is called so.
  static func isKeyword(_ name: String) -> Bool {
    keywords.contains(name) || ["Any", "Protocol", "Self", "Type", "init", "self"].contains(name)
  }

  /// `name` as a nested type.
  static func type(_ name: String) -> String { types.contains(name) ? name + "Value" : name }

  /// Members that every generated type has, the name of the object that it is read from, and what Swift
  /// keeps for itself.
  private static let taken: Set<String> = [
    "Type", "Protocol", "Self", "self", "init", "json", "description", "debugDescription", "hash",
    "hashValue", "encode", "object", "snapshot", "violations", "validate",
    "validatedBody", "rawValue", "allCases", "_texts",
  ]

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
    "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "inout", "internal", "is",
    "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "some", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Types that generated code uses, and names that Swift keeps for itself.
  private static let types: Set<String> = [
    "Any", "Array", "Bool", "ClosedValue", "Codable", "CodingKeys", "CustomStringConvertible",
    "Date", "Decimal", "Dictionary", "Double", "Foundation", "GenerationRequest", "Hashable",
    "Int", "JSON", "JSONCodable", "JSONMembers", "JSONMismatch", "JSONNumber", "JSONObject",
    "JSONObjectConvertible", "MediaFile", "ModelOutput", "ModelSnapshot", "Nullable", "OpenValue",
    "Optional", "Output",
    "Protocol",
    "Self", "ServiceClient", "SnapshotStamp", "String", "Swift", "Type", "TypedMedia", "UInt64",
    "URL", "UUID",
    "Void",
  ]
}
