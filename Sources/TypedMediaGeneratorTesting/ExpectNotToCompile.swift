#if os(macOS) || os(Linux)
  /// Expects that the compiler refuses `source`, a program that uses the modules of the running tests.
  ///
  /// ```swift
  /// try expectNotToCompile(
  ///   #"let clip = Veo3_1(prompt: "A fox", duration: .seconds7)"#, importing: "Hoox",
  ///   because: "seconds7")
  /// ```
  ///
  /// A program may be refused for another reason than the one that is meant, a slip of the pen, say.
  /// `reason` makes sure, and so does ``expectToCompile(_:importing:)`` of the same program put right. That
  /// a module is not found is no such reason.
  ///
  /// The program sees what modules have that is public. What is internal is seen through a line
  /// `@testable import` in `source`.
  ///
  /// - Parameters:
  ///   - source: The program.
  ///   - modules: The modules that it imports, which the test depends on.
  ///   - reason: What one of the compiler's errors has to say; `nil` where any will do.
  /// - Throws: ``ExpectationFailure`` when it compiles, when no error says `reason`, and when there is no
  ///   compiler.
  public func expectNotToCompile(
    _ source: String, importing modules: String..., because reason: String? = nil
  ) throws {
    let check = try ProgramCheck(of: source, importing: modules)
    if let obstacle = check.obstacles.first {
      throw ExpectationFailure("Whether this compiles cannot be said: \(obstacle)\n\(source)")
    }
    guard !check.errors.isEmpty else {
      throw ExpectationFailure("This compiles, and should not:\n\(source)")
    }
    if let reason, !check.errors.contains(where: { $0.contains(reason) }) {
      throw ExpectationFailure(
        """
        No error says "\(reason)" of this, but:
        \(check.errors.map { "  \($0)" }.joined(separator: "\n"))
        \(source)
        """)
    }
  }

  /// Expects that `source`, a program that uses the modules of the running tests, compiles.
  ///
  /// - Parameters:
  ///   - source: The program.
  ///   - modules: The modules that it imports, which the test depends on.
  /// - Throws: ``ExpectationFailure`` with the compiler's errors.
  public func expectToCompile(_ source: String, importing modules: String...) throws {
    let check = try ProgramCheck(of: source, importing: modules)
    let errors = check.obstacles + check.errors
    guard errors.isEmpty else {
      throw ExpectationFailure(
        """
        This does not compile:
        \(errors.map { "  \($0)" }.joined(separator: "\n"))
        \(source)
        """)
    }
  }
#endif
