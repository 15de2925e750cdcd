import Foundation
public import TypedMedia
import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaTerminal

/// An update of a folder of snapshots: a service's list of models in, a file for each model out.
///
/// ```swift
/// let acme = try AcmeClient(environment: ProcessInfo.processInfo.environment)
/// print(try await CatalogUpdate(of: acme, into: "Sources/Acme/schemas").run())
/// ```
///
/// What has changed is written when all models are there, each file in one step and `snapshot.json` last, so
/// that a run that is cut leaves what was there, and the next makes it good. A model that cannot be fetched
/// keeps its file. One that is gone keeps it for 90 days, in which its type is deprecated; so does a value,
/// whose name is then unavailable.
public struct CatalogUpdate: Sendable {
  /// The path of the folder, which may be missing.
  public let folder: String
  /// The patterns of the names of models that are updated, as in `veo-*`: `*` is any text, `?` any character.
  ///
  /// Of a service whose list is endless, as `ModelCatalog.isListEndless` says, models that are new are named whole.
  public var patterns = ["*"]
  /// Tells whether the files of models that the service has no more are removed at once.
  public var removesGone = false
  /// Tells whether a list is believed that has lost more than half of the models in the folder.
  public var allowsManyGone = false
  /// Tells whether nothing is written, and the report says what would be.
  public var isDryRun = false
  /// Called, from any thread, with a line for each model that is done.
  public var onProgress: @Sendable (_ line: String) -> Void = { _ in }

  private let catalog: ModelCatalog
  /// Reads the models; those of the names, where the list is endless.
  private let read: @Sendable (_ names: [String]) async throws -> CatalogReading

  /// Creates an update that asks a service.
  ///
  /// - Parameters:
  ///   - service: The service's client.
  ///   - folder: The path of the folder, which may be missing.
  public init<Service: CatalogService>(of service: Service, into folder: String) {
    let catalog = Service.catalog
    let connection = service.catalogConnection
    self.init(catalog, folder) { names in
      catalog.isListEndless
        ? CatalogReading(of: catalog, lookingUp: names, at: connection)
        : try await CatalogReading(of: catalog, at: connection)
    }
  }

  /// Creates an update that reads an answer which was saved, and asks nobody.
  ///
  /// - Parameters:
  ///   - catalog: The catalog of the service whose answer it is.
  ///   - answer: The answer. A list counts as all that there is.
  ///   - folder: The path of the folder, which may be missing.
  public init(of catalog: ModelCatalog, from answer: SavedAnswer, into folder: String) {
    self.init(catalog, folder) { _ in try CatalogReading(of: catalog, in: answer) }
  }

  private init(
    _ catalog: ModelCatalog, _ folder: String,
    reading read: @escaping @Sendable (_ names: [String]) async throws -> CatalogReading
  ) {
    self.catalog = catalog
    self.folder = folder
    self.read = read
  }

  /// Makes the update.
  ///
  /// - Returns: What has changed. That a model could not be had is no error: the report says it.
  /// - Throws: ``UpdateProblem``, or a `Diagnostic` where a saved answer is none; `CancellationError`.
  public func run() async throws -> UpdateReport {
    let folder = try SnapshotFolder(of: catalog, at: folder)
    let reading = try await reading(names(with: folder))
    let models = reading.models.map {
      $0.named(asIn: folder).stating(catalog.rules).documented(by: catalog)
    }
    let wanted = models.filter { fits($0.name) }
    guard !wanted.isEmpty else {
      throw UpdateProblem(
        .nothingFits, "none of the \(models.count) models of \(catalog.name) has a name that fits")
    }
    let names = Set(models.map(\.name))
    let isGone = { reading.isWhole && fits($0) && !names.contains($0) }
    try checkThatFewAreGone(from: folder, isGone)
    let records = Dictionary(folder.records.values.map { ($0.name, $0) }) { first, _ in first }
    let readings = await ModelReadings(of: wanted, replacing: records) {
      name, reading, done, total in
      var line = "[\(done)/\(total)] \(name)"
      if case .failed(let reason) = reading { line += ": error: \(reason)" }
      onProgress(line.printable)
    }
    // What was cancelled has failed, which is no news of the service.
    try Task.checkCancellation()
    let update = SnapshotUpdate(
      of: folder, readings: readings, catalog: catalog, list: reading, isGone: isGone,
      removesGone: removesGone)
    let settings = folder.settingsFile
    if !isDryRun {
      try folder.apply(update)
      if let settings { try folder.writeSettings(to: settings) }
    }
    return UpdateReport(of: update, in: folder, settings: settings?.path, isDryRun: isDryRun)
  }

  private func fits(_ name: String) -> Bool {
    patterns.contains { $0 == "*" || Pattern($0).matches(name) }
  }

  /// The models that are looked up where the list is endless: those that are named, and those of `folder` whose
  /// names fit.
  private func names(with folder: SnapshotFolder) -> [String] {
    let named = patterns.filter { !$0.contains(where: "*?".contains) }
    let known = folder.records.values.map(\.name).filter(fits)
    return Set(named + known).sorted()
  }

  /// Lists the models. A service that has none is one that was not understood: what there is stays.
  private func reading(_ names: [String]) async throws -> CatalogReading {
    let reading: CatalogReading
    do {
      reading = try await read(names)
    } catch let error as MediaError {
      throw UpdateProblem(.unavailable, "\(error)".printable)
    }
    if catalog.isListEndless, names.isEmpty, reading.models.isEmpty {
      throw UpdateProblem(
        .nothingFits,
        "\(catalog.name) has too many models to list, and none was named without a wildcard")
    }
    guard !reading.models.isEmpty else {
      throw UpdateProblem(.unavailable, "\(catalog.name) lists no models; nothing was changed")
    }
    return reading
  }

  /// Stops where so many models are gone that the list is likely to be cut, or another one's.
  private func checkThatFewAreGone(
    from folder: SnapshotFolder, _ isGone: (String) -> Bool
  ) throws(UpdateProblem) {
    // One that was retired before is no news.
    let known = folder.records.values.filter {
      catalog.lists($0) && fits($0.name) && $0.object[Retirement.modelKeyword] == nil
    }
    let gone = known.count { isGone($0.name) }
    guard gone * 2 > known.count, !allowsManyGone else { return }
    throw UpdateProblem(
      .manyGone,
      """
      \(gone) of the \(known.count) models in '\(self.folder)' are not in the list any more
      """)
  }
}

extension ModelCatalog {
  /// Tells whether the service's list has a model such as this one, so that it is gone when it is
  /// missing there.
  func lists(_ record: ModelRecord) -> Bool { identifier.map { $0(record) != nil } ?? true }
}
