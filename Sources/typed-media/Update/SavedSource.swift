import Foundation
import HedraCore
import IndoxHubCore
import TypedMedia
import TypedMediaGenerator
import TypedMediaSchema

/// An answer of a service that was saved: a record, a list of records, or the list of the models as the
/// service gives it. A record that has its schema is taken as it is.
struct SavedSource: SnapshotSource {
  let origin: String
  let date: String
  let isWhole: Bool
  private let offers: [OfferedModel]

  /// Reads the answer of `service` that is at `path`; `-` is the standard input.
  ///
  /// - Throws: ``Stop`` when it cannot be read, or a `Diagnostic` when it is no such answer.
  init(of service: Service, reading path: String) throws {
    let file = try SourceFile(reading: path)
    let answer = try file.json()
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    origin = "an answer that was saved: \(URL(filePath: file.path).lastPathComponent)"
    date = SnapshotDay.text(of: attributes?[.modificationDate] as? Date ?? .now)
    isWhole = answer.value["name"] == nil && answer.value["modelName"] == nil
    do {
      offers = try Self.models(of: service, in: answer.value)
    } catch {
      throw Diagnostic(
        .error, "this is no answer of \(service.rawValue) with models: \(error)", path: file.path,
        position: answer.position(of: .root))
    }
  }

  func models() -> [OfferedModel] { offers }

  private static func models(of service: Service, in answer: JSON) throws -> [OfferedModel] {
    let records = answer.array ?? answer["models"]?.array ?? [answer]
    guard service != .hoox, !records.contains(where: { $0["input_schema"] != nil }) else {
      return try records.map { try OfferedModel($0) }
    }
    if service == .hedra { return try ModelRecord.hedra(records).map(OfferedModel.init) }
    let models = IndoxHubModel.all(in: answer)
    guard !models.isEmpty else { throw JSONMismatch(problem: "has no \"modelName\"") }
    return models.compactMap(OfferedModel.init)
  }
}

extension OfferedModel {
  /// A model whose record is at hand.
  ///
  /// - Throws: `JSONMismatch` when it has no name. What else is wrong with it concerns no other model,
  ///   and shows when it is looked up.
  fileprivate init(_ value: JSON) throws {
    let record = Result { try ModelRecord(json: value) }
    guard let name = (try? record.get())?.name ?? value["name"]?.string else {
      throw JSONMismatch(expected: "a record with a \"name\"", found: value)
    }
    self.init(name: name) { _ in try record.get() }
  }
}
