public import TypedMedia

/// Expects that a request, or a part of one, is sent as `json`. The order of members makes no difference.
///
/// ```swift
/// try expectEncoding(
///   of: Veo3_1(prompt: "A fox", duration: .seconds8), is: ["prompt": "A fox", "duration": 8])
/// ```
///
/// A text that was copied from a service's documentation is read by `JSON(parsing:)`.
///
/// - Parameters:
///   - value: The request.
///   - json: What is expected to be sent.
/// - Throws: ``ExpectationFailure`` with each place that differs.
public func expectEncoding<Value: JSONConvertible>(of value: Value, is json: JSON) throws {
  let comparison = JSONComparison(of: value.json, with: json)
  guard comparison.lines.isEmpty else {
    throw ExpectationFailure(
      """
      \(Value.self) is not sent as expected:
      \(comparison.lines.joined(separator: "\n"))
      """)
  }
}
