import Foundation
import Testing
import TypedMedia
import TypedMediaUpdating

/// What an update adds to a record for the doc comments of its request.
@Suite struct DocumentedModelTests {
  /// The record with what is added to it; `nil` where no type can be made of it any more.
  private static func documented(_ record: JSON) async throws -> ModelRecord? {
    let model = try ModelRecord(json: record)
    var catalog = ModelCatalog(name: "acme", list: .get("models"))
    catalog.documentation = { record in
      [
        ("Provider", record.object["provider"]?.string ?? ""),
        ("Base cost", record.object["base_cost"]?.decimal.map { "\($0) credits" } ?? ""),
      ]
    }
    let offered = OfferedModel(name: model.name) { _ in model }.documented(by: catalog)
    guard case .record(let documented) = await offered.reading(replacing: nil) else { return nil }
    return documented
  }

  @Test func whatARecordSaysForPeopleIsInItsTable() async throws {
    let record = try await Self.documented([
      "name": "aurora", "provider": "acme", "base_cost": 2.5, "tags": ["new"],
      "input_schema": ["type": "object"],
    ])
    let table = record?.object["x-documentation"]
    #expect(table == ["Provider": "acme", "Base cost": "2.5 credits"])
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

  @Test func whatIsInAListIsNoSetting() async throws {
    let shots: JSON = [
      "type": "array", "items": ["properties": ["duration": ["type": "integer"]]],
    ]
    let record = try await Self.documented([
      "name": "aurora", "settings": [["key": "duration", "affects_cost": true]],
      "input_schema": ["properties": ["duration": ["type": "integer"], "shots": shots]],
    ])
    let properties = record?.inputSchema?["properties"]
    #expect(properties?["duration"]?["x-notes"] == ["It affects the cost."])
    #expect(properties?["shots"] == shots)
  }
}
