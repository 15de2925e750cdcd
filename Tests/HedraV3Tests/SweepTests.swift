import Foundation
import HedraV3
import ServiceTestSupport
import Testing

/// What holds for every model of the snapshots.
@Suite struct SweepTests {
  @Test func theModelsThatAreNotRetiredAreListed() throws {
    let names = HedraV3Models.all.map { $0.model.name }
    #expect(!names.isEmpty && Set(names).count == names.count)
    #expect(try names.sorted() == ShippedSnapshots.listedNames(of: "hedra-v3"))
    #expect(HedraV3Models.stamp?.service == "hedra-v3")
  }

  @Test(arguments: HedraV3Models.all.map { RequestType(type: $0) })
  func everyBodyThatTheSchemaAllowsIsAValueOfTheType(request: RequestType) throws {
    let type = request.type
    #expect(type.snapshot.problem == nil)
    let bodies = try SampleBodies(of: try #require(type.model.inputSchema)).all
    #expect(bodies.count > 2)
    for body in bodies {
      let value = try type.init(json: body)
      #expect(value.json == body)
      #expect(value.violations().isEmpty, "\(body)")
      #expect(try type.init(json: JSON(parsing: value.json.text())).json == body)
    }
  }

  @Test(arguments: HedraV3Models.all.map { RequestType(type: $0) })
  func whatTheSchemaForbidsIsRefused(request: RequestType) throws {
    let type = request.type
    let samples = try SampleBodies(of: try #require(type.model.inputSchema))
    #expect(!samples.wrong.isEmpty)
    for body in samples.wrong {
      let isRefused = (try? type.init(json: body)).map { !$0.violations().isEmpty } ?? true
      #expect(isRefused, "\(body)")
    }
  }

  @Test(arguments: HedraV3Models.all.map { RequestType(type: $0) })
  func theFieldsAreThoseOfTheSchema(request: RequestType) throws {
    let properties = request.type.model.inputSchema?["properties"]?.object
    #expect(request.type.fields.map(\.wireName) == properties?.keys)
    // Whatever is a medium takes a file.
    let media = (properties ?? [:]).filter { $1["x-media"] != nil }.map(\.key)
    #expect(
      request.type.fields.filter { $0.media != nil || $0.element?.media != nil }
        .map(\.wireName) == media)
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any HedraV3Request.Type
    var testDescription: String { "\(type)" }
  }
}
