import Hoox
import ServiceTestSupport
import Testing

/// What the service documents: its list held against the documents, and the page of fields against the list.
@Suite struct DocumentedTests {
  @Test(
    .enabled(
      if: Documents.contain("hoox.md", "hoox-avatars.md"),
      "hoox.md and hoox-avatars.md are not beside the repository"))
  func eachWordOfTheProseWasLookedAt() throws {
    #expect(
      try DocumentedLists(in: "HooxTests")
        .problems(comparedWithWordsOf: "hoox.md", "hoox-avatars.md") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    let coverage = try Coverage(
      of: "HooxCore", in: "HooxTests", schemas: HooxModels.all.map { $0.model.inputSchema })
    #expect(coverage.problems == [])
  }
}
