import ServiceTestSupport
import Testing

/// What the service documents: its lists held against the documents, and the page of fields against the lists.
@Suite struct DocumentedTests {
  private let lists = DocumentedLists(in: "FalTests")

  @Test(
    .enabled(
      if: Documents.contain("fal-platform-openapi.json"),
      "fal-platform-openapi.json is not beside the repository"))
  func theListIsOfTheDocument() throws {
    let calls = DocumentedCalls(openAPI: try Documents.json("fal-platform-openapi.json"))
    #expect(
      try lists.problems(comparedWith: calls, of: "the platform's document, version v1")
        == [])
  }

  @Test(
    .enabled(if: Documents.contain("fal.md"), "fal.md is not beside the repository"))
  func eachWordOfTheProseWasLookedAt() throws {
    #expect(try lists.problems(comparedWithWordsOf: "fal.md") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    #expect(try Coverage(of: "FalCore", in: "FalTests").problems == [])
  }
}
