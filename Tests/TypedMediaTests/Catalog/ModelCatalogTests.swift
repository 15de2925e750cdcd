import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// How a service's list of models is read.
@Suite struct ModelCatalogTests {
  private static let catalog = ModelCatalog(name: "acme", list: .get("models"))

  @Test(arguments: [
    #"[{"name": "dusk"}, {"name": "dawn"}]"#, #"{"models": [{"name": "dusk"}, {"name": "dawn"}]}"#,
  ])
  func aListIsFoundWhereItIs(answer: String) throws {
    let answer = try JSON(parsing: Data(answer.utf8))
    #expect(try Self.catalog.records(answer).map(\.name) == ["dusk", "dawn"])
    #expect(!Self.catalog.isOneRecord(answer))
  }

  @Test func anAnswerMayBeOneRecord() throws {
    #expect(try Self.catalog.records(["name": "dusk"]).map(\.name) == ["dusk"])
    #expect(Self.catalog.isOneRecord(["name": "dusk"]))
    #expect(throws: JSONMismatch.self) { try Self.catalog.records(["detail": "No."]) }
  }

  @Test func aKeyHasAVariableThatIsNamedForTheService() {
    #expect(Self.catalog.keyVariable == "ACME_API_KEY")
  }

  @Test func recordsThatHaveSchemasAreTakenAsTheyAreSaved() throws {
    var catalog = Self.catalog
    catalog.records = { _ in [] }
    let snapshot: JSON = ["name": "dusk", "input_schema": true]
    #expect(try catalog.savedRecords(in: [snapshot]).map(\.json) == [snapshot])
    #expect(try catalog.savedRecords(in: []).isEmpty)
    // Nothing that the service's own reader knows.
    #expect(throws: JSONMismatch.self) { try catalog.savedRecords(in: [["name": "dusk"]]) }
  }

  @Test func aModelWithoutACallOfItsOwnIsTakenFromTheList() async throws {
    let transport = CannedTransport(body: #"[{"name": "dusk", "hours": 3}, {"name": "dawn"}]"#)
    let acme = AcmeClient(transport)
    #expect(try await acme.models().map(\.hours) == [3, nil])
    #expect(try await acme.model("dusk").hours == 3)
    let error = await #expect(throws: MediaError.self) { try await acme.model("noon") }
    #expect(error?.code == .notFound && error?.model == "noon")
    #expect(transport.requests.map(\.url.path) == ["/v1/models", "/v1/models", "/v1/models"])
  }

  @Test func aViewIsEnoughForARequest() throws {
    let model = AcmeModel(
      try ModelRecord(json: [
        "name": "dusk", "input_schema": ["required": ["prompt"]], "output_schema": true,
      ]))
    #expect(model.outputSchema == true)
    #expect(try RawRequest([:], to: model).violations().map(\.rule) == ["required"])
  }

  @Test func aKeyThatIsNotInTheEnvironmentIsMissed() throws {
    for environment in [[:], ["ACME_API_KEY": ""]] {
      let error = #expect(throws: MediaError.self) { try AcmeClient(environment: environment) }
      #expect(error?.code == .invalidKey)
    }
    let acme = try AcmeClient(environment: ["ACME_API_KEY": "secret"])
    #expect(acme.connection.baseURL == AcmeClient.defaultURL)
  }
}

/// What a made-up service says of a model.
private struct AcmeModel: ModelView {
  let record: ModelRecord

  init(_ record: ModelRecord) { self.record = record }

  var hours: Int? { record.object["hours"]?.int }
}

/// A client of a made-up service.
private struct AcmeClient: CatalogService {
  typealias Model = AcmeModel
  static let catalog = ModelCatalog(name: "acme", list: .get("models"))
  static let defaultURL = URL(string: "https://acme.example/v1") ?? URL(filePath: "/")
  let connection: ServiceConnection

  init(apiKey: APIKey, baseURL: URL, configuration: ClientConfiguration) {
    connection = ServiceConnection(
      profile: ServiceProfile(name: "Acme") { _ in nil }, baseURL: baseURL, key: apiKey,
      configuration: configuration)
  }

  init(_ transport: any Transport) {
    self.init(
      apiKey: "secret", baseURL: Self.defaultURL,
      configuration: ClientConfiguration.once.over(transport))
  }
}
