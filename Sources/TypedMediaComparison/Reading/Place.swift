import TypedMediaGenerator
import TypedMediaSchema

/// One place in a model's requests: what the schema says of it, and how it is written in Swift.
struct Place {
  /// The way that one gets there from the request.
  let path: [Step]
  /// What the schema says.
  let schema: SchemaView
  /// Tells whether it has to be there.
  let isRequired: Bool
  /// The way that it is declared; `nil` where Swift has nothing to declare.
  let declaration: Declaration?
  /// The type that it has, where the request declares one for it.
  let type: TypeBlueprint?
  /// The way that the default is declared, where there is a list of values.
  var defaultDeclaration: String?

  /// One step of a path.
  enum Step: Hashable {
    case property(String)
    /// To an element of a list.
    case element
    /// To a value of an object whose members have any name.
    case member
    /// To the element at this place of a list of fixed length.
    case position(Int)
    /// To one of several types, by what it is known by.
    case alternative(String)
  }
}

extension [Place.Step] {
  /// The path as it is printed: `references[].url`.
  var spelling: String {
    reduce(into: "") { text, step in
      switch step {
      case .property(let name): text += text.isEmpty ? name : ".\(name)"
      case .element: text += "[]"
      case .member: text += "{}"
      case .position(let index): text += "[\(index)]"
      case .alternative(let label): text += "|\(label)"
      }
    }
  }
}

extension Place {
  /// The values of which it takes one; `nil` where they are not listed.
  var values: [JSON]? { schema["enum"]?.array ?? schema["const"].map { [$0] } }

  /// The way that the value is declared; `nil` where Swift has no name for it.
  func declaration(of value: JSON) -> String? {
    switch type?.body {
    case .values(_, let values):
      values.first { $0.value == value }.map { "case \(Reserved.escaped($0.name))" }
    case .openValues(let values):
      values.first { $0.value == value }.map { "static let \(Reserved.escaped($0.name))" }
    default: nil
    }
  }

  /// The way that a value that is gone is declared; `nil` where nothing is left of it.
  func retiredDeclaration(of value: JSON) -> String? {
    type?.retiredValues.first { $0.value == value }.map {
      "@available(*, unavailable) static var \(Reserved.escaped($0.name))"
    }
  }

  /// The values of which the schema says that they are gone.
  var retiredValues: [JSON] {
    (schema[Retirement.valuesKeyword]?.array ?? []).compactMap { $0["value"] }
  }

  /// The parameters of the initializer, where the place has a struct.
  var parameters: [String]? {
    guard case .structure(let properties) = type?.body else { return nil }
    return properties.filter(\.isStored).map(\.name)
  }
}
