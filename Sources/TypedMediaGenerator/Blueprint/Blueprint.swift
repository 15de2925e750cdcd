package import TypedMediaSchema

/// The Swift of a model: every decision, and no text.
package struct ModelBlueprint: Sendable {
  /// The file that it was read from.
  package var path: String
  /// The name of the file, as the header gives it.
  package var source: String
  /// The model's name, as it is sent.
  package var modelName: String
  /// The request.
  package var type: TypeBlueprint
  /// The type of what the model answers; `nil` where that is not said, or no type is made of it.
  package var output: OutputBlueprint?
  /// The notice that the service has the model no longer; `nil` for one that it has.
  package var retirement: RetirementNotice?
  /// The record, as it is embedded.
  package var embeddedRecord: String
  /// The Swift names that are not as the names that are sent, as they are embedded.
  package var embeddedNames: String
}

/// A type to declare.
package struct TypeBlueprint: Hashable, Sendable {
  package var name: String
  /// The lines of its doc comment; empty ones part paragraphs.
  package var documentation: [String]
  package var body: Body
  /// Types declared in it.
  package var nested: [TypeBlueprint] = []
  /// Values that the service took until lately.
  package var retiredValues: [RetiredValue] = []
  /// Tells whether what is in its cases is kept elsewhere than in its values.
  package var isIndirect = false
  /// Tells whether its name was asked for. It is then declared once, outside of the requests.
  package var isNamed = false
  /// The members of an object that a union stands for; `nil` for one that is a whole value.
  package var members: Members?

  /// Some of an object's members.
  package enum Members: Hashable, Sendable {
    /// Those of these names.
    case these([String])
    /// All but those of these names.
    case allBut([String])
  }

  package enum Body: Hashable, Sendable {
    /// Properties, required ones first.
    case structure([Property])
    /// Values of a closed list.
    case values(RawType, [Value])
    /// Groups of members of which exactly one is there.
    case choice([Choice])
    /// Any text, of which some is known.
    case openValues([Value])
    /// Values of which each is of one of several types.
    case union([Alternative])
    /// A list with a value of its own at each place.
    case tuple([Property])
    /// Another name for a type that is declared elsewhere.
    case alias(String)
  }

  package enum RawType: String, Hashable, Sendable {
    case string = "String"
    case integer = "Int"
    case number = "Double"
    /// Values of several kinds.
    case mixed = "JSON"
  }

  /// One of the types of a union.
  package struct Alternative: Hashable, Sendable {
    package var name: String
    package var documentation: [String]
    package var type: TypeReference
    /// The only value that it has, where it has one and the case says it all.
    package var constant: JSON?
  }

  /// One value of a closed list.
  package struct Value: Hashable, Sendable {
    package var name: String
    package var value: JSON
    /// The documentation besides its name.
    package var documentation: [String] = []
  }

  /// A value that the service took until lately: its name is kept, so that source that uses it is told
  /// what became of it.
  package struct RetiredValue: Hashable, Sendable {
    package var name: String
    package var value: JSON
    package var notice: RetirementNotice
    /// The value that stands in its place in code that is never run.
    var stand: String
  }

  /// One of the groups of a choice: the first member names the case.
  package struct Choice: Hashable, Sendable {
    package var name: String
    package var documentation: [String] = []
    package var members: [Property]
  }

  /// A property, or a member of a choice.
  package struct Property: Hashable, Sendable {
    package var name: String
    package var documentation: [String] = []
    package var type: TypeReference
    package var isRequired: Bool
    package var coding: Coding
    /// Tells whether its value is kept elsewhere than in the value that it is a property of.
    package var isIndirect = false
    /// Tells whether the service advises against it.
    package var isDeprecated = false
    /// Tells whether `null`, or an empty list for its only element, says the same as nothing.
    package var isLenient = false
    /// The name of the value that the service takes where none is sent; `nil` where it says none, or its
    /// values have no names. It belongs to the property: what is equal but for it is one type.
    package var defaultName: String?
  }

  /// The way that a property is spelled in JSON.
  package indirect enum Coding: Hashable, Sendable {
    /// As the member of this name.
    case member(String)
    /// As the only element of the list of this name.
    case element(String)
    /// As the only element of the list of this name, which is empty when there is no value.
    case emptiable(String)
    /// As the member of this name, which is `null` when there is no value.
    case nullable(String)
    /// As the member of this name, of which `null` and none are two things.
    case explicit(String)
    /// As all members but these.
    case rest([String])
    /// As all of these members.
    case group([String])
    /// Always with this value: there is no property in Swift.
    case constant(String, JSON)
    /// As it says, in the object of this name, which is not there in Swift.
    case inside(String, Coding)
  }
}
