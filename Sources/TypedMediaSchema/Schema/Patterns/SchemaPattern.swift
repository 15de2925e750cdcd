import Foundation

/// A regular expression of ECMA-262, compiled once.
///
/// It runs on `NSRegularExpression`, which every platform has, may be shared between threads and
/// speaks nearly the same language; ``ECMAPattern`` translates the rest. Swift's own `Regex` is not
/// `Sendable`, and matches by `Character` where JSON Schema counts in Unicode scalars.
final class SchemaPattern: Sendable {
  /// The pattern as it was written.
  let source: String

  private let expression: NSRegularExpression

  /// Compiles a pattern, or returns `nil` if it is not one.
  init?(_ source: String, isStrict: Bool = false) {
    guard let translated = ECMAPattern.translate(source, isStrict: isStrict),
      let expression = try? NSRegularExpression(pattern: translated)
    else { return nil }
    self.source = source
    self.expression = expression
  }

  /// Whether the pattern is found anywhere in `string`.
  func matches(_ string: String) -> Bool {
    let whole = NSRange(location: 0, length: string.utf16.count)
    return expression.firstMatch(in: string, range: whole) != nil
  }
}
