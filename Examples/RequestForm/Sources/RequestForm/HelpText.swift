import TypedMedia

/// What a schema says of a field, in the words of the form.
///
/// A description names other properties as they are sent, `start_image`, and the form calls them by
/// their labels.
enum HelpText {
  /// The description of `field`; `nil` where there is none.
  static func summary(of field: RequestField, among siblings: [RequestField]) -> String? {
    guard let summary = field.summary.map({ withoutChoice($0, of: field) }), !summary.isEmpty else {
      return nil
    }
    var labels: [String: String] = [:]
    for sibling in siblings where isNoWord(sibling.wireName) {
      labels[sibling.wireName] = sibling.label
    }
    for member in field.fields where field.isExclusive || isNoWord(member.wireName) {
      labels[member.wireName] = member.label
    }
    let text = summary.replacing(/\w+/) { labels[String($0.output)] ?? String($0.output) }
    return text.last?.isPunctuation == true ? text : text + "."
  }

  /// The text without the sentence that names all choices, which are there to be picked.
  private static func withoutChoice(_ text: String, of field: RequestField) -> String {
    guard field.isExclusive else { return text }
    let others = text.split(separator: ". ").filter { sentence in
      let words = Set(sentence.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      return !words.isSuperset(of: field.fields.map(\.wireName))
    }
    return others.joined(separator: ". ")
  }

  /// The fields that `field` needs, in a sentence; `nil` where it needs none.
  static func needs(of field: RequestField, among siblings: [RequestField]) -> String? {
    let labels = field.needs.map { name in siblings.first { $0.wireName == name }?.label ?? name }
    return labels.isEmpty ? nil : "Needs \(labels.joined(separator: " and "))."
  }

  /// Tells whether a name cannot be meant as a word of a sentence, as `duration` can.
  private static func isNoWord(_ name: String) -> Bool {
    name.contains { $0 == "_" || $0.isUppercase }
  }
}
