import Foundation
import Testing
import TypedMediaSchema

/// The public suite of texts that a JSON parser must accept, must refuse, or may do either with.
@Suite(.enabled(if: Corpora.contains("json-test-suite"), "The corpora are not at hand."))
struct JSONTestSuiteTests {
  private static func files(_ prefix: String) -> [URL] {
    Corpora.files(in: "json-test-suite").filter { $0.lastPathComponent.hasPrefix(prefix) }
  }

  @Test(arguments: files("y_"))
  func acceptsWhatIsJSON(file: URL) throws {
    let limits = JSONLimits(duplicateKeys: .lastWins)
    let value = try JSON(parsing: Data(contentsOf: file), limits: limits)
    #expect(try JSON(parsing: value.data(), limits: limits) == value)
    #expect(try JSON(parsing: value.text(.indented), limits: limits) == value)
  }

  @Test(arguments: files("n_"))
  func refusesWhatIsNotJSON(file: URL) throws {
    let data = try Data(contentsOf: file)
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: data) }
    #expect(error.map { $0.position.line >= 1 && $0.position.column >= 1 } == true)
    #expect(error?.message.isEmpty == false)
  }

  @Test(arguments: files("i_"))
  func survivesWhatIsLeftOpen(file: URL) throws {
    guard let value = try? JSON(parsing: Data(contentsOf: file)) else { return }
    #expect(try JSON(parsing: value.data()) == value)
    _ = value.hashValue
  }
}
