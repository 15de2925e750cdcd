import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaUpdating

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

  /// The service that examples are of.
  private static let example = KnownService.all.first?.catalog

  static let help = Help(
    name: "update",
    summary: "Fetch the snapshots of a service's models.",
    operands: KnownService.all.map(\.name).joined(separator: "|"),
    options: [output, only, from, address, removeGone, allowManyGone, dryRun],
    discussion: """
      The key is in the environment, as in \(example?.keyVariable ?? "NAME_API_KEY"). What has changed is written when all models are
      there, each file in one step and snapshot.json last, so that a run that is cut leaves what
      was there, and the next makes it good. A model that cannot be fetched keeps its file, and
      the exit status is then 1. A model that is gone keeps its file for 90 days, in which its
      type is deprecated, unless --remove-gone is given; so does a value, whose name is then
      unavailable. A list that has lost more than half of the models is not believed, unless
      --allow-many-gone is given.

      The date in snapshot.json is for the whole folder: it stays where only some models were
      fetched. In a package, 'swift package update-schemas' does the same, and takes --target
      NAME too. A FILE is a record, a list of records, or the service's list; its date is the
      day when it was saved. A list counts as all that there is: a model that it lacks is gone,
      unless --only leaves it aside. '--from=-' reads the standard input.
      """,
    examples: [
      "", " --only 'veo-*' --dry-run", " --output Sources/Clips/schemas", " --from models.json",
    ]
    .map { (example?.name ?? "SERVICE") + $0 })

  private let service: KnownService
  private let path: String
  private let patterns: [String]
  private let savedPath: String?
  private let address: URL?
  private let removesGone: Bool
  private let allowsManyGone: Bool
  private let isDryRun: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard let name = arguments.operands.first, arguments.operands.count == 1 else {
      throw Misuse(arguments.operands.isEmpty ? "which service?" : "one service at a time.")
    }
    service = try KnownService.named(name)
    path = arguments[Self.output] ?? "schemas/\(name)"
    patterns = (arguments[Self.only] ?? "*").split(separator: ",").map(String.init)
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
    var update = try update()
    update.patterns = patterns
    update.removesGone = removesGone
    update.allowsManyGone = allowsManyGone
    update.isDryRun = isDryRun
    update.onProgress = { console.complain($0) }
    let report: UpdateReport
    do {
      report = try await update.run()
    } catch let problem as UpdateProblem {
      throw Stop(problem)
    }
    for warning in report.warnings { console.complain("warning: \(warning)") }
    try console.print(report.description)
    return report.failures.isEmpty ? .success : .failure
  }

  /// The update, from the service or from an answer that was saved.
  private func update() throws -> CatalogUpdate {
    let catalog = service.catalog
    if let savedPath {
      let file = try SourceFile(reading: savedPath)
      let attributes = try? FileManager.default.attributesOfItem(atPath: savedPath)
      return CatalogUpdate(
        of: catalog,
        from: SavedAnswer(
          file.data, path: file.path, savedAt: attributes?[.modificationDate] as? Date ?? .now),
        into: path)
    }
    do {
      return try service.update(ProcessInfo.processInfo.environment, address, path)
    } catch {
      throw Stop(
        message: """
          error: there is no key for \(catalog.name): set \(catalog.keyVariable ?? "it") in the \
          environment, or use --from with a saved answer. Nothing was sent.
          """, status: .notConfigured)
    }
  }
}

extension Stop {
  /// What kept an update from being made, and the option that would help.
  fileprivate init(_ problem: UpdateProblem) {
    let (advice, status): (String, ExitStatus) =
      switch problem.kind {
      case .unavailable: ("", .unavailable)
      case .unreadable: ("", .noInput)
      case .unwritable: ("", .cannotCreate)
      case .otherService: ("; --output gives them another folder.", .badData)
      case .nothingFits: ("; --only says which.", .failure)
      case .manyGone:
        ("; if that is right, add --allow-many-gone. Nothing was changed.", .failure)
      default: ("", .failure)
      }
    self.init(message: "error: \(problem)\(advice)", status: status)
  }
}
