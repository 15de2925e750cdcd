public import Foundation

/// A value that has one spelling in JSON, and can be read back from it.
///
/// What requests are made of conforms to it: numbers, text, URLs, arrays of them, and the types that
/// are generated. `JSON(value)` and `json.decoded()` are the ways there and back. A type of
/// your own conforms to ``JSONCodable``, or to ``JSONObjectConvertible``.
///
/// What it asks for has names with an underscore, so that no text and no number of an app has members
/// for a service's JSON among those that an editor proposes.
public protocol JSONConvertible: Sendable {
  /// Reads a value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  static func _decode(_ json: JSON) throws -> Self

  /// The value as it is sent.
  var _json: JSON { get }
}

extension JSONConvertible {
  /// Reads a value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  package init(json: JSON) throws { self = try Self._decode(json) }

  /// The value as it is sent.
  package var json: JSON { _json }
}

extension JSON {
  /// Creates the JSON that `value` is sent as.
  public init(_ value: some JSONConvertible) { self = value._json }

  /// Reads the JSON as a value of another type.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when it is no such value.
  public func decoded<Value: JSONConvertible>(as type: Value.Type = Value.self) throws -> Value {
    try Value._decode(self)
  }
}

extension JSON: JSONConvertible {
  /// The JSON as it is.
  ///
  /// - Returns: The JSON as it is.
  public static func _decode(_ json: JSON) -> JSON { json }
  /// The value as it is sent.
  public var _json: JSON { self }
}

extension String: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .string(let value) = json else { throw JSONMismatch(expected: "text", found: json) }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .string(self) }
}

extension Bool: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .bool(let value) = json else {
      throw JSONMismatch(expected: "true or false", found: json)
    }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .bool(self) }
}

extension Int: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard let value = json.int else {
      let range = json.number?.isInteger == true ? " from \(Int.min) to \(Int.max)" : ""
      throw JSONMismatch(expected: "a whole number" + range, found: json)
    }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .number(JSONNumber(self)) }
}

extension UInt64: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard let number = json.number, number.isInteger,
      let value = UInt64(number.text) ?? number.decimal.flatMap({ UInt64($0.description) })
    else {
      throw JSONMismatch(expected: "a whole number from 0 to \(UInt64.max)", found: json)
    }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .number(JSONNumber(self)) }
}

extension Double: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard let value = json.double, value.isFinite else {
      throw JSONMismatch(expected: "a number", found: json)
    }
    return value
  }

  /// The number; `null` for what JSON has no number for (infinity and NaN), which no model takes.
  public var _json: JSON { JSONNumber(self).map(JSON.number) ?? .null }
}

extension Decimal: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard let value = json.decimal else { throw JSONMismatch(expected: "a number", found: json) }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .number(JSONNumber(self)) }
}

extension URL: JSONConvertible {
  /// Reads the value. What an address may not have, such as a space, is percent-encoded.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value, or names a file of this machine: who sends that
  ///   may not have a say in which files are read here.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .string(let text) = json, let value = URL(lenient: text) else {
      throw JSONMismatch(expected: "a URL", found: json)
    }
    guard !value.isLocalFile else {
      throw JSONMismatch(expected: "an address that others can reach, not of a file", found: json)
    }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON {
    .string(
      isLocalFile ? LocalFiles.current?.placeholder(for: self) ?? absoluteString : absoluteString)
  }
}

extension UUID: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .string(let text) = json,
      let value = UUID(canonical: text) ?? UUID(uuidString: text)
    else {
      throw JSONMismatch(expected: "a UUID", found: json)
    }
    return value
  }
  /// The value as it is sent.
  public var _json: JSON { .string(uuidString.lowercased()) }
}

extension Date: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .string(let text) = json, let value = Date(rfc3339: text) else {
      throw JSONMismatch(expected: "a date and time such as 2026-06-19T10:00:00Z", found: json)
    }
    return value
  }

  /// The instant in UTC, to the microsecond: with no fraction of a second, or one of three or six
  /// digits.
  public var _json: JSON {
    // Foundation's style has three digits at most, and cuts what a `Double` falls short of: 0.002 would
    // be written as 0.001.
    var second = timeIntervalSinceReferenceDate.rounded(.down)
    var fraction = ((timeIntervalSinceReferenceDate - second) * 1e6).rounded()
    if fraction == 1e6 { (second, fraction) = (second + 1, 0) }
    let text = Date(timeIntervalSinceReferenceDate: second).formatted(.iso8601)
    guard fraction > 0 else { return .string(text) }
    let digits = String(Int(1e6 + fraction)).dropFirst()
    let shortest = digits.hasSuffix("000") ? digits.dropLast(3) : digits
    return .string("\(text.dropLast()).\(shortest)Z")
  }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .array(let values) = json else {
      throw JSONMismatch(expected: "a list", found: json)
    }
    // In generic code a closure for each element takes longer than a loop.
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for index in values.indices {
      do {
        elements.append(try Element._decode(values[index]))
      } catch let mismatch as JSONMismatch {
        throw mismatch.below(String(index))
      }
    }
    return elements
  }
  /// The value as it is sent.
  public var _json: JSON {
    var values: [JSON] = []
    values.reserveCapacity(count)
    for index in indices { values.append(self[index]._json) }
    return .array(values)
  }
}

extension Dictionary: JSONConvertible where Key == String, Value: JSONConvertible {
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public static func _decode(_ json: JSON) throws -> Self {
    guard case .object(let object) = json else {
      throw JSONMismatch(expected: "an object", found: json)
    }
    return try Dictionary(
      object.map { key, value in
        (key, try JSONMismatch.prefixing(key) { try Value._decode(value) })
      },
      uniquingKeysWith: { _, last in last }
    )
  }

  /// The members in the order of their keys, so that the same value has the same bytes.
  public var _json: JSON {
    var object = JSONObject()
    for (key, value) in sorted(by: { $0.key < $1.key }) { object[key] = value._json }
    return .object(object)
  }
}
