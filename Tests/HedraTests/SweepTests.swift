import Foundation
import Hedra
import ServiceTestSupport
import Testing

/// What holds for every model and kind of the snapshot.
@Suite struct SweepTests {
  @Test func theModelsAndKindsThatAreNotRetiredAreListed() throws {
    let names = HedraModels.all.map { $0.model.name }
    #expect(!names.isEmpty && Set(names).count == names.count)
    #expect(try names.sorted() == ShippedSnapshots.listedNames(of: "hedra"))
    #expect(HedraModels.stamp?.service == "hedra")
    let kinds = Set(ModelRecord.HedraKind.allCases.map(\.rawValue))
    #expect(kinds.count == 16)
    let models = HedraModels.all.filter { !kinds.contains($0.model.name) }.map { $0.model }
    #expect(!models.isEmpty)
    #expect(Set(models.map { $0.object["id"] }).count == models.count)
    #expect(models.allSatisfy { ["video", "image"].contains($0.kind) })
  }

  @Test(arguments: HedraModels.all.map { RequestType(type: $0) })
  func everyBodyThatTheSchemaAllowsIsAValueOfTheType(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    #expect(type.snapshot.problem == nil)
    let bodies = try SampleBodies(of: schema).all
    #expect(bodies.count > 2)
    for body in bodies {
      let value = try type.init(json: body)
      #expect(value.json == body)
      #expect(value.violations().isEmpty, "\(body)")
      #expect(try type.init(json: JSON(parsing: value.json.text())).json == body)
    }
  }

  @Test(arguments: HedraModels.all.map { RequestType(type: $0) })
  func whatTheSchemaForbidsIsRefused(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    let bodies = try SampleBodies(of: schema).all
    for body in bodies.prefix(2) {
      for place in body.objects {
        let extra = body.setting(1, at: (place + ["unheard_of"])[...])
        #expect(throws: JSONMismatch.self) { try type.init(json: extra) }
      }
    }
    let wrong = try SampleBodies(of: schema).wrong
    #expect(!wrong.isEmpty)
    for body in wrong {
      let isRefused = (try? type.init(json: body)).map { !$0.violations().isEmpty } ?? true
      #expect(isRefused, "\(body)")
    }
  }

  @Test(arguments: HedraModels.all.map { RequestType(type: $0) })
  func theFieldsAreThoseOfTheSchema(request: RequestType) throws {
    let properties = request.type.model.inputSchema?["properties"]
    #expect(request.type.fields.map(\.wireName) == properties?.object?.keys)
    let inputs = request.type.fields.first { $0.wireName == "generated_video_inputs" }
    #expect(
      inputs?.fields.map(\.wireName)
        == properties?["generated_video_inputs"]?["properties"]?.object?.keys)
    if let inputs { #expect(inputs.fields.first?.name == "textPrompt") }
  }

  /// What a model's own schema allows, the one for any model of its kind allows too.
  @Test(arguments: HedraModels.all.map { RequestType(type: $0) })
  func theKindTakesWhatTheModelDoes(request: RequestType) throws {
    let schema = try #require(request.type.model.inputSchema)
    let name = try #require(schema["properties"]?["type"]?["const"]?.string)
    let kind = ModelRecord.hedra(try #require(ModelRecord.HedraKind(rawValue: name)))
    let general = try JSONSchema(try #require(kind.inputSchema))
    for body in try SampleBodies(of: schema).all {
      #expect(general.violations(in: body).isEmpty, "\(body)")
    }
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any HedraRequest.Type
    var testDescription: String { "\(type)" }
  }
}
