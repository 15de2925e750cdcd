import TypedMediaSchema

/// The facts that a snapshot wants said of a model besides its label, its kind and its description.
///
/// ```json
/// "x-documentation": {"Base cost": "32 credits", "Tags": "new, fast"}
/// ```
package struct DocumentationTable {
  /// The rows, in the snapshot's order.
  var rows: [(label: String, text: String)] = []

  /// The member of the file that has the table.
  package static let keyword = "x-documentation"
  /// The keyword of a schema that lists sentences for the doc comment of a property.
  package static let notesKeyword = "x-notes"
}

extension ModelSource {
  /// The table; without rows where the file has none, or one that is not what it has to be.
  var documentationTable: DocumentationTable {
    guard let table = document.value[DocumentationTable.keyword]?.object,
      documentationProblem == nil
    else { return DocumentationTable() }
    return DocumentationTable(rows: table.map { ($0, $1.string ?? "") })
  }

  /// What is wrong with the table; `nil` when nothing is.
  var documentationProblem: Diagnostic? {
    guard let table = document.value[DocumentationTable.keyword],
      table.object?.allSatisfy({ $0.value.string != nil }) != true
    else { return nil }
    return ignored(
      DocumentationTable.keyword,
      "an object from labels to texts, such as {\"Base cost\": \"32 credits\"}")
  }
}
