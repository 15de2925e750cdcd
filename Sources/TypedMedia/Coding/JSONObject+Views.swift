public import Foundation

/// How views of a service's answers read what may be missing, or be something else.
extension JSONObject {
  /// The address at `key`, of which what an address may not have is percent-encoded; `nil` when there is
  /// none.
  ///
  /// - Returns: The address at `key`, of which what an address may not have is percent-encoded;
  ///   `nil` when there is none.
  public func url(_ key: String) -> URL? { self[key]?.string.flatMap { URL(lenient: $0) } }

  /// The instant at `key`; one without a time zone is taken for UTC. `nil` when there is none.
  ///
  /// - Returns: The instant at `key`; one without a time zone is taken for UTC.
  public func date(_ key: String) -> Date? {
    guard let value = self[key], let text = value.string else { return nil }
    return (try? Date(json: value)) ?? (try? Date(json: .string(text + "Z")))
  }

  /// The amount of time at `key`, which counts units such as `.milliseconds(1)`; `nil` when there is none, and
  /// for what is below zero or longer than 3,000 years.
  ///
  /// - Returns: The amount of time at `key`, which counts units such as `.milliseconds(1)`; `nil`
  ///   when there is none, and for what is below zero or longer than 3,000 years.
  public func duration(_ key: String, in unit: Duration = .seconds(1)) -> Duration? {
    self[key]?.number.flatMap { Duration($0, of: unit) }
  }

  /// The number at `key`; `nil` when there is none, or one that is too large.
  ///
  /// - Returns: The number at `key`; `nil` when there is none, or one that is too large.
  public func double(_ key: String) -> Double? {
    self[key]?.double.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The texts in the list at `key`; empty when there is none.
  ///
  /// - Returns: The texts in the list at `key`; empty when there is none.
  public func strings(_ key: String) -> [String] {
    (self[key]?.array ?? []).compactMap(\.string)
  }
}
