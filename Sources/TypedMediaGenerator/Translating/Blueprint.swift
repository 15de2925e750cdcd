import TypedMediaSchema

/// How a model reads in Swift: every decision, and no text.
struct ModelBlueprint {
  /// The name of the file that it was read from, as the header gives it.
  var source: String
  /// The model's name, as it is sent.
  var modelName: String
  /// The request.
  var type: TypeBlueprint
  /// The record, as it is embedded.
  var embeddedRecord: String
}

/// A type to declare.
struct TypeBlueprint: Hashable {
  var name: String
  /// The lines of its doc comment; empty ones part paragraphs.
  var documentation: [String]
  var body: Body
  /// Types declared in it.
  var nested: [TypeBlueprint] = []
  /// Whether its name was asked for. It is then declared once, outside of the requests.
  var isNamed = false

  enum Body: Hashable {
    /// Properties, required ones first.
    case structure([Property])
    /// Values of a closed list.
    case values(RawType, [Value], default: String?)
    /// Groups of members of which exactly one is there.
    case choice([Choice])
    /// Another name for a type that is declared elsewhere.
    case alias(String)
  }

  enum RawType: String, Hashable {
    case string = "String"
    case integer = "Int"
    case number = "Double"
  }

  /// One value of a closed list.
  struct Value: Hashable {
    var name: String
    var value: JSON
  }

  /// One of the groups of a choice: the first member names the case.
  struct Choice: Hashable {
    var name: String
    var members: [Property]
  }

  /// A property, or a member of a choice.
  struct Property: Hashable {
    var name: String
    var documentation: [String] = []
    var type: TypeReference
    var isRequired: Bool
    var coding: Coding
  }

  /// How a property is spelled in JSON.
  enum Coding: Hashable {
    /// As the member of this name.
    case member(String)
    /// As the only element of the list of this name.
    case element(String)
    /// As all of these members.
    case group([String])
    /// Always with this value: there is no property in Swift.
    case constant(String, JSON)
  }
}

/// A type as it is written where it is used.
indirect enum TypeReference: Hashable {
  case named(String)
  case array(TypeReference)
  case dictionary(TypeReference)

  /// The Swift spelling.
  var spelling: String {
    switch self {
    case .named(let name): name
    case .array(let element): "[\(element.spelling)]"
    case .dictionary(let value): "[String: \(value.spelling)]"
    }
  }

  /// The name at its core.
  var name: String {
    switch self {
    case .named(let name): name
    case .array(let inner), .dictionary(let inner): inner.name
    }
  }

  /// The same with another name at its core.
  func renamed(_ rename: (String) -> String) -> TypeReference {
    switch self {
    case .named(let name): .named(rename(name))
    case .array(let inner): .array(inner.renamed(rename))
    case .dictionary(let inner): .dictionary(inner.renamed(rename))
    }
  }
}

extension TypeBlueprint.Body {
  /// The same, with other names for the types that it refers to.
  func renamingTypes(_ rename: (String) -> String) -> Self {
    func renamed(_ properties: [TypeBlueprint.Property]) -> [TypeBlueprint.Property] {
      properties.map { property in
        var property = property
        property.type = property.type.renamed(rename)
        return property
      }
    }
    return switch self {
    case .structure(let properties): .structure(renamed(properties))
    case .choice(let choices):
      .choice(choices.map { .init(name: $0.name, members: renamed($0.members)) })
    case .values, .alias: self
    }
  }
}

extension TypeBlueprint {
  /// Everything that is in the type, as text that is the same on every machine.
  var signature: String {
    let parts =
      switch body {
      case .structure(let properties): properties.map(\.signature)
      case .choice(let choices):
        choices.map { "\($0.name)(\($0.members.map(\.signature).joined(separator: ",")))" }
      case .values(_, let values, let defaultName):
        values.map { "\($0.name)=\($0.value.text())" } + [defaultName ?? ""]
      case .alias(let target): [target]
      }
    return "\(name){\((parts + nested.map(\.signature)).joined(separator: ";"))}"
  }
}

extension TypeBlueprint.Property {
  fileprivate var signature: String {
    let key =
      switch coding {
      case .member(let key): key
      case .element(let key): "[\(key)]"
      case .group(let keys): "{\(keys.joined(separator: ","))}"
      case .constant(let key, let value): "\(key)=\(value.text())"
      }
    return "\(name):\(type.spelling):\(isRequired):\(key):\(documentation.joined(separator: " "))"
  }
}
