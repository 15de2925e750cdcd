/// The Swift of what a model answers: a view, in which everything has a property.
package struct OutputBlueprint: Hashable, Sendable {
  /// The type's name: `Output`, or what is made of a property's.
  var name: String
  /// The lines of the type's doc comment.
  var documentation: [String]
  /// The kind of asset.
  var body: Body
  /// The types that are declared in it.
  var nested: [OutputBlueprint] = []

  /// The content of a type of an answer.
  package enum Body: Hashable, Sendable {
    /// A view of an object, or of a value that is read as a whole.
    case view([Property])
    /// Words of which a service may have more.
    case words([TypeBlueprint.Value])
  }

  /// One property.
  package struct Property: Hashable, Sendable {
    /// The name in Swift.
    var name: String
    /// The lines of the doc comment.
    var documentation: [String]
    /// The member that it reads; `nil` for all of the answer.
    var key: String?
    /// What is read.
    var reading: Reading
    /// Tells whether the service advises against it.
    var isDeprecated = false
  }

  /// A way of reading a member.
  package enum Reading: Hashable, Sendable {
    /// One value, or none.
    case value(Element)
    /// A list, of those elements that can be read.
    case list(Element)
    /// An object whose members have any names.
    case members(Element)
    /// A text that comes in pieces.
    case text
  }

  /// A kind of value.
  package indirect enum Element: Hashable, Sendable {
    /// A file.
    case file
    /// A type of Swift's, Foundation's or TypedMedia's.
    case plain(String)
    /// A type that is declared here.
    case named(String)
    /// A list in a list or an object.
    case list(Element)
  }
}

extension OutputBlueprint {
  /// The names of the types from elsewhere that are named in it.
  var referredNames: [String] {
    var names: [String] = nested.flatMap(\.referredNames)
    if case .view(let properties) = body { names += properties.compactMap(\.reading.plainName) }
    return names
  }
}

extension OutputBlueprint.Reading {
  fileprivate var plainName: String? {
    switch self {
    case .value(let element), .list(let element), .members(let element): element.plainName
    case .text: nil
    }
  }
}

extension OutputBlueprint.Element {
  fileprivate var plainName: String? {
    switch self {
    case .plain(let name): name
    case .list(let inner): inner.plainName
    case .file, .named: nil
    }
  }
}
