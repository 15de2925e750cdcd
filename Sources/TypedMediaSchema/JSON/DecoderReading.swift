import Foundation

/// Reads any JSON from a decoder.
///
/// A decoder does not say of what kind a value is. It has to be asked for one kind after the other, and each
/// wrong question is an error that it makes, which takes longer than a right one does. So it is first asked
/// for the kind that the member of this name had before.
struct DecoderReading {
  /// What is known of the values.
  var kinds = DecodedKinds()

  init(_ kinds: DecodedKinds = DecodedKinds()) { self.kinds = kinds }

  /// Reads what `decoder` has.
  mutating func value(from decoder: any Decoder) throws -> JSON {
    if let known = kinds.root, let value = try value(from: decoder, as: known) { return value }
    for kind in [DecodedKinds.Kind.object, .array] where kind != kinds.root {
      guard let value = try value(from: decoder, as: kind) else { continue }
      kinds.note(root: kind)
      return value
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() { return .null }
    for kind in DecodedKinds.Kind.allCases where kind != kinds.root {
      guard let value = scalar(in: container, as: kind) else { continue }
      kinds.note(root: kind)
      return value
    }
    // The decoder says what is wrong with it.
    _ = try container.decode(Double.self)
    throw DecodingError.dataCorruptedError(in: container, debugDescription: Self.noNumber)
  }

  private mutating func value(
    from decoder: any Decoder, as kind: DecodedKinds.Kind
  ) throws -> JSON? {
    switch kind {
    case .object:
      guard let container = try? decoder.container(keyedBy: MemberKey.self) else { return nil }
      return try members(of: container, depth: decoder.codingPath.count)
    case .array:
      guard var container = try? decoder.unkeyedContainer() else { return nil }
      return try elements(of: &container, named: "", depth: decoder.codingPath.count)
    case .string, .boolean, .integer, .number:
      return try scalar(in: decoder.singleValueContainer(), as: kind)
    }
  }

  private mutating func members(
    of container: KeyedDecodingContainer<MemberKey>, depth: Int
  ) throws -> JSON {
    try Self.checkDepth(depth, container.codingPath)
    let keys = container.allKeys
    var entries: [(key: String, value: JSON)] = []
    entries.reserveCapacity(keys.count)
    // A decoder has each key once.
    for key in keys {
      entries.append((key.stringValue, try member(key, of: container, depth: depth + 1)))
    }
    return .object(JSONObject(unchecked: entries))
  }

  private mutating func member(
    _ key: MemberKey, of container: KeyedDecodingContainer<MemberKey>, depth: Int
  ) throws -> JSON {
    let known = kinds.kind(of: key.stringValue)
    if let known, let value = try member(key, of: container, as: known, depth: depth) {
      return value
    }
    if try container.decodeNil(forKey: key) { return .null }
    for kind in DecodedKinds.Kind.allCases where kind != known {
      guard let value = try member(key, of: container, as: kind, depth: depth) else { continue }
      kinds.note(kind, of: key.stringValue)
      return value
    }
    _ = try container.decode(Double.self, forKey: key)
    throw DecodingError.dataCorruptedError(
      forKey: key, in: container, debugDescription: Self.noNumber)
  }

  private mutating func member(
    _ key: MemberKey, of container: KeyedDecodingContainer<MemberKey>,
    as kind: DecodedKinds.Kind, depth: Int
  ) throws -> JSON? {
    switch kind {
    case .object:
      guard let inner = try? container.nestedContainer(keyedBy: MemberKey.self, forKey: key)
      else { return nil }
      return try members(of: inner, depth: depth)
    case .array:
      guard var inner = try? container.nestedUnkeyedContainer(forKey: key) else { return nil }
      return try elements(of: &inner, named: key.stringValue, depth: depth)
    case .string, .boolean, .integer, .number:
      return scalar(at: key, in: container, as: kind)
    }
  }

  /// Reads a list, of whose elements the kind is kept where it has a name.
  private mutating func elements(
    of container: inout any UnkeyedDecodingContainer, named name: String?, depth: Int
  ) throws -> JSON {
    try Self.checkDepth(depth, container.codingPath)
    var elements: [JSON] = []
    let expected = name.flatMap(kinds.elementKind)
    // Most are of the kind of the one before.
    var known = expected
    while !container.isAtEnd {
      elements.append(try element(of: &container, asBefore: &known, depth: depth + 1))
      if elements.count == 1, let name, let known, known != expected {
        kinds.note(known, ofElementsOf: name)
      }
    }
    return .array(elements)
  }

  private mutating func element(
    of container: inout any UnkeyedDecodingContainer, asBefore known: inout DecodedKinds.Kind?,
    depth: Int
  ) throws -> JSON {
    if let known, let value = try element(of: &container, as: known, depth: depth) { return value }
    if try container.decodeNil() { return .null }
    for kind in DecodedKinds.Kind.allCases where kind != known {
      guard let value = try element(of: &container, as: kind, depth: depth) else { continue }
      known = kind
      return value
    }
    // The decoder says what is wrong with it.
    _ = try container.decode(Double.self)
    throw DecodingError.dataCorruptedError(in: container, debugDescription: Self.noNumber)
  }

  private mutating func element(
    of container: inout any UnkeyedDecodingContainer, as kind: DecodedKinds.Kind, depth: Int
  ) throws -> JSON? {
    switch kind {
    case .object:
      guard let inner = try? container.nestedContainer(keyedBy: MemberKey.self) else { return nil }
      return try members(of: inner, depth: depth)
    case .array:
      guard var inner = try? container.nestedUnkeyedContainer() else { return nil }
      return try elements(of: &inner, named: nil, depth: depth)
    case .string, .boolean, .integer, .number:
      return scalar(in: &container, as: kind)
    }
  }

  private static func checkDepth(_ depth: Int, _ path: @autoclosure () -> [any CodingKey]) throws {
    guard depth >= JSON.maximumCodingDepth else { return }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: path(), debugDescription: JSON.tooDeep))
  }

  static let noNumber = "JSON has no infinite number."
}
