import HedraV3
import ServiceTestSupport
import Testing

/// What the service documents: its lists held against the documents, and the page of fields against the lists.
@Suite struct DocumentedTests {
  private let lists = DocumentedLists(in: "HedraV3Tests")

  @Test(
    .enabled(
      if: Documents.contain("hedra-v3-openapi.json"),
      "hedra-v3-openapi.json is not beside the repository"))
  func theListIsOfTheDocument() throws {
    var calls = DocumentedCalls(openAPI: try Documents.json("hedra-v3-openapi.json"))
    calls.mergeTemplates()
    #expect(
      try lists.problems(comparedWith: calls, of: "the service's document, version 3.9.0") == [])
  }

  @Test(
    .enabled(if: Documents.contain("hedra-v3.md"), "hedra-v3.md is not beside the repository"))
  func eachWordOfTheProseWasLookedAt() throws {
    #expect(try lists.problems(comparedWithWordsOf: "hedra-v3.md") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    let coverage = try Coverage(
      of: "HedraV3Core", in: "HedraV3Tests", schemas: HedraV3Models.all.map { $0.model.inputSchema }
    )
    #expect(coverage.problems == [])
  }
}
