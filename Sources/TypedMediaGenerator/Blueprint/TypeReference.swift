/// A type as it is written where it is used.
package indirect enum TypeReference: Hashable, Sendable {
  case named(String)
  case array(TypeReference)
  case dictionary(TypeReference)
  case nullable(TypeReference)

  /// The Swift spelling.
  package var spelling: String {
    switch self {
    case .named(let name): name
    case .array(let element): "[\(element.spelling)]"
    case .dictionary(let value): "[String: \(value.spelling)]"
    case .nullable(let value): "Nullable<\(value.spelling)>"
    }
  }

  /// The name at its core.
  package var name: String {
    switch self {
    case .named(let name): name
    case .array(let inner), .dictionary(let inner), .nullable(let inner): inner.name
    }
  }

  /// The name of the type whose value is in each of its values; `nil` where that is elsewhere in
  /// memory, as the elements of a list are.
  package var inlineName: String? {
    switch self {
    case .named(let name): name
    case .nullable(let inner): inner.inlineName
    case .array, .dictionary: nil
    }
  }

  /// The same with another name at its core.
  func renamed(_ rename: (String) -> String) -> TypeReference {
    switch self {
    case .named(let name): .named(rename(name))
    case .array(let inner): .array(inner.renamed(rename))
    case .dictionary(let inner): .dictionary(inner.renamed(rename))
    case .nullable(let inner): .nullable(inner.renamed(rename))
    }
  }
}
