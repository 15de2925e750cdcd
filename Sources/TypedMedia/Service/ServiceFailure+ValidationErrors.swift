extension ServiceFailure {
  /// Reads a refusal as services answer that are written with FastAPI: a list of what is wrong, and
  /// where.
  ///
  /// ```json
  /// {"detail": [{"loc": ["body", "size", 0], "msg": "must be text", "type": "string_type"}]}
  /// ```
  ///
  /// A place in the body is written without `body`, as `size.0`; one in the query or the path keeps its
  /// first word. It is `nil` when the answer has no such list, or an empty one.
  public init?(validationErrors answer: JSON) {
    let fields = (answer["detail"]?.array ?? []).map(MediaError.FieldError.init(validationError:))
    guard let first = fields.first else { return nil }
    let reasons = fields.map { ($0.field.map { "\($0): " } ?? "") + $0.message }
    self.init(
      code: first.code, message: reasons.joined(separator: "; "), fieldErrors: fields)
  }
}

extension MediaError.FieldError {
  fileprivate init(validationError error: JSON) {
    // An index into a list is a number.
    let path = (error["loc"]?.array ?? []).map { $0.string ?? $0.text() }
    let field = path.dropFirst(path.first == "body" ? 1 : 0).joined(separator: ".")
    self.init(
      code: error["type"]?.string, message: error["msg"]?.string ?? "is not valid",
      field: field.isEmpty ? nil : field)
  }
}
