import Foundation

// What is no container is read by functions of their own: of those that go down the levels, the stack has to
// hold many.
//
// A number that is no `Int64` is exact as far as a `Decimal` is; decoders that have none may have a `UInt64`.
// A `Double` is asked for first, for to some of them a `Decimal` is an object.

extension DecoderReading {
  /// The member at `key`, if it is of this kind and no container.
  static func scalar(
    at key: MemberKey, in container: KeyedDecodingContainer<MemberKey>, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decode(String.self, forKey: key)).map(JSON.string)
    case .boolean: (try? container.decode(Bool.self, forKey: key)).map(JSON.bool)
    case .integer: (try? container.decode(Int64.self, forKey: key)).map { .number(JSONNumber($0)) }
    case .number:
      (try? container.decode(Double.self, forKey: key)).flatMap { double in
        if let decimal = try? container.decode(Decimal.self, forKey: key) {
          return .number(JSONNumber(decimal))
        }
        if let natural = try? container.decode(UInt64.self, forKey: key) {
          return .number(JSONNumber(natural))
        }
        return JSONNumber(double).map(JSON.number)
      }
    case .object, .array: nil
    }
  }

  /// The value, if it is of this kind and no container.
  static func scalar(
    in container: any SingleValueDecodingContainer, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decode(String.self)).map(JSON.string)
    case .boolean: (try? container.decode(Bool.self)).map(JSON.bool)
    case .integer: (try? container.decode(Int64.self)).map { .number(JSONNumber($0)) }
    case .number:
      (try? container.decode(Double.self)).flatMap { double in
        if let decimal = try? container.decode(Decimal.self) { return .number(JSONNumber(decimal)) }
        if let natural = try? container.decode(UInt64.self) { return .number(JSONNumber(natural)) }
        return JSONNumber(double).map(JSON.number)
      }
    case .object, .array: nil
    }
  }

  /// The next element, if it is of this kind and no container.
  static func scalar(
    in container: inout any UnkeyedDecodingContainer, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decode(String.self)).map(JSON.string)
    case .boolean: (try? container.decode(Bool.self)).map(JSON.bool)
    case .integer: (try? container.decode(Int64.self)).map { .number(JSONNumber($0)) }
    case .number: (try? container.decode(NumberElement.self))?.json
    case .object, .array: nil
    }
  }

  /// A number in a list, of which one answer leads on to the next element.
  private struct NumberElement: Decodable {
    let json: JSON

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      guard let json = DecoderReading.scalar(in: container, as: .number) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: DecoderReading.noNumber)
      }
      self.json = json
    }
  }
}
