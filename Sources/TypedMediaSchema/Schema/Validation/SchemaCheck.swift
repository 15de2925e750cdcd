/// Holds a value against a program, and says so where that was not done to its end.
struct SchemaCheck {
  let program: SchemaProgram
  let instance: JSON

  var isValid: Bool {
    if let isValid = quickVerdict.isValid { return isValid }
    var judge = SchemaValidator(program, instance)
    return judge.run() && judge.end == nil
  }

  /// What a judge in a hurry says.
  private var quickVerdict: SchemaJudge.Verdict {
    program.judgeProgram.map { SchemaJudge.verdict(on: instance, by: $0) } ?? (nil, 0)
  }

  func violations(limit: Int) -> [SchemaViolation] {
    switch quickVerdict.isValid {
    case true?: return []
    case false?: return explanation(limit: limit)
    case nil: break
    }
    var judge = SchemaValidator(program, instance)
    let isValid = judge.run()
    if let end = judge.end { return [violation(end)] }
    return isValid ? [] : explanation(limit: limit)
  }

  private func explanation(limit: Int) -> [SchemaViolation] {
    var explainer = SchemaValidator(program, instance, limit: limit, isCollecting: true)
    _ = explainer.run()
    guard let end = explainer.end else { return explainer.violations }
    // What has been found before the end is as wrong as it was.
    return explainer.violations.prefix(limit - 1) + [violation(end)]
  }

  /// What a judge in a hurry says, `nil` if that is nothing, and what the whole walk says.
  var verdicts: (quick: Bool?, whole: Bool) {
    var judge = SchemaValidator(program, instance)
    return (quickVerdict.isValid, judge.run() && judge.end == nil)
  }

  /// The number of steps that it takes to judge, and to explain.
  var steps: (judging: Int, explaining: Int) {
    var (isValid, judging) = quickVerdict
    if isValid == nil {
      var judge = SchemaValidator(program, instance)
      isValid = judge.run() || judge.end != nil
      judging += judge.steps
    }
    guard isValid == false else { return (judging, 0) }
    var explainer = SchemaValidator(program, instance, limit: 100, isCollecting: true)
    _ = explainer.run()
    return (judging, explainer.steps)
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
