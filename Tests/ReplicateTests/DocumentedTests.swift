import ServiceTestSupport
import Testing

/// What the service documents: its lists held against the documents, and the page of fields against the lists.
@Suite struct DocumentedTests {
  private let lists = DocumentedLists(in: "ReplicateTests")

  @Test(
    .enabled(
      if: Documents.contain("replicate-openapi.json"),
      "replicate-openapi.json is not beside the repository"))
  func theListIsOfTheDocument() throws {
    let calls = DocumentedCalls(openAPI: try Documents.json("replicate-openapi.json"))
    #expect(
      try lists.problems(comparedWith: calls, of: "the service's document, version 1.0.0-a1")
        == [])
  }

  @Test(
    .enabled(if: Documents.contain("replicate.md"), "replicate.md is not beside the repository"))
  func eachWordOfTheProseWasLookedAt() throws {
    #expect(try lists.problems(comparedWithWordsOf: "replicate.md") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    #expect(try Coverage(of: "ReplicateCore", in: "ReplicateTests").problems == [])
  }
}
