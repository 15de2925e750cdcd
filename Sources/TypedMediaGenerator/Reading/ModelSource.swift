import Foundation
package import TypedMediaSchema

/// Stage 1: a snapshot, read.
///
/// It may be a model's record, with the schema in `input_schema`; a JSON Schema by itself; an OpenAPI
/// document with one request body, or one schema; or the definition of a tool. Nothing of it changes, so
/// that lists of them hold one reference each.
package final class ModelSource: Sendable {
  /// The file.
  package let file: SourceFile
  /// The whole file.
  package let document: JSONDocument
  /// The model's name, as it is sent.
  package let name: String
  /// The record's members; for other kinds of files, the name alone.
  package let record: JSONObject
  /// The document that the schema's references lead into.
  package let schemaDocument: JSON
  /// The place of the request's schema in that document.
  package let schemaPointer: JSONPointer
  /// The place of that document in the file.
  package let documentPointer: JSONPointer

  /// The type of what the model answers: the document with its schema, and where in that it is;
  /// `nil` where the snapshot does not say.
  package let output: (document: JSON, pointer: JSONPointer)?

  /// The place where the model's name is in the file.
  private let namePlace: JSONPointer
  /// The request's schema.
  package let schema: SchemaView

  /// Reads a snapshot.
  ///
  /// - Throws: The first thing that keeps it from being a snapshot at all.
  package init(_ file: SourceFile) throws(Diagnostic) {
    self.file = file
    document = try file.document()
    let form = try SnapshotForm(of: document, in: file)
    (name, namePlace, record) = (form.name, form.namePlace, form.record)
    (schemaDocument, schemaPointer, documentPointer) = (
      form.schemaDocument, form.schema, form.place
    )
    schema = SchemaView(document: schemaDocument, at: schemaPointer)
    if let stated = record["output_schema"], stated.object != nil {
      output = (stated, .root)
    } else {
      output = form.output.map { (form.schemaDocument, $0) }
    }
  }

  /// The place where the model's name is, for what is to be said of it.
  var namePosition: SourcePosition? {
    document.position(of: namePlace) ?? document.position(of: .root)
  }

  /// Something to say about a place in the schema's document; where there is no such place, about what
  /// it would be in.
  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, at place: JSONPointer
  ) -> Diagnostic {
    var tokens = documentPointer.tokens + place.tokens
    var position: SourcePosition?
    repeat {
      let pointer = JSONPointer(tokens: tokens)
      position = document.position(ofKeyAt: pointer) ?? document.position(of: pointer)
    } while position == nil && tokens.popLast() != nil
    return Diagnostic(severity, message, path: file.path, position: position)
  }
}

extension SourceFile {
  /// The file's name without its extension.
  var stem: String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
