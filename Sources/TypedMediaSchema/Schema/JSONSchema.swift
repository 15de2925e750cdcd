/// A compiled JSON Schema.
///
/// ```swift
/// let schema = try JSONSchema(["properties": ["duration": ["enum": [4, 6, 8]]]])
/// schema.violations(in: ["duration": 7]).first?.message
/// // "/duration is 7; allowed: one of 4, 6, 8"
/// ```
///
/// Drafts 7, 2019-09 and 2020-12 are understood in full, `$schema` telling which; a schema that
/// does not tell is of the dialect that ``Options/defaultDialect`` names, and may use OpenAPI 3.0's
/// `nullable` and boolean `exclusiveMinimum` besides. Keywords that the dialect does not define are
/// ignored.
///
/// Numbers are compared and divided exactly, and lengths of strings are counted in Unicode scalars.
/// A `pattern` is a regular expression of ECMA-262, anchored nowhere, in which `\d` and `\w` are
/// ASCII. References may go in circles.
///
/// Neither a schema nor a value, however they are made, keep a check busy for long: a value is held
/// against a schema once, on however many ways it is reached, and after ``Options/maximumSteps`` or when the
/// task is cancelled the check is given up. What has not been checked to its end is not valid, and
/// its violation says so (``SchemaViolation/unchecked``). A single pattern that its engine gives up on is
/// another matter: nothing is known against the text, and nothing is said.
public struct JSONSchema: Sendable {
  /// The problems of the schema that have been ignored; empty unless ``Options/lenient`` is set.
  /// After a thousand problems the rest of the schema is not read, as the last one says.
  public let problems: [JSONSchemaProblem]

  private let program: SchemaProgram

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - document: The schema: an object or a boolean.
  ///   - options: How to read it.
  /// - Throws: ``JSONSchemaError``, with everything that is wrong with the schema, up to a thousand
  ///   problems.
  public init(_ document: JSON, options: Options = Options()) throws(JSONSchemaError) {
    var compiler = SchemaCompiler(document, options: options)
    program = compiler.compile()
    problems = compiler.problems
    guard problems.isEmpty || options.lenient else { throw JSONSchemaError(problems: problems) }
  }

  /// Finds what is wrong with `instance`; nothing if it is valid.
  ///
  /// - Parameters:
  ///   - instance: The value to look at.
  ///   - limit: How many violations to return at most.
  /// - Returns: What is wrong with `instance`; nothing if it is valid.
  public func violations(in instance: JSON, limit: Int = 100) -> [SchemaViolation] {
    guard limit > 0 else { return [] }
    return SchemaCheck(program: program, instance: instance).violations(limit: limit)
  }

  /// Tells whether `instance` is valid. Stops at the first violation, and explains none.
  ///
  /// A value that could not be checked to its end is not.
  ///
  /// - Returns: `true` if `instance` is valid.
  public func isValid(_ instance: JSON) -> Bool {
    SchemaCheck(program: program, instance: instance).isValid
  }

  /// Tells what a judge in a hurry says of `instance`, if anything, and what the whole walk says.
  package func verdicts(on instance: JSON) -> (quick: Bool?, whole: Bool) {
    SchemaCheck(program: program, instance: instance).verdicts
  }

  /// Counts the steps that it takes to judge `instance`, and to explain what is wrong with it.
  package func steps(for instance: JSON) -> (judging: Int, explaining: Int) {
    SchemaCheck(program: program, instance: instance).steps
  }
}
