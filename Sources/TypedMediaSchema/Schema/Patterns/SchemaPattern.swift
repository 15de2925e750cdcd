import Foundation

/// A regular expression of ECMA-262, compiled once.
///
/// Simple ones are followed here (``SimplePattern``). The others run on `NSRegularExpression`, which every platform has, may be shared between threads and
/// speaks nearly the same language; ``ECMAPattern`` translates the rest. Swift's own `Regex` is not
/// `Sendable`, and matches by `Character` where JSON Schema counts in Unicode scalars.
///
/// The engine goes back to try other ways, of which there can be more than anyone waits for, and
/// keeps notes of them, for which it has 8 MB. Both ends leave the question open.
final class SchemaPattern: Sendable {
  /// What has been found out about a text.
  enum Verdict {
    case matches
    case differs
    /// The engine gave up, or was stopped.
    case isOpen
  }

  /// The pattern as it was written.
  let source: String

  /// The pattern, if it is a simple one.
  private let simple: SimplePattern?
  /// The pattern as the engine has it, if it is not.
  private let expression: NSRegularExpression?
  /// Tells whether the pattern can look far from where it is, which the engine does without
  /// reporting.
  private let looksAround: Bool

  /// Compiles a pattern, or returns `nil` if it is not one.
  init?(_ source: String, isStrict: Bool = false) {
    self.source = source
    simple = SimplePattern(source)
    guard simple == nil else {
      (expression, looksAround) = (nil, false)
      return
    }
    // Nothing matches everything, and is no expression to the engine.
    guard let translated = ECMAPattern.translate(source, isStrict: isStrict),
      let expression = try? NSRegularExpression(pattern: translated.isEmpty ? "(?:)" : translated)
    else { return nil }
    self.expression = Self.anchored(expression, source)
    looksAround = Self.looksAround(source)
  }

  /// The expression, made to be looked for at the start alone and to go on from there by itself.
  ///
  /// The engine would report each start as it reports each 10,000 ways, and leave no measure of work.
  private static func anchored(
    _ expression: NSRegularExpression, _ source: String
  ) -> NSRegularExpression {
    if source.hasPrefix("^"), !source.contains("|") { return expression }
    let pattern = #"\A(?s:.)*?(?:"# + expression.pattern + ")"
    // A pattern that ends in a comment cannot be put in a group.
    return (try? NSRegularExpression(pattern: pattern)) ?? expression
  }

  /// Tells whether there may be a group that looks ahead or behind or is not gone back into, or a
  /// reference to what a group has found.
  private static func looksAround(_ source: String) -> Bool {
    ["(?=", "(?!", "(?<=", "(?<!", "(?>", "*+", "++", "?+", "}+", "\\k"].contains(
      where: source.contains)
      || (1...9).contains { source.contains("\\\($0)") }
  }
}

extension SchemaPattern {
  /// The number of reports that one text is worth, besides one for each 2,500 of its characters:
  /// more than any pattern needs that does not try all ways.
  private static let mostReports = 500
  /// Beyond these, a text is not given to a pattern that looks around.
  private static let longestLookedAround = 100_000

  /// Finds out whether the pattern is found anywhere in `string`.
  ///
  /// - Parameters:
  ///   - string: The text.
  ///   - patience: How many reports to wait for at most.
  ///   - reports: How often the engine has reported, each time after some 10,000 ways.
  func verdict(on string: String, patience: Int, reports: inout Int) -> Verdict {
    if let simple { return simple.isFound(in: string) ? .matches : .differs }
    guard let expression else { return .isOpen }
    let length = string.utf16.count
    guard !looksAround || length <= Self.longestLookedAround else { return .isOpen }
    let most = min(patience, reportsWorth(length))
    var count = 0
    var verdict: Verdict = .isOpen
    expression.enumerateMatches(
      in: string, options: [.reportProgress, .reportCompletion],
      range: NSRange(location: 0, length: length)
    ) { match, flags, stop in
      if match != nil {
        verdict = .matches
      } else if flags.contains(.progress) {
        count += 1
        guard count > most || DeepStack.isCancelled else { return }
      } else if flags.contains(.completed), !flags.contains(.internalError) {
        verdict = .differs
      }
      stop.pointee = true
    }
    reports += count
    return verdict
  }

  private func reportsWorth(_ length: Int) -> Int {
    // Looking around takes as long as the text is, and goes unreported.
    looksAround && length > 512
      ? max(2, Self.mostReports * 512 / length) : Self.mostReports + length / 2_500
  }
}
