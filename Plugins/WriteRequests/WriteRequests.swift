import Foundation
import PackagePlugin

/// `swift package write-requests`: writes the Swift of the snapshots' models into the package, for
/// build systems that run no plugins, and for review.
///
/// The tool does the work. The plugin finds the targets, and tells it the module and the configuration
/// of each, as the plugin GenerateRequests does in a build.
@main
struct WriteRequests: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    guard !arguments.contains("--help"), !arguments.contains("-h") else { return print(Self.help) }
    let tool = try CommandLineTool(context)
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let folder = extractor.extractOption(named: "folder").last ?? "Requests"
    let checks = extractor.extractFlag(named: "check") > 0
    if let word = extractor.remainingArguments.first {
      throw PluginError("'\(word)' is not an option of write-requests.\n\(Self.help)")
    }
    guard !folder.hasPrefix("/"), !folder.split(separator: "/").contains("..") else {
      throw PluginError("--folder has to be in the target's folder, and '\(folder)' is not.")
    }
    var targets = try tool.targets(named: names)
    if names.isEmpty { targets.removeAll { !hasSnapshots($0) && !exists(configuration(of: $0)) } }
    guard !targets.isEmpty else {
      throw PluginError(
        "No target has snapshots: put models' JSON files into a folder 'schemas' of a target.")
    }
    let statuses = try targets.map { target in
      guard hasSnapshots(target) else {
        throw PluginError(
          "'\(target.name)' has no snapshots: put models' JSON files into its folder 'schemas'.")
      }
      let output = target.directoryURL.appendingPathComponent(folder)
      var arguments = ["--output", tool.path(of: output), "--module", target.moduleName]
      let configuration = configuration(of: target)
      if exists(configuration) { arguments += ["--configuration", tool.path(of: configuration)] }
      if checks { arguments.append("--check") }
      return try tool.run(["write"] + arguments + [tool.path(of: schemas(of: target))])
    }
    if let failure = statuses.first(where: { $0 != 0 }) { exit(failure) }
  }

  private func schemas(of target: SwiftSourceModuleTarget) -> URL {
    target.directoryURL.appendingPathComponent("schemas")
  }

  private func configuration(of target: SwiftSourceModuleTarget) -> URL {
    target.directoryURL.appendingPathComponent("typed-media.json")
  }

  private func hasSnapshots(_ target: SwiftSourceModuleTarget) -> Bool {
    exists(schemas(of: target))
  }

  private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

  private static let help = """
    Write the Swift of the snapshots' models into the package.

    usage: swift package write-requests [--target NAME]… [--folder NAME] [--check]

      --target NAME  only this target; by default each that has a folder 'schemas'
      --folder NAME  the folder in the target to write to; 'Requests' by default
      --check        write nothing, and fail where what is there is not up to date

    A target whose Swift is written must not have the plugin GenerateRequests as well.
    """
}
