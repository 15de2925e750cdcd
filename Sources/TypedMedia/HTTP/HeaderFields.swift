/// Header fields; names are compared without regard to case.
///
/// Printed, they show their names and no values: one of them is the key.
public struct HeaderFields: Hashable, Sendable, ExpressibleByDictionaryLiteral, Sequence,
  CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  private var fields: [Field] = []
  /// The place where each field is, by its name in lower case, once there are more than few: a service
  /// may send thousands.
  private var places: [String: Int] = [:]

  private struct Field {
    let name: String
    let value: String
  }

  /// The number of fields up to which looking at them all takes less than an index.
  private static let few = 16

  /// Creates fields. Of a name that occurs twice, the last value holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    reserveCapacity(elements.count)
    for (name, value) in elements { self[name] = value }
  }

  /// The value of the field `name`; `nil` when there is none. Setting `nil` removes the field.
  public subscript(name: String) -> String? {
    get { place(of: name).map { fields[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): fields[place] = Field(name: name, value: value)
      case (let place?, nil):
        fields.remove(at: place)
        index()
      case (nil, let value?):
        fields.append(Field(name: name, value: value))
        if places.isEmpty { index() } else { places[Self.key(name)] = fields.count - 1 }
      case (nil, nil): break
      }
    }
  }

  /// Makes room for `count` fields.
  mutating func reserveCapacity(_ count: Int) { fields.reserveCapacity(count) }

  private func place(of name: String) -> Int? {
    places.isEmpty
      ? fields.firstIndex { Self.areEqual($0.name, name) } : places[Self.key(name)]
  }

  /// Makes the index, where there are enough fields for one.
  private mutating func index() {
    places = [:]
    guard fields.count > Self.few else { return }
    for (place, field) in fields.enumerated() { places[Self.key(field.name)] = place }
  }

  /// A name as names are compared: those of HTTP are ASCII.
  private static func key(_ name: String) -> String {
    String(decoding: name.utf8.map(lowercased), as: UTF8.self)
  }

  private static func areEqual(_ first: String, _ second: String) -> Bool {
    first.utf8.count == second.utf8.count
      && zip(first.utf8, second.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
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
  var canSplit: Bool { fields.contains { Self.canSplit($0.name) || Self.canSplit($0.value) } }

  /// Tells whether `text` has characters that would end a field and begin another.
  static func canSplit(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 || $0 == 0x7f } }

  /// The service's own number for the exchange, by the names that are usual; `nil` when it sent none.
  var requestID: String? { self["X-Request-Id"] ?? self["X-Trace-Id"] }

  private var canonical: [String: String] {
    Dictionary(
      fields.map { (Self.key($0.name), $0.value) }, uniquingKeysWith: { _, last in last })
  }

  /// Tells whether both have the same values for the same names, in any order.
  ///
  /// - Returns: `true` if they are.
  public static func == (first: Self, second: Self) -> Bool { first.canonical == second.canonical }
  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
