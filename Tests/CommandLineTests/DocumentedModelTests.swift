import Foundation
import Testing
import TypedMedia
import typed_media

/// What an update adds to a record for the doc comments of its request.
@Suite struct DocumentedModelTests {
  /// The record with what is added to it; `nil` where no type can be made of it any more.
  private static func documented(_ record: JSON) async throws -> ModelRecord? {
    let model = try ModelRecord(json: record)
    let offered = OfferedModel(name: model.name) { _ in model }.documented()
    guard case .record(let documented) = await offered.reading(replacing: nil) else { return nil }
    return documented
  }

  @Test func whatARecordSaysForPeopleIsInItsTable() async throws {
    let record = try await Self.documented([
      "name": "aurora", "provider": "acme", "base_cost": 2.5, "tags": ["new", "fast"],
      "required_plans": ["PRO"], "restricted_countries": ["XX", "YY"],
      "pricing": ["credits_per_second": 7], "input_schema": ["type": "object"],
    ])
    let table = record?.object["x-documentation"]
    #expect(
      table?.text() == """
        {"Provider":"acme","Base cost":"2.5 credits","Cost of a second":"7 credits",\
        "Plans that may use it":"PRO","Not available in":"XX, YY","Tags":"new, fast"}
        """)
  }

  @Test func whatSaysNothingHasNoTable() async throws {
    let plain: JSON = ["name": "aurora", "tags": [], "input_schema": ["type": "object"]]
    #expect(try await Self.documented(plain)?.json == plain)
  }

  @Test func whatASettingSaysIsAtItsPropertiesUnlessTheySayItThemselves() async throws {
    let record = try await Self.documented([
      "name": "aurora",
      "settings": [
        ["key": "sound", "label": "Sound", "affects_cost": true],
        ["key": "seed", "affects_cost": false], ["key": "mode"],
      ],
      "input_schema": [
        "properties": [
          "mode": ["enum": ["a"]],
          "settings": [
            "properties": [
              "sound": ["type": "boolean"],
              "seed": ["type": "integer", "x-notes": ["It is never repeated."]],
            ]
          ],
        ]
      ],
    ])
    let properties = record?.inputSchema?["properties"]
    #expect(properties?["mode"] == ["enum": ["a"]])
    #expect(
      properties?["settings"]?["properties"] == [
        "sound": ["type": "boolean", "title": "Sound", "x-notes": ["It affects the cost."]],
        "seed": ["type": "integer", "x-notes": ["It is never repeated."]],
      ])
  }
}
