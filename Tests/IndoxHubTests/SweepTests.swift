import Foundation
import IndoxHub
import Testing

/// What holds for every model of the snapshot.
@Suite struct SweepTests {
  @Test func thereAreTwentyModels() {
    #expect(IndoxHubModels.all.count == 20)
    #expect(Set(IndoxHubModels.all.map { $0.model.name }).count == 20)
    #expect(IndoxHubModels.all.filter { $0.model.kind == "video" }.count == 9)
    #expect(IndoxHubModels.all.filter { $0.model.kind == "image" }.count == 11)
    #expect(IndoxHubModels.stamp?.origin == .documentation)
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
  @Test(arguments: IndoxHubModels.all.map { RequestType(type: $0) })
  func theSchemaForAnyModelTakesWhatTheModelDoes(request: RequestType) throws {
    let model = request.type.model
    let medium = try #require(model.kind.flatMap(ModelRecord.IndoxHubMedium.init))
    let record = ModelRecord.indoxHub(named: model.name, making: medium)
    for body in Sample.bodies(of: try #require(model.inputSchema)) {
      #expect(try RawRequest(try #require(body.object), to: record).violations().isEmpty)
    }
    let general = try #require(record.inputSchema?["properties"]?.object)
    for (key, schema) in try #require(model.inputSchema?["properties"]?.object) {
      guard let type = schema["type"] else { continue }
      #expect(general[key]?["type"] == type || general[key] == [:], "\(key)")
    }
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any IndoxHubRequest.Type
    var testDescription: String { "\(type)" }
  }
}
