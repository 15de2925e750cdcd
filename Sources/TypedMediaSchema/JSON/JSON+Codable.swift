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
    if let container = try? decoder.container(keyedBy: MemberKey.self) {
      try Self.checkDepth(of: decoder)
      var object = JSONObject()
      for key in container.allKeys {
        object[key.stringValue] = try container.decode(JSON.self, forKey: key)
      }
      self = .object(object)
    } else if var container = try? decoder.unkeyedContainer() {
      try Self.checkDepth(of: decoder)
      var elements: [JSON] = []
      while !container.isAtEnd { elements.append(try container.decode(JSON.self)) }
      self = .array(elements)
    } else {
      self = try Self.scalar(in: decoder.singleValueContainer())
    }
  }

  private static func checkDepth(of decoder: any Decoder) throws {
    guard decoder.codingPath.count >= maximumCodingDepth else { return }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: decoder.codingPath, debugDescription: tooDeep))
  }

  private static let tooDeep =
    "Arrays and objects are nested more than \(maximumCodingDepth) deep."

  private static func scalar(in container: any SingleValueDecodingContainer) throws -> JSON {
    if container.decodeNil() { return .null }
    if let string = try? container.decode(String.self) { return .string(string) }
    if let bool = try? container.decode(Bool.self) { return .bool(bool) }
    if let integer = try? container.decode(Int64.self) { return .number(JSONNumber(integer)) }
    if let integer = try? container.decode(UInt64.self) { return .number(JSONNumber(integer)) }
    if let decimal = try? container.decode(Decimal.self) { return .number(JSONNumber(decimal)) }
    guard let number = JSONNumber(try container.decode(Double.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "JSON has no infinite number.")
    }
    return .number(number)
  }

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
  private struct Member: Encodable {
    let value: JSON
    let depth: Int

    func encode(to encoder: any Encoder) throws {
      switch value {
      case .object(let object):
        try checkDepth(encoder)
        var container = encoder.container(keyedBy: MemberKey.self)
        for (key, value) in object { try container.encode(inner(value), forKey: MemberKey(key)) }
      case .array(let elements):
        try checkDepth(encoder)
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(inner(element)) }
      case .null:
        var container = encoder.singleValueContainer()
        try container.encodeNil()
      case .bool(let value):
        var container = encoder.singleValueContainer()
        try container.encode(value)
      case .string(let value):
        var container = encoder.singleValueContainer()
        try container.encode(value)
      case .number(let number):
        try number.encode(to: encoder)
      }
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

  /// The key of a member.
  ///
  /// It is not named `Key`: that is what a type that dictionary literals make calls its keys.
  private struct MemberKey: CodingKey {
    let stringValue: String

    var intValue: Int? { nil }

    init(_ stringValue: String) { self.stringValue = stringValue }

    init?(stringValue: String) { self.init(stringValue) }

    init?(intValue: Int) { self.init(String(intValue)) }
  }
}

extension JSONNumber {
  fileprivate func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let integer = Int64(text) ?? int.map(Int64.init) {
      try container.encode(integer)
    } else if let integer = UInt64(text) {
      try container.encode(integer)
    } else if JSONNumber(double) == self {
      try container.encode(double)
    } else if let decimal = decimal ?? Decimal(string: text, locale: Self.plainLocale) {
      try container.encode(decimal)
    } else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath, debugDescription: "\(text) is too large a number."))
    }
  }

  private static let plainLocale = Locale(identifier: "en_US_POSIX")
}
