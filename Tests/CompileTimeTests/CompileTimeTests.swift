import Foundation
import Testing
import TypedMediaGeneratorTesting

/// What a model does not take does not compile.
@Suite(.serialized) struct CompileTimeTests {
  @Test(arguments: Snippet.all(.fails))
  func aMistakeIsRefusedWithTheErrorThatItsLineExpects(snippet: Snippet) throws {
    let outcome = try Compiler().typecheck(snippet.file, verifying: true)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: Snippet.all(.compiles))
  func itsTwinCompiles(snippet: Snippet) throws {
    let outcome = try Compiler().typecheck(snippet.file, verifying: false)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func everyMistakeHasATwin() {
    let mistakes = Snippet.all(.fails).map(\.name)
    #expect(mistakes == Snippet.all(.compiles).map(\.name))
    #expect(!mistakes.isEmpty, "No snippets below \(Snippet.tests.path).")
  }

  /// Guards the other tests: a compiler that accepts anything would let them all pass.
  @Test func aMistakeDoesNotCompileWhenNoErrorIsExpected() throws {
    let mistake = try #require(Snippet.all(.fails).first)
    let outcome = try Compiler().typecheck(mistake.file, verifying: false)
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("error:"))
  }
}
