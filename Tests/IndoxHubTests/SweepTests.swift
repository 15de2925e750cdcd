import Foundation
import IndoxHub
import Testing

/// What holds for every model of the snapshot.
@Suite struct SweepTests {
  @Test func theModelsThatAreNotRetiredAreListed() throws {
    let records = try Snapshots.records()
    let listed = IndoxHubModels.all.map { $0.model.name }
    #expect(
      listed.sorted()
        == records.filter { $0.object["x-retired"] == nil }.map(\.name).sorted())
    #expect(IndoxHubModels.stamp?.service == "indoxhub")
  }

  /// An update says of no snapshot what the snapshots do not say already.
  @Test func theSnapshotsSayWhatTheReviewedTableSays() throws {
    let retired = IndoxHubClient.catalog.rules.retired
    #expect(!retired.isEmpty)
    for record in try Snapshots.records() {
      let notice = record.object["x-retired"]
      #expect(notice?["since"]?.string == retired[record.name]?.since, "\(record.name)")
      #expect(notice?["message"]?.string == retired[record.name]?.message, "\(record.name)")
      #expect((notice?["marked"] == nil) == (notice == nil), "\(record.name)")
    }
  }

  @Test(arguments: IndoxHubModels.all.map { RequestType(type: $0) })
  func everyBodyThatTheSchemaAllowsIsAValueOfTheType(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    #expect(type.snapshot.problem == nil)
    for body in Sample.bodies(of: schema) {
      let value = try type.init(json: body)
      #expect(value.json == body)
      #expect(value.violations().isEmpty, "\(body)")
      #expect(try type.init(json: JSON(parsing: value.json.text())).json == body)
    }
  }

  @Test(arguments: IndoxHubModels.all.map { RequestType(type: $0) })
  func whatTheSchemaForbidsIsRefused(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    for body in Sample.bodies(of: schema) {
      var extra = try #require(body.object)
      extra["unheard_of"] = 1
      #expect(throws: JSONMismatch.self) { try type.init(json: .object(extra)) }
    }
    for (key, value) in Sample.wrongValues(of: schema) {
      var body = try #require(Sample.bodies(of: schema).first?.object)
      body[key] = value
      let isRefused =
        (try? type.init(json: .object(body))).map { !$0.violations().isEmpty } ?? true
      #expect(isRefused, "\(key): \(value)")
    }
  }

  @Test(arguments: IndoxHubModels.all.map { RequestType(type: $0) })
  func theFieldsAreThoseOfTheSchema(request: RequestType) throws {
    let properties = request.type.model.inputSchema?["properties"]?.object?.keys
    #expect(request.type.fields.map(\.wireName) == properties)
  }

  /// What a model's own schema allows, that of any model allows too.
  @Test(arguments: try Snapshots.records().map { Record(model: $0) })
  func theSchemaForAnyModelTakesWhatTheModelDoes(record: Record) throws {
    let model = record.model
    let medium = try #require(model.kind.flatMap(ModelRecord.IndoxHubMedium.init))
    let general = ModelRecord.indoxHub(named: model.name, making: medium)
    for body in Sample.bodies(of: try #require(model.inputSchema)) {
      #expect(try RawRequest(try #require(body.object), to: general).violations().isEmpty)
    }
    let known = try #require(general.inputSchema?["properties"]?.object)
    for (key, schema) in try #require(model.inputSchema?["properties"]?.object) {
      guard let type = schema["type"] else { continue }
      #expect(known[key]?["type"] == type || known[key] == [:], "\(key)")
    }
  }

  /// A model, with a name for the list of cases.
  struct Record: CustomTestStringConvertible, Sendable {
    let model: ModelRecord
    var testDescription: String { model.name }
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any IndoxHubRequest.Type
    var testDescription: String { "\(type)" }
  }
}
