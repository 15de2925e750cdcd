import Foundation

extension JSON {
  /// The number of levels of arrays and objects that Foundation's coders are given.
  ///
  /// They take up to 3 KB of the stack for a level in a debug build, and the smallest stacks that
  /// tasks run on have 512 KB. ``text(_:)``, ``data(_:)`` and `init(parsing:limits:)` go deeper.
  public static let maximumCodingDepth = 128
}

extension JSON: Codable {
  /// Decodes any value.
  ///
  /// Integers are exact as far as `Int64` and `UInt64` reach, other numbers as far as `Decimal`
  /// does. The keys of objects come in the order in which the decoder gives them, which for
  /// `JSONDecoder` is not that of the text; `JSON(parsing:)` keeps it.
  ///
  /// - Throws: `DecodingError` if the value is nested more than ``maximumCodingDepth`` deep, or what
  ///   the decoder throws.
  public init(from decoder: any Decoder) throws {
    var kinds = DecodedKinds()
    try self.init(from: decoder, expecting: &kinds)
  }

  /// Decodes any value, faster where it is of `kinds`, to which is added what else it is of.
  package init(from decoder: any Decoder, expecting kinds: inout DecodedKinds) throws {
    var reading = DecoderReading(kinds)
    self = try reading.value(from: decoder)
    kinds = reading.kinds
  }

  static let tooDeep = "Arrays and objects are nested more than \(maximumCodingDepth) deep."

  /// Encodes the value.
  ///
  /// A number is encoded as an `Int64` or a `UInt64` if it is one, else as a `Double` if that has
  /// the same digits, else as the nearest `Decimal`.
  ///
  /// - Throws: `EncodingError` if a number is too large for all of them or the value is nested more
  ///   than ``maximumCodingDepth`` deep, or what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try Member(value: self, depth: encoder.codingPath.count).encode(to: encoder)
  }

  /// A value and how deep in what is encoded it is, which to ask the encoder for at each is dear.
  ///
  /// So is an encoder of its own for each value: the members of objects that are no containers go without.
  private struct Member: Encodable {
    let value: JSON
    let depth: Int

    func encode(to encoder: any Encoder) throws {
      switch value {
      case .object(let object):
        try checkDepth(encoder)
        var container = encoder.container(keyedBy: MemberKey.self)
        for (key, value) in object {
          if try !encodeScalar(value, to: &container, MemberKey(key)) {
            try container.encode(inner(value), forKey: MemberKey(key))
          }
        }
      case .array(let elements):
        try checkDepth(encoder)
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(inner(element)) }
      case .null, .bool, .string, .number: try encodeScalar(to: encoder)
      }
    }

    // What is no container is written by functions of their own: of the one above, the stack has to hold
    // many.

    private func encodeScalar(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .object, .array, .null: try container.encodeNil()
      case .bool(let value): try container.encode(value)
      case .string(let value): try container.encode(value)
      case .number(let number):
        switch try number.codable(at: encoder.codingPath) {
        case .integer(let integer): try container.encode(integer)
        case .natural(let natural): try container.encode(natural)
        case .double(let double): try container.encode(double)
        case .decimal(let decimal): try container.encode(decimal)
        }
      }
    }

    /// Encodes a value by the container that it is in; `false` where it is a container itself.
    private func encodeScalar(
      _ value: JSON, to container: inout KeyedEncodingContainer<MemberKey>, _ key: MemberKey
    ) throws -> Bool {
      switch value {
      case .object, .array: return false
      case .null: try container.encodeNil(forKey: key)
      case .bool(let value): try container.encode(value, forKey: key)
      case .string(let value): try container.encode(value, forKey: key)
      case .number(let number):
        switch try number.codable(at: container.codingPath) {
        case .integer(let integer): try container.encode(integer, forKey: key)
        case .natural(let natural): try container.encode(natural, forKey: key)
        case .double(let double): try container.encode(double, forKey: key)
        case .decimal(let decimal): try container.encode(decimal, forKey: key)
        }
      }
      return true
    }

    private func inner(_ value: JSON) -> Member { Member(value: value, depth: depth + 1) }

    private func checkDepth(_ encoder: any Encoder) throws {
      guard depth >= maximumCodingDepth else { return }
      let context = EncodingError.Context(
        codingPath: encoder.codingPath, debugDescription: tooDeep)
      // A value that is too deep is too deep for most that is done with it.
      throw EncodingError.invalidValue(value.kind, context)
    }
  }
}

extension JSONNumber {
  /// A number as encoders take it.
  fileprivate enum Codable {
    case integer(Int64)
    case natural(UInt64)
    case double(Double)
    case decimal(Decimal)
  }

  /// The number in the first of the types that holds it.
  fileprivate func codable(at path: @autoclosure () -> [any CodingKey]) throws -> Codable {
    if let integer = Int64(text) ?? int.map(Int64.init) { return .integer(integer) }
    if let natural = UInt64(text) { return .natural(natural) }
    let double = double
    if let shortest = JSONNumber(double), shortest.text == text || shortest == self {
      return .double(double)
    }
    if let decimal = decimal ?? Decimal(string: text, locale: Self.plainLocale) {
      return .decimal(decimal)
    }
    throw EncodingError.invalidValue(
      self,
      EncodingError.Context(codingPath: path(), debugDescription: "\(text) is too large a number."))
  }

  private static let plainLocale = Locale(identifier: "en_US_POSIX")
}
