/// A group of keywords that a dialect can leave out.
enum SchemaVocabulary: String, CaseIterable, Sendable {
  case core
  case applicator
  case unevaluated
  case validation
  case metadata = "meta-data"
  case format = "format-annotation"
  case content

  /// The vocabularies that a metaschema's `$vocabulary` names, and whether it asserts formats.
  ///
  /// What is not known is left out: a dialect that requires it cannot be honoured in full, and the
  /// rest of it is better than nothing.
  static func named(
    in object: JSONObject
  ) -> (vocabularies: Set<SchemaVocabulary>, assertsFormats: Bool) {
    var vocabularies: Set<SchemaVocabulary> = [.core]
    var assertsFormats = false
    for uri in object.keys {
      let name = uri.split(separator: "/").last.map(String.init) ?? uri
      guard uri.hasPrefix("https://json-schema.org/draft/") else { continue }
      switch name {
      case "format-assertion":
        assertsFormats = true
        vocabularies.insert(.format)
      case "format":
        vocabularies.insert(.format)
      default:
        if let vocabulary = SchemaVocabulary(rawValue: name) { vocabularies.insert(vocabulary) }
      }
    }
    // In 2019-09 the keywords on what is unevaluated belong to the applicators.
    if vocabularies.contains(.applicator), object.keys.contains(where: { $0.contains("2019-09") }) {
      vocabularies.insert(.unevaluated)
    }
    return (vocabularies, assertsFormats)
  }
}
