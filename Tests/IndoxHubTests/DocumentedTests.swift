import IndoxHub
import ServiceTestSupport
import Testing

/// What the service documents: its list held against the documents, and the page of fields against the list.
@Suite struct DocumentedTests {
  @Test(
    .enabled(if: Documents.contain("indoxhub.md"), "indoxhub.md is not beside the repository"))
  func eachWordOfTheProseWasLookedAt() throws {
    #expect(
      try DocumentedLists(in: "IndoxHubTests").problems(comparedWithWordsOf: "indoxhub.md") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    let schemas = try Snapshots.models().map(\.model.inputSchema)
    let coverage = try Coverage(of: "IndoxHubCore", in: "IndoxHubTests", schemas: schemas)
    #expect(coverage.problems == [])
  }
}
