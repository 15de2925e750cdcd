import Foundation
import HedraCore
import HooxCore
import IndoxHubCore
import TypedMedia

/// Hoox, whose list has no schemas: each model is looked up by itself.
struct HooxSource: SnapshotSource {
  let client: HooxClient

  var origin: String { ServiceAddress.name(of: client.connection.baseURL) }
  var date: String { SnapshotDay.text(of: .now) }
  var isWhole: Bool { true }

  func models() async throws -> [OfferedModel] {
    try await client.models().map { [client] model in
      OfferedModel(name: model.name) { _ in try await client.model(model.name) }
    }
  }
}

/// Hedra, whose list has all that it says of its models, of which the schemas are made.
struct HedraSource: SnapshotSource {
  let client: HedraClient

  var origin: String { ServiceAddress.name(of: client.connection.baseURL) }
  var date: String { SnapshotDay.text(of: .now) }
  var isWhole: Bool { true }

  func models() async throws -> [OfferedModel] {
    try await client.models().map(OfferedModel.init)
  }
}

extension OfferedModel {
  /// A model of Hedra, whose record is there already.
  init(_ record: ModelRecord) {
    self.init(name: record.name, id: record.hedraID) { _ in
      guard record.type != nil else {
        throw JSONMismatch(problem: "has no \"type\", without which the service takes no request")
      }
      return record
    }
  }
}

extension ModelRecord {
  /// What Hedra knows a model by.
  var hedraID: String? { object["id"]?.string ?? object["slug"]?.string }
}

/// IndoxHub, whose list has all that it says of its models.
struct IndoxHubSource: SnapshotSource {
  let client: IndoxHubClient

  var origin: String { ServiceAddress.name(of: client.connection.baseURL) }
  var date: String { SnapshotDay.text(of: .now) }
  var isWhole: Bool { true }

  func models() async throws -> [OfferedModel] {
    try await client.models().compactMap(OfferedModel.init)
  }
}

extension OfferedModel {
  /// A model of IndoxHub; `nil` when the service says that it makes neither images nor videos.
  init?(_ model: IndoxHubModel) {
    guard model.kind == nil || model.record != nil else { return nil }
    self.init(name: model.name) { model.snapshot(replacing: $0) }
  }
}

extension IndoxHubModel {
  /// What the service says, with the schema that the documentation has: that of the old snapshot, or
  /// what is documented of all such models. `nil` when nobody knows what the model makes.
  fileprivate func snapshot(replacing old: ModelRecord?) -> ModelRecord? {
    guard let type = record?.type ?? old?.type,
      let schema = old?.inputSchema ?? record?.inputSchema
    else { return nil }
    var snapshot = ModelRecord(name: name)
    snapshot.object.set("label", label)
    snapshot.object.set("type", type)
    snapshot.object.set("provider", provider ?? old?.provider)
    let others = object.filter { $0.key != "modelName" && $0.key != "input_schema" }
    for (key, value) in others where snapshot.object[key] == nil { snapshot.object[key] = value }
    snapshot.object["input_schema"] = schema
    return snapshot
  }
}

/// How a stamp writes a day.
enum SnapshotDay {
  static func text(of date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
