import Hedra
import ServiceTestSupport
import Testing

/// What the service documents: its list held against the document, and the page of fields against the list.
@Suite struct DocumentedTests {
  @Test(
    .enabled(
      if: Documents.contain("hedra-v2-openapi.json"),
      "hedra-v2-openapi.json is not beside the repository"))
  func theListIsOfTheDocument() throws {
    let calls = DocumentedCalls(
      openAPI: try Documents.json("hedra-v2-openapi.json"), droppingPrefix: "/public/")
    #expect(
      try DocumentedLists(in: "HedraTests")
        .problems(comparedWith: calls, of: "the service's document of 2026-08-22") == [])
  }

  @Test func everyDocumentedFieldHasARow() throws {
    let coverage = try Coverage(
      of: "HedraCore", in: "HedraTests", schemas: HedraModels.all.map { $0.model.inputSchema })
    #expect(coverage.problems == [])
  }
}
