/// Holds a value against a program, and says so where that was not done to its end.
struct SchemaCheck {
  let program: SchemaProgram
  let instance: JSON

  var isValid: Bool {
    var judge = SchemaValidator(program, instance)
    return judge.run() && judge.end == nil
  }

  func violations(limit: Int) -> [SchemaViolation] {
    var judge = SchemaValidator(program, instance)
    let isValid = judge.run()
    if let end = judge.end { return [violation(end)] }
    guard !isValid else { return [] }
    var explainer = SchemaValidator(program, instance, limit: limit, isCollecting: true)
    _ = explainer.run()
    guard let end = explainer.end else { return explainer.violations }
    // What has been found before the end is as wrong as it was.
    return explainer.violations.prefix(limit - 1) + [violation(end)]
  }

  /// The number of steps that it takes to judge, and to explain.
  var steps: (judging: Int, explaining: Int) {
    var judge = SchemaValidator(program, instance)
    guard !judge.run(), judge.end == nil else { return (judge.steps, 0) }
    var explainer = SchemaValidator(program, instance, limit: 100, isCollecting: true)
    _ = explainer.run()
    return (judge.steps, explainer.steps)
  }

  private func violation(_ end: SchemaValidator.End) -> SchemaViolation {
    let allowed = "what is checked in \(program.maximumSteps) steps"
    let reason =
      end == .cancelled
      ? "the task was cancelled"
      : "by this schema that takes more than \(program.maximumSteps) steps"
    return SchemaViolation(
      instancePath: .root, schemaPath: .root, rule: SchemaViolation.unchecked,
      found: instance.excerpt(of: 60), allowed: allowed,
      message: "the value was not checked to its end: \(reason)")
  }
}
