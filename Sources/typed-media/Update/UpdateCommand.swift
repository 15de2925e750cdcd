import Foundation
import TypedMedia
import TypedMediaComparison
import TypedMediaGenerator

/// `typed-media update`: a service in, snapshots out.
struct UpdateCommand: Command {
  static let output = Option(
    name: "output", placeholder: "DIR",
    summary: "the folder of the snapshots; schemas/SERVICE by default")
  static let only = Option(
    name: "only", placeholder: "GLOB,…",
    summary: "only models whose names fit, as in 'veo-*,kling-pro'")
  static let from = Option(
    name: "from", placeholder: "FILE",
    summary: "read an answer that was saved, and do not ask the service")
  static let address = Option(
    name: "base-url", placeholder: "URL", summary: "where the service is, if not where it always is"
  )
  static let removeGone = Option(
    name: "remove-gone", summary: "remove the files of models that the service has no more")
  static let allowManyGone = Option(
    name: "allow-many-gone",
    summary: "believe a list that has lost more than half of the models in DIR")
  static let dryRun = Option(name: "dry-run", summary: "say what would change, and write nothing")

  static let help = Help(
    name: "update",
    summary: "Fetch the snapshots of a service's models.",
    operands: Service.allCases.map(\.rawValue).joined(separator: "|"),
    options: [output, only, from, address, removeGone, allowManyGone, dryRun],
    discussion: """
      The key is in the environment: HOOX_API_KEY, HEDRA_API_KEY or INDOXHUB_API_KEY. What has
      changed is written when all models are there, each file in one step and snapshot.json
      last, so that a run that is cut leaves what was there, and the next makes it good. A
      model that cannot be fetched keeps its file, and the exit status is then 1. A model that
      is gone keeps its file for 90 days, in which its type is deprecated, unless
      --remove-gone is given; so does a value, whose name is then unavailable. A list that has
      lost more than half of the models is not believed, unless --allow-many-gone is given.

      The date in snapshot.json is for the whole folder: it stays where only some models were
      fetched. In a package, 'swift package update-schemas' does the same, and takes --target
      NAME too. A FILE is a record, a list of records, or the service's list; its date is the
      day when it was saved. A list counts as all that there is: a model that it lacks is gone,
      unless --only leaves it aside. '--from=-' reads the standard input.
      """,
    examples: [
      "hoox", "hoox --only 'veo-*' --dry-run", "indoxhub --output Sources/Clips/schemas",
      "hedra --from models.json",
    ])

  private let service: Service
  private let path: String
  private let patterns: [Pattern]
  private let savedPath: String?
  private let address: URL?
  private let removesGone: Bool
  private let allowsManyGone: Bool
  private let isDryRun: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard let name = arguments.operands.first, arguments.operands.count == 1 else {
      throw Misuse(arguments.operands.isEmpty ? "which service?" : "one service at a time.")
    }
    guard let service = Service(rawValue: name) else {
      let known = Service.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw Misuse("'\(name)' is not a service that can be asked; those are \(known).")
    }
    self.service = service
    path = arguments[Self.output] ?? "schemas/\(name)"
    patterns = (arguments[Self.only] ?? "*").split(separator: ",").map { Pattern(String($0)) }
    savedPath = arguments[Self.from]
    address = arguments[Self.address].flatMap { URL(string: $0) }
    removesGone = arguments.contains(Self.removeGone)
    allowsManyGone = arguments.contains(Self.allowManyGone)
    isDryRun = arguments.contains(Self.dryRun)
    guard arguments[Self.address] == nil || address?.host != nil else {
      throw Misuse("--base-url needs an address such as https://example.com/api.")
    }
    guard address == nil || savedPath == nil else {
      throw Misuse("--from asks no service, so that --base-url has no meaning.")
    }
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let folder = try SnapshotFolder(of: service, at: path)
    let source = try source()
    let models = try await models(of: source).map {
      $0.named(asIn: folder)
        .stating(units: service.units, addressPattern: service.addressPattern)
        .documented()
    }
    let wanted = models.filter { fits($0.name) }
    guard !wanted.isEmpty else {
      throw Stop(
        message: "error: none of the \(models.count) models of \(service.rawValue) fits --only.",
        status: .failure)
    }
    let names = Set(models.map(\.name))
    let isGone = { source.isWhole && fits($0) && !names.contains($0) }
    try checkThatFewAreGone(from: folder, isGone)
    let records = Dictionary(folder.records.values.map { ($0.name, $0) }) { first, _ in first }
    let readings = await ModelReadings(of: wanted, replacing: records) {
      name, reading, done, total in
      var line = "[\(done)/\(total)] \(name)"
      if case .failed(let reason) = reading { line += ": error: \(reason)" }
      console.complain(line.printable)
    }
    let update = SnapshotUpdate(
      of: folder, readings: readings, service: service, source: source, isGone: isGone,
      removesGone: removesGone)
    if !isDryRun { try folder.apply(update) }
    return try report(update, of: folder, console)
  }

  private func fits(_ name: String) -> Bool { patterns.contains { $0.matches(name) } }

  private func source() throws -> any SnapshotSource {
    try savedPath.map { try SavedSource(of: service, reading: $0) } ?? service.source(at: address)
  }

  /// Lists the models. A service that has none is one that was not understood: what there is stays.
  private func models(of source: any SnapshotSource) async throws(Stop) -> [OfferedModel] {
    do {
      let models = try await source.models()
      if !models.isEmpty { return models }
    } catch {
      throw Stop(message: "error: \(error)".printable, status: .unavailable)
    }
    throw Stop(
      message: "error: \(service.rawValue) lists no models; nothing was changed.",
      status: .unavailable)
  }

  /// Stops where so many models are gone that the list is likely to be cut, or another one's.
  private func checkThatFewAreGone(
    from folder: SnapshotFolder, _ isGone: (String) -> Bool
  ) throws(Stop) {
    // One that was retired before is no news.
    let known = folder.records.values.filter {
      service.lists($0) && fits($0.name) && $0.object[Retirement.modelKeyword] == nil
    }
    let gone = known.count { isGone($0.name) }
    guard gone * 2 > known.count, !allowsManyGone else { return }
    throw Stop(
      message: """
        error: \(gone) of the \(known.count) models in '\(path)' are not in the list any more; if \
        that is right, add --allow-many-gone. Nothing was changed.
        """, status: .failure)
  }

  private func report(
    _ update: SnapshotUpdate, of folder: SnapshotFolder, _ console: Console
  ) throws(Stop) -> ExitStatus {
    if update.lacksStamp {
      console.complain(
        """
        warning: '\(path)' has no snapshot.json, and gets none: not all that is in it was fetched.
        """)
    }
    let report = UpdateReport(
      update: update, comparison: comparison(update, of: folder, console), isDryRun: isDryRun)
    for line in report.lines { try console.print(line) }
    return update.failures.isEmpty ? .success : .failure
  }

  /// What the update changes in the code; `nil` when that is nothing, or cannot be told, for which an
  /// update is not held back: a build says what is wrong, and by then the snapshots are there.
  private func comparison(
    _ update: SnapshotUpdate, of folder: SnapshotFolder, _ console: Console
  ) -> SnapshotComparison? {
    // Most runs find nothing new, and reading all models twice takes longer than the rest.
    guard update.changesModels else { return nil }
    do {
      return try SnapshotComparison(
        old: folder.sources, new: folder.sources(after: update),
        configuration: folder.configuration(), stamp: update.newStamp, oldStamp: folder.readStamp)
    } catch {
      let problem = (error as? Stop)?.message ?? "\(error)"
      console.complain("warning: what changes in Swift cannot be told:\n\(problem)")
      return nil
    }
  }
}
