import TypedMedia

/// How the values of a choice are written in a form.
///
/// Texts are written as they are and other values as JSON, as long as that tells them apart; else,
/// as with `4` and `"4"`, all are written as JSON.
struct ChoiceTexts {
  let pairs: [(text: String, value: JSON)]
  private let takesNumbers: Bool

  init(_ values: [JSON]) {
    let plain = values.map { $0.string ?? $0.text() }
    let isClear = Set(plain).count == plain.count && !plain.contains("")
    pairs = zip(isClear ? plain : values.map { $0.text() }, values).map { ($0, $1) }
    takesNumbers = values.contains { $0.string == nil }
  }

  /// How `value` is written.
  func text(of value: JSON) -> String {
    pairs.first { $0.value == value }?.text ?? value.string ?? value.text()
  }

  /// What `text` stands for. What is none of the values is still read, for the schema to refuse.
  func value(of text: String) -> JSON {
    if let pair = pairs.first(where: { $0.text == text }) { return pair.value }
    let value = takesNumbers ? try? JSON(parsing: text) : nil
    return value ?? .string(text)
  }
}
