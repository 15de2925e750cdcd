/// One of the values that a model takes for a property, and no other.
///
/// ```swift
/// ForEach(Veo3_1.AspectRatio.allCases, id: \.self) { Text($0.rawValue) }
/// ```
public protocol ClosedValue: RawRepresentable, CaseIterable, Hashable, Codable, JSONConvertible,
  CustomStringConvertible
where RawValue: JSONConvertible & Codable & Hashable {}

extension ClosedValue {
  /// Reads the value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public init(json: JSON) throws {
    guard let raw = try? RawValue(json: json), let value = Self(rawValue: raw) else {
      let allowed = Self.allCases.map { $0.json.text() }.joined(separator: ", ")
      throw JSONMismatch(expected: "one of \(allowed)", found: json)
    }
    self = value
  }

  /// The value as it is sent.
  public var json: JSON { rawValue.json }

  /// The value as it is sent.
  public var description: String { "\(rawValue)" }
}
