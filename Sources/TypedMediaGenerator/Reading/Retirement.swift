import TypedMediaSchema

/// The facts that a snapshot has of a model, or of a value, that the service has no longer.
package struct Retirement {
  /// The day, or the version, since when it is gone.
  let since: String?
  /// What to use instead, as it is sent.
  let replacement: JSON?
  /// A sentence for whoever used it.
  let message: String?

  /// The member of a record or schema that says that the model is gone.
  package static let modelKeyword = "x-retired"
  /// The keyword beside `enum` that lists the values that are gone.
  package static let valuesKeyword = "x-retired-values"

  /// Reads `since`, `replacement` and `message`, none of which has to be there.
  init(_ annotation: JSONObject) {
    since = annotation["since"]?.string
    replacement = annotation["replacement"]
    message = annotation["message"]?.string
  }
}

extension ModelSource {
  /// The retirement of the model; `nil` for one that the service has.
  var retirement: Retirement? {
    document.value[Retirement.modelKeyword]?.object.map(Retirement.init)
  }

  /// Whether the service has the model no longer.
  package var isRetired: Bool { retirement != nil }

  /// What is wrong with the annotation that it is read from; `nil` when nothing is.
  var retirementProblem: Diagnostic? {
    guard let annotation = document.value[Retirement.modelKeyword], annotation.object == nil else {
      return nil
    }
    return ignored(
      Retirement.modelKeyword,
      "an object, such as {\"since\": \"2026-11-21\", \"replacement\": \"another-model\"}")
  }

  /// A warning of a member of the file that is not what it has to be.
  func ignored(_ keyword: String, _ expectation: String) -> Diagnostic {
    Diagnostic(
      .warning, "\"\(keyword)\" has to be \(expectation); it is ignored", path: file.path,
      position: document.position(of: JSONPointer(tokens: [keyword])))
  }
}
