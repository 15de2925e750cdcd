import Foundation

// What is no container is read by functions of their own: of those that go down the levels, the stack has to
// hold many.

extension DecoderReading {
  /// The member at `key`, if it is of this kind and no container.
  ///
  /// To ask whether it is present spares the decoder an error where it is `null`.
  mutating func scalar(
    at key: MemberKey, in container: KeyedDecodingContainer<MemberKey>, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decodeIfPresent(String.self, forKey: key)).map(JSON.string)
    case .boolean: (try? container.decodeIfPresent(Bool.self, forKey: key)).map(JSON.bool)
    case .integer:
      (try? container.decodeIfPresent(Int.self, forKey: key)).map { .number(JSONNumber($0)) }
    case .number:
      number(
        try? container.decodeIfPresent(Double.self, forKey: key),
        try? container.decodeIfPresent(Decimal.self, forKey: key),
        try? container.decodeIfPresent(UInt64.self, forKey: key))
    case .object, .array: nil
    }
  }

  /// The value, if it is of this kind and no container.
  mutating func scalar(
    in container: any SingleValueDecodingContainer, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decode(String.self)).map(JSON.string)
    case .boolean: (try? container.decode(Bool.self)).map(JSON.bool)
    case .integer: (try? container.decode(Int.self)).map { .number(JSONNumber($0)) }
    case .number:
      number(
        try? container.decode(Double.self),
        try? container.decode(Decimal.self),
        try? container.decode(UInt64.self))
    case .object, .array: nil
    }
  }

  /// The next element, if it is of this kind and no container.
  mutating func scalar(
    in container: inout any UnkeyedDecodingContainer, as kind: DecodedKinds.Kind
  ) -> JSON? {
    switch kind {
    case .string: (try? container.decode(String.self)).map(JSON.string)
    case .boolean: (try? container.decode(Bool.self)).map(JSON.bool)
    case .integer: (try? container.decode(Int.self)).map { .number(JSONNumber($0)) }
    case .number:
      if kinds.hasDecimals, let decimal = try? container.decode(Decimal.self), !decimal.isNaN {
        .number(JSONNumber(decimal))
      } else {
        (try? container.decode(NumberElement.self))?.json
      }
    case .object, .array: nil
    }
  }

  /// A number that is no `Int`, by the questions for it in other types.
  ///
  /// It is exact as far as a `Decimal` is; decoders that have none may have a `UInt64`. A `Double` is asked
  /// for first, for to some of them a `Decimal` is an object.
  private mutating func number(
    _ double: @autoclosure () -> Double?, _ decimal: @autoclosure () -> Decimal?,
    _ natural: @autoclosure () -> UInt64?
  ) -> JSON? {
    if kinds.hasDecimals, let decimal = decimal(), !decimal.isNaN {
      return .number(JSONNumber(decimal))
    }
    guard let double = double() else { return nil }
    if !kinds.hasDecimals, let decimal = decimal(), !decimal.isNaN {
      kinds.noteDecimals()
      return .number(JSONNumber(decimal))
    }
    if let natural = natural() { return .number(JSONNumber(natural)) }
    return JSONNumber(double).map(JSON.number)
  }

  /// A number in a list, of which one answer leads on to the next element.
  private struct NumberElement: Decodable {
    let json: JSON

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      var reading = DecoderReading()
      guard let json = reading.scalar(in: container, as: .number) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: DecoderReading.noNumber)
      }
      self.json = json
    }
  }
}
