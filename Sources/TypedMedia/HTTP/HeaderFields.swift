/// Header fields; names are compared without regard to case.
///
/// Printed, they show their names and no values: one of them is the key.
public struct HeaderFields: Hashable, Sendable, ExpressibleByDictionaryLiteral, Sequence,
  CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  private var fields: [Field] = []
  /// The place where each field is, by its name in lower case: a service may send thousands.
  private var places: [String: Int] = [:]

  /// A field, with its name as names are compared.
  private struct Field {
    let name: String
    let value: String
    let key: String
  }

  /// Creates fields. Of a name that occurs twice, the last value holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of the field `name`; `nil` when there is none. Setting `nil` removes the field.
  public subscript(name: String) -> String? {
    get { places[name.lowercased()].map { fields[$0].value } }
    set {
      let key = name.lowercased()
      switch (places[key], newValue) {
      case (let place?, let value?):
        fields[place] = Field(name: name, value: value, key: key)
      case (let place?, nil):
        fields.remove(at: place)
        places[key] = nil
        for (index, field) in fields.enumerated().dropFirst(place) { places[field.key] = index }
      case (nil, let value?):
        places[key] = fields.count
        fields.append(Field(name: name, value: value, key: key))
      case (nil, nil): break
      }
    }
  }

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
    fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
  }

  /// The names.
  public var description: String { "HeaderFields(\(fields.map(\.name).joined(separator: ", ")))" }
  /// The same as ``description``.
  public var debugDescription: String { description }
  /// Nothing, so that a dump shows no values.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Tells whether a field has characters that would end it and begin another.
  var canSplit: Bool {
    fields.contains { field in
      (field.name + field.value).unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f }
    }
  }

  /// The service's own number for the exchange, by the names that are usual; `nil` when it sent none.
  var requestID: String? { self["X-Request-Id"] ?? self["X-Trace-Id"] }

  private var canonical: [String: String] {
    Dictionary(
      fields.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  /// Tells whether both have the same values for the same names, in any order.
  ///
  /// - Returns: `true` if they are.
  public static func == (first: Self, second: Self) -> Bool { first.canonical == second.canonical }
  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
