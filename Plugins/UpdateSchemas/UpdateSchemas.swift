import Foundation
import PackagePlugin

/// `swift package update-schemas SERVICE`: fetches the snapshots of a service's models into a package.
///
/// The tool does the work. The plugin finds the folder: that of the target that is named, or of each
/// target that has snapshots of the service, or else `schemas/SERVICE` in the package.
@main
struct UpdateSchemas: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let tool = try CommandLineTool(context)
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let words = extractor.remainingArguments
    let isPlaced = words.contains { $0 == "--output" || $0.hasPrefix("--output=") }
    guard names.isEmpty || !isPlaced else {
      throw PluginError("--target and --output both say where the snapshots are; give one of them.")
    }
    var folders = try tool.targets(named: names).map {
      $0.directoryURL.appendingPathComponent("schemas")
    }
    if names.isEmpty { folders.removeAll { !words.contains(service(of: $0) ?? "") } }
    let places =
      isPlaced || folders.isEmpty ? [[]] : folders.map { ["--output", tool.path(of: $0)] }
    let statuses = try places.map { try tool.run(["update"] + $0 + words) }
    if let failure = statuses.first(where: { $0 != 0 }) { exit(failure) }
  }

  /// The service whose snapshots a folder has, as their stamp says; `nil` when it has none.
  private func service(of folder: URL) -> String? {
    let data = try? Data(contentsOf: folder.appendingPathComponent("snapshot.json"))
    return data.flatMap { try? JSONDecoder().decode(Stamp.self, from: $0).service }
  }

  private struct Stamp: Decodable {
    let service: String
  }
}
