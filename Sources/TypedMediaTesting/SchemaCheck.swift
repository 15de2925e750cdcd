public import TypedMedia

extension ModelRecord {
  /// In what `body` breaks the model's schema, and which of its members the model does not take. A member
  /// that is missing is named as well as one that is wrong.
  ///
  /// - Parameters:
  ///   - unknown: The service's code for a member that the model does not take.
  ///   - invalid: Its code for a value that the schema does not allow.
  public func fieldErrors(
    in body: JSONObject, unknown: String, invalid: String
  ) -> [MediaError.FieldError] {
    let known = inputSchema?["properties"]?.object ?? [:]
    let foreign = body.filter { known[$0.key] == nil }.map { key, _ in
      MediaError.FieldError(
        code: unknown, message: "\(key) is not a parameter of \(name)", field: key)
    }
    guard let snapshot = try? ModelSnapshot(json) else { return foreign }
    return foreign
      + snapshot.violations(in: .object(body)).map { violation in
        MediaError.FieldError(
          code: invalid, message: violation.message,
          field: violation.place.tokens.joined(separator: "."))
      }
  }
}

extension SchemaViolation {
  /// Where the member is that is wrong, or missing: the violation itself is where the object is that lacks it.
  fileprivate var place: JSONPointer {
    guard ["required", "dependentRequired", "dependencies"].contains(rule),
      let end = message.firstRange(of: " is missing"),
      let missing = JSONPointer(String(message[..<end.lowerBound]))
    else { return instancePath }
    return missing
  }
}

extension [MediaError.FieldError] {
  /// The list as services on FastAPI write it.
  ///
  /// - Parameter part: The part of the request that is wrong: `body`, `query` or `path`.
  package func validationErrors(in part: String = "body") -> JSON {
    let errors = map { error -> JSON in
      let path = (error.field ?? "").split(separator: ".").map { token in
        Int(token).map(\.json) ?? String(token).json
      }
      return [
        "loc": .array([.string(part)] + path), "msg": .string(error.message),
        "type": .string(error.code ?? "value_error"),
      ]
    }
    return ["detail": .array(errors)]
  }
}
