import Foundation
package import TypedMedia

/// What is read of each documented field of an answer.
package struct CoverageReadings: Sendable {
  /// What Swift has, by name and value, and what the service sent.
  package struct Reading: Sendable {
    package let swift: String
    package let value: JSON?
    /// What `value` has to be; `nil` when the answer had no such field.
    package let expected: JSON?
  }

  /// The readings by the call and the field.
  package private(set) var readings: [String: Reading] = [:]

  package init() {}

  /// - Parameters:
  ///   - field: The field's path in the answer, as in `data[0].url`.
  ///   - expected: What `value` has to be; the field itself by default.
  package mutating func add(
    _ call: String, _ field: String, _ swift: String, _ value: (some JSONConvertible)?,
    of answer: JSON, expecting expected: JSON? = nil
  ) {
    let field = field.replacing("[]", with: "[0]")
    let tokens = field.replacingOccurrences(of: "[", with: ".")
      .replacingOccurrences(of: "]", with: "").split(separator: ".").map(String.init)
    let sent = answer[JSONPointer(tokens: tokens)]
    readings["\(call) \(field)"] = Reading(
      swift: swift, value: value?.json, expected: sent == nil ? nil : expected ?? sent)
  }
}
