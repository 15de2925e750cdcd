/// The types that a `type` allows.
struct TypeSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1 << 0)
  static let boolean = TypeSet(rawValue: 1 << 1)
  static let integer = TypeSet(rawValue: 1 << 2)
  static let number = TypeSet(rawValue: 1 << 3)
  static let string = TypeSet(rawValue: 1 << 4)
  static let array = TypeSet(rawValue: 1 << 5)
  static let object = TypeSet(rawValue: 1 << 6)

  private static let names: KeyValuePairs<String, (set: TypeSet, phrase: String)> = [
    "boolean": (.boolean, "true or false"),
    "integer": (.integer, "an integer"),
    "number": (.number, "a number"),
    "string": (.string, "a string"),
    "array": (.array, "an array"),
    "object": (.object, "an object"),
    "null": (.null, "null"),
  ]

  /// The names of all types.
  static let allNames = names.map(\.key)

  /// The types of a `type`'s value, or `nil` if it names one that does not exist.
  init?(_ value: JSON) {
    self = []
    for element in value.array ?? [value] {
      guard let name = element.string, let type = Self.names.first(where: { $0.key == name }) else {
        return nil
      }
      insert(type.value.set)
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  func allows(_ value: JSON) -> Bool {
    switch value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .number(let number): contains(.number) || contains(.integer) && number.isInteger
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    }
  }

  /// The types, for people.
  var allowed: String {
    Self.names.filter { contains($0.value.set) }.map(\.value.phrase).listed("or")
  }
}
