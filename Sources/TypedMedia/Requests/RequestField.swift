import TypedMediaSchema

/// The facts that a form has to know of one property of a request.
///
/// ```swift
/// for field in Veo3_1.fields where !field.values.isEmpty {
///   picker(field.label, of: field.values, selected: field.defaultValue)
/// }
/// ```
public struct RequestField: Hashable, Sendable, Identifiable {
  /// A kind of value.
  public enum Kind: String, Hashable, Sendable {
    /// Any text, as far as ``RequestField/length`` and ``RequestField/pattern`` allow.
    case text
    /// An address.
    case url
    /// An instant, in ISO 8601.
    case date
    /// A UUID.
    case uuid
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
    /// One of ``RequestField/values``.
    case choice
    /// A list; each of its elements is as ``RequestField/element`` says.
    case list
    /// An object with ``RequestField/fields``.
    case object
    /// One of several kinds, each of which is in ``RequestField/alternatives``.
    case alternatives
    /// Any JSON.
    case json
  }

  /// A lower and an upper bound, either of which may be missing.
  public struct Bounds<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The least that is allowed; `nil` for no bound.
    public var minimum: Value?
    /// The most that is allowed; `nil` for no bound.
    public var maximum: Value?

    /// Creates bounds.
    public init(minimum: Value? = nil, maximum: Value? = nil) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// The name that is sent.
  public let wireName: String
  /// The name of the property in Swift, or of the case for one of several combinations.
  public let name: String
  /// A name for people.
  public let label: String
  /// The schema's description, for people; `nil` when it says nothing, and for generated types,
  /// which have it in their documentation and not in the program.
  public let summary: String?
  /// A kind of value.
  public let kind: Kind
  /// Tells whether it has to be there.
  public let isRequired: Bool
  /// The fields beside it that have to be set where it is, by the names that are sent, such as
  /// `start_image` for `end_image`.
  public let needs: [String]
  /// Tells whether it may be `null`.
  public let isNullable: Bool
  /// Tells whether the service advises against it.
  public let isDeprecated: Bool
  /// The values that are allowed, in the schema's order; empty where it is no choice.
  public let values: [JSON]
  /// The value that the service takes where nothing is sent; `nil` when the schema does not say.
  public let defaultValue: JSON?
  /// The least and the most that a number may be.
  public let range: Bounds<JSONNumber>
  /// Tells whether a number has to be more than the minimum of ``range``.
  public let excludesMinimum: Bool
  /// Tells whether a number has to be less than the maximum of ``range``.
  public let excludesMaximum: Bool
  /// The number that a number has to be a multiple of; `nil` for any.
  public let step: JSONNumber?
  /// The number of characters that a text may have.
  public let length: Bounds<Int>
  /// The pattern that a text has to match; `nil` for any.
  public let pattern: String?
  /// The number of elements that a list may have.
  public let count: Bounds<Int>
  /// The unit that a number counts, such as `seconds`; `nil` when the schema does not say.
  public let unit: String?
  /// The kind of file that it is, or of which it names the address; `nil` for what is no medium.
  public let media: MediaKind?
  /// Tells whether the price depends on it; `nil` when the service does not say.
  public let affectsCost: Bool?
  /// The members of an object, or of a list's elements.
  public let fields: [RequestField]
  /// Tells whether exactly one of ``fields`` is to be set.
  public let isExclusive: Bool
  /// The kinds of value of which it may be any.
  public let alternatives: [RequestField]

  /// The element, in an array because a struct cannot hold one of its own kind.
  let elements: [RequestField]

  /// The elements of a list, as one field; `nil` when it is no list, or one whose elements differ.
  public var element: RequestField? { elements.first }

  /// The name that is sent.
  public var id: String { wireName }
}

extension ModelSnapshot {
  /// The facts that a form has to know of each property, in the schema's order.
  public var fields: [RequestField] {
    guard let document = model.inputSchema else { return [] }
    var reader = RequestFieldReader(model: model, names: names)
    return reader.fields(of: SchemaView(document: document), at: .root, open: [])
  }
}

extension GenerationRequest {
  /// The facts that a form has to know of each property, in the schema's order.
  public static var fields: [RequestField] { snapshot.fields }
}

extension RawRequest {
  /// The facts that a form has to know of each property, in the schema's order.
  public var fields: [RequestField] { snapshot.fields }
}
