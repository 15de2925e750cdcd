import Foundation
import PackagePlugin

/// Generates a request type for each snapshot in a target's `schemas` folder.
///
/// The plugin picks every path and hands it to the tool, so that the two cannot disagree about one.
/// All snapshots of a target are one command, for types that several models share are compiled once;
/// the tool writes only what has changed, so that one edit recompiles one file.
@main
struct GenerateRequests: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else {
      throw PluginError(
        "GenerateRequests works on Swift targets, and '\(target.name)' is not one.")
    }
    return try commands(
      for: target.moduleName,
      files: target.sourceFiles(withSuffix: ".json").map(\.url),
      root: target.directoryURL,
      tool: context.tool(named: "generate-requests").url,
      output: context.pluginWorkDirectoryURL
    )
  }

  private func commands(
    for module: String, files: [URL], root: URL, tool: URL, output: URL
  ) throws -> [Command] {
    let configuration = files.first { $0.lastPathComponent == "typed-media.json" }
    let inSchemas = files.filter { $0.pathComponents.contains("schemas") }
    let stamps = inSchemas.filter { $0.lastPathComponent == "snapshot.json" }
    let special = ["snapshot.json", "typed-media.json"]
    let snapshots = inSchemas.filter { !special.contains($0.lastPathComponent) }
      .sorted { $0.path < $1.path }
    if snapshots.isEmpty {
      Diagnostics.warning(
        """
        '\(module)' has no snapshot for GenerateRequests: put models' JSON files into a folder \
        'schemas' in it.
        """)
    }
    if stamps.count > 1 {
      throw PluginError(
        "'\(module)' has several snapshot.json; a target has the snapshots of one service.")
    }
    let swift = snapshots.map { output.appending(path: outputName(of: $0)) }
    let catalog = output.appending(path: "\(module)Models.swift")
    let sharedTypes = output.appending(path: "\(module)SharedTypes.swift")
    var arguments = [
      "--module", module, "--root", root.path, "--catalog", catalog.path, "--shared-types",
      sharedTypes.path,
    ]
    if let configuration { arguments += ["--configuration", configuration.path] }
    if let stamp = stamps.first { arguments += ["--stamp", stamp.path] }
    arguments += zip(snapshots, swift).flatMap { [$0.path, $1.path] }
    return [
      .buildCommand(
        displayName: "Generating \(module)'s requests",
        executable: tool,
        arguments: arguments,
        inputFiles: snapshots + stamps + [configuration].compactMap { $0 },
        outputFiles: swift + [catalog, sharedTypes]
      )
    ]
  }

  /// `…/schemas/acme/aurora.json` becomes `acme_aurora.swift`: a module cannot hold two files of one
  /// name.
  private func outputName(of snapshot: URL) -> String {
    let parts = snapshot.deletingPathExtension().pathComponents
    let start = parts.lastIndex(of: "schemas").map { $0 + 1 } ?? parts.count - 1
    return parts[start...].joined(separator: "_") + ".swift"
  }
}

/// Why the plugin cannot do its work.
struct PluginError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension GenerateRequests: XcodeBuildToolPlugin {
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      try commands(
        for: target.product?.name ?? target.displayName,
        files: target.inputFiles.map(\.url).filter { $0.pathExtension == "json" },
        root: context.xcodeProject.directoryURL,
        tool: context.tool(named: "generate-requests").url,
        output: context.pluginWorkDirectoryURL
      )
    }
  }
#endif
