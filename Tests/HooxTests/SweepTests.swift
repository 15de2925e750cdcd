import Foundation
import Hoox
import ServiceTestSupport
import Testing

/// What holds for every model of the snapshot.
@Suite struct SweepTests {
  @Test func theModelsThatAreNotRetiredAreListed() throws {
    let names = HooxModels.all.map { $0.model.name }
    #expect(!names.isEmpty && Set(names).count == names.count)
    #expect(try names.sorted() == ShippedSnapshots.listedNames(of: "hoox"))
    #expect(HooxModels.stamp?.service == "hoox")
  }

  @Test(arguments: HooxModels.all.map { RequestType(type: $0) })
  func everyBodyThatTheSchemaAllowsIsAValueOfTheType(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    #expect(type.snapshot.problem == nil)
    let bodies = Samples.bodies(of: schema)
    #expect(bodies.count >= 2)
    for body in bodies {
      let value = try type.init(json: body)
      #expect(value.json == body)
      #expect(value.violations().isEmpty, "\(body)")
      #expect(try type.init(json: JSON(parsing: value.json.text())).json == body)
    }
  }

  @Test(arguments: HooxModels.all.map { RequestType(type: $0) })
  func whatTheSchemaForbidsIsRefused(request: RequestType) throws {
    let type = request.type
    let schema = try #require(type.model.inputSchema)
    for body in Samples.bodies(of: schema) {
      var extra = try #require(body.object)
      extra["unheard_of"] = 1
      #expect(throws: JSONMismatch.self) { try type.init(json: .object(extra)) }
    }
    for (key, value) in Samples.wrongValues(of: schema) {
      var body = try #require(Samples.bodies(of: schema).first?.object)
      body[key] = value
      let isRefused =
        (try? type.init(json: .object(body))).map { !$0.violations().isEmpty } ?? true
      #expect(isRefused, "\(key): \(value)")
    }
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any HooxRequest.Type
    var testDescription: String { "\(type)" }
  }
}
