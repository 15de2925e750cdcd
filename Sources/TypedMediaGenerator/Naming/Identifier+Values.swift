import Foundation

extension Identifier {
  /// The case for one of the values that a property takes.
  ///
  /// `16:9` becomes `ratio16x9`, `720p` becomes `p720`, `4K` becomes `k4`, `1280x720` becomes
  /// `size1280x720`; another value that begins with a digit borrows a word of its property.
  static func value(_ value: String, of property: String) -> String {
    if value.isEmpty { return "empty" }
    if !beginsWithLetter(value), let name = measured(value) { return name }
    let words = words(of: value, keepingPoints: true)
    guard let first = words.first else { return borrowed(from: property) + "_" + scalars(value) }
    let name = words.dropFirst().map(capitalized).reduce(lowercasedFirst(first)) { name, word in
      name + (endsWithDigit(name) && beginsWithDigit(word) ? "_" : "") + word
    }
    if beginsWithDigit(name) { return borrowed(from: property) + name }
    // Beside an optional, `.none` and `.some` would mean the optional's own.
    return name == "none" || name == "some"
      ? borrowed(from: property) + capitalized(name) : name
  }

  private static func beginsWithLetter(_ text: String) -> Bool {
    text.utf8.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 } == true
  }

  /// The case for one or two numbers with what they count; `nil` for other texts.
  private static func measured(_ value: String) -> String? {
    if let (width, height) = pair(value, separatedBy: [":"]) { return "ratio\(width)x\(height)" }
    if let (width, height) = pair(value, separatedBy: ["x", "X", "×", "*"]) {
      return "size\(width)x\(height)"
    }
    return measure(value).map { number, unit in unit + number }
  }

  /// The case for one of the whole numbers that a property takes.
  static func value(_ number: Int, of property: String, isSeconds: Bool) -> String {
    let word = isSeconds ? "seconds" : borrowed(from: property)
    return word + (number < 0 ? "Minus" : "") + String(number.magnitude)
  }

  /// The last word of a property's name that a name can begin with.
  static func borrowed(from property: String) -> String {
    words(of: property).last { $0.first?.isNumber == false }.map(lowercasedFirst) ?? "value"
  }

  /// Two numbers with one of `separators` between them.
  private static func pair(
    _ text: String, separatedBy separators: [Character]
  ) -> (String, String)? {
    guard let first = text.first, first.isASCIIDigit || first.isWhitespace,
      let middle = text.firstIndex(where: separators.contains)
    else { return nil }
    let parts = [text[..<middle], text[text.index(after: middle)...]].map(trimmed)
    guard parts.allSatisfy(isNumber) else { return nil }
    return (spelled(parts[0]), spelled(parts[1]))
  }

  /// A number with a short unit: `720p`, `4K`, `8s`, `24fps`.
  private static func measure(_ text: String) -> (number: String, unit: String)? {
    guard text.first?.isASCIIDigit == true else { return nil }
    let number = text.prefix { $0.isNumber || $0 == "." }
    let unit = trimmed(text.dropFirst(number.count))
    guard isNumber(String(number)), (1...3).contains(unit.count),
      unit.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    let isSeconds = ["s", "sec"].contains(unit.lowercased())
    return (spelled(number), isSeconds ? "seconds" : unit.lowercased())
  }

  private static func trimmed(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.first?.isASCIIDigit == true && text.last?.isASCIIDigit == true
      && text.allSatisfy { $0.isASCIIDigit || $0 == "." }
  }

  private static func spelled(_ number: some StringProtocol) -> String {
    String(number.map { $0 == "." ? "_" : $0 })
  }

  private static func scalars(_ text: String) -> String {
    text.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined()
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
