import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaSchema

/// A service's list of models, and where it is from.
struct CatalogReading: Sendable {
  /// The place where that is, for the stamp: an address, or a file's name.
  let origin: String
  /// The day that it is of, as `2026-06-19`.
  let date: String
  /// Tells whether the models are all that the service has, so that one that is not among them is
  /// gone.
  let isWhole: Bool
  /// The models that requests can be made to.
  let models: [OfferedModel]

  /// Asks the service.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  init(of catalog: ModelCatalog, at connection: ServiceConnection) async throws {
    let records = try await connection.records(of: catalog, by: catalog.list)
    origin = ServiceAddress.name(of: connection.baseURL)
    date = Self.day(.now)
    isWhole = true
    models = records.filter(catalog.takesRequests).map { listed in
      OfferedModel(name: listed.name, id: catalog.identifier?(listed)) { old in
        try await catalog.snapshot(Self.whole(listed, of: catalog, at: connection), old)
      }
    }
  }

  /// Asks the service for models that are named, and for no list.
  init(of catalog: ModelCatalog, lookingUp names: [String], at connection: ServiceConnection) {
    origin = ServiceAddress.name(of: connection.baseURL)
    date = Self.day(.now)
    isWhole = false
    models = names.map { name in
      let unknown = ModelRecord(name: name)
      return OfferedModel(name: name, id: catalog.identifier?(unknown)) { old in
        try await catalog.snapshot(Self.whole(unknown, of: catalog, at: connection), old)
      }
    }
  }

  /// Reads an answer that was saved. A record that has its schema is taken as it is.
  ///
  /// - Throws: A `Diagnostic` when it is no such answer.
  init(of catalog: ModelCatalog, in answer: SavedAnswer) throws(Diagnostic) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: answer.data)
    } catch {
      throw Diagnostic(
        .error, "this is not valid JSON: \(error.message)", path: answer.path,
        position: error.position)
    }
    origin = "an answer that was saved: \(URL(filePath: answer.path).lastPathComponent)"
    date = Self.day(answer.savedAt)
    isWhole = !catalog.isOneRecord(document.value)
    do {
      let isMade = !ModelCatalog.hasSchemas(document.value)
      models = try catalog.savedRecords(in: document.value).filter(catalog.takesRequests).map {
        record in
        OfferedModel(name: record.name, id: catalog.identifier?(record)) { old in
          isMade ? try catalog.snapshot(record, old) : record
        }
      }
    } catch {
      throw Diagnostic(
        .error, "this is no answer of \(catalog.name) with models: \(error)", path: answer.path,
        position: document.position(of: .root))
    }
  }

  /// All that the service says of a model.
  private static func whole(
    _ listed: ModelRecord, of catalog: ModelCatalog, at connection: ServiceConnection
  ) async throws -> ModelRecord {
    guard !catalog.isListComplete || catalog.isListEndless, let lookup = catalog.lookup else {
      return listed
    }
    return try await connection.send(try lookup(listed.name)) { answer in
      guard let record = try catalog.records(answer.json).first else {
        throw JSONMismatch(problem: "has no \"\(catalog.nameMember)\"")
      }
      return record
    }
  }

  /// The way that a stamp writes a day.
  private static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}
