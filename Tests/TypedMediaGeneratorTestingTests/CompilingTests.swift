#if os(macOS) || os(Linux)
  import Testing
  import TypedMediaGeneratorTesting

  /// The expectations about the compiler, on programs that use TypedMedia.
  @Suite(.serialized) struct CompilingTests {
    @Test func aMistakeDoesNotCompileAndItsTwinDoes() throws {
      try expectNotToCompile(
        "let json: JSON = .number(true)", importing: "TypedMedia", because: "'Bool'")
      try expectToCompile("let json: JSON = .bool(true)", importing: "TypedMedia")
    }

    @Test func aProgramThatCompilesIsNoMistake() {
      let failure = #expect(throws: ExpectationFailure.self) {
        try expectNotToCompile("let json: JSON = 1", importing: "TypedMedia")
      }
      #expect(failure?.description == "This compiles, and should not:\nlet json: JSON = 1")
    }

    @Test func aMistakeThatIsSaidToCompileIsShownWithItsErrors() {
      let failure = #expect(throws: ExpectationFailure.self) {
        try expectToCompile("\nlet number: Int = true", importing: "TypedMedia")
      }
      #expect(failure?.description.contains("  2:19: error: ") == true)
    }

    @Test func anErrorForAnotherReasonIsNotTheOneThatIsMeant() {
      let failure = #expect(throws: ExpectationFailure.self) {
        try expectNotToCompile(
          "let json: JSON = .nothing", importing: "TypedMedia", because: "'Bool'")
      }
      #expect(failure?.description.hasPrefix("No error says \"'Bool'\" of this, but:") == true)
    }

    @Test(arguments: ["import Missing\nlet number: Int = true", "let number: Int = true"])
    func aModuleThatIsNotThereProvesNothing(source: String) {
      let failure = #expect(throws: ExpectationFailure.self) {
        try expectNotToCompile(
          source, importing: source.hasPrefix("let") ? "Missing" : "TypedMedia")
      }
      #expect(failure?.description.contains("no such module 'Missing'") == true)
    }
  }
#endif
