public import TypedMedia

/// What a form was read as.
public struct FormReading: Sendable {
  /// The body, as far as it could be read.
  public let body: JSONObject
  /// What could not be read.
  public let problems: [FormProblem]

  let places: [JSONPointer: ControlName]
  let order: [ControlName]
  let needers: [JSONPointer: [String]]

  /// The request that the form makes.
  ///
  /// - Throws: ``FormRejection``.
  public func request<Request: GenerationRequest>(as type: Request.Type) throws -> Request {
    try check(against: Request.snapshot)
    do {
      return try Request(json: .object(body))
    } catch let mismatch as JSONMismatch {
      let message = mismatch.problem.prefix(1).uppercased() + mismatch.problem.dropFirst() + "."
      throw FormRejection(problems: [
        FormProblem(name: control(at: mismatch.path).text, message: message)
      ])
    }
  }

  /// The request that the form makes to a model that there is no type for.
  ///
  /// - Throws: ``FormRejection``, or an error that says that the model's record has no schema.
  public func request(to model: ModelRecord) throws -> RawRequest {
    let request = try RawRequest(body, to: model)
    try check(against: request.snapshot)
    return request
  }

  private func check(against snapshot: ModelSnapshot) throws {
    // What could not be read is not there, or not as it should be, which is no second problem.
    let violations = snapshot.violations(in: .object(body)).map(problem).filter { violation in
      !problems.contains { ($0.name + ".").hasPrefix(violation.name + ".") }
    }
    let all = problems + violations
    guard all.isEmpty else { throw FormRejection(problems: inOrder(all)) }
  }

  /// The problems in the order of the form, those of the whole form first.
  private func inOrder(_ problems: [FormProblem]) -> [FormProblem] {
    let byName = Dictionary(grouping: problems, by: \.name)
    return ([.root] + order).flatMap { byName[$0.text] ?? [] }
  }

  private func problem(_ violation: SchemaViolation) -> FormProblem {
    if let (place, name) = missing(violation) {
      let needers = needers[place].map { $0.joined(separator: " and ") }
      return FormProblem(
        name: name.text, message: needers.map { "Is missing: \($0) needs it." } ?? "Is missing.")
    }
    return FormProblem(
      name: control(at: violation.instancePath).text,
      message: "Is \(violation.found); allowed: \(violation.allowed).")
  }

  /// The control of the member that is missing. A violation has the place of the object that it is
  /// missing from, and names the member in its message alone.
  private func missing(_ violation: SchemaViolation) -> (JSONPointer, ControlName)? {
    let object = violation.instancePath
    return places.first { place, _ in
      place.tokens.count == object.tokens.count + 1 && place.tokens.starts(with: object.tokens)
        && violation.message.hasPrefix("\(place) is missing")
    }.map { ($0.key, $0.value) }
  }

  /// The control of a place, or of the smallest part of the form that it is in.
  private func control(at place: JSONPointer) -> ControlName {
    var tokens = place.tokens
    while !tokens.isEmpty {
      if let name = places[JSONPointer(tokens: tokens)] { return name }
      tokens.removeLast()
    }
    return .root
  }
}
