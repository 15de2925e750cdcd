import Foundation
import PackagePlugin

/// Generates a request type for each snapshot in a target's folder `schemas`.
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
    let files = TargetFiles(target.sourceFiles.map(\.url), in: target.directoryURL)
    if let forgotten = files.leftOut.first {
      throw PluginError(
        """
        '\(target.name)' does not have its '\(forgotten)': remove it from 'exclude' in Package.swift, \
        so that GenerateRequests finds it.
        """)
    }
    guard !files.hasLostLink else {
      throw PluginError(
        """
        'schemas' of '\(target.name)' is a file, and has to be a folder: where the sources came as an \
        archive, unpack it with a tool that keeps symbolic links.
        """)
    }
    return try commands(
      for: target.moduleName, files: files,
      tool: context.tool(named: "generate-requests").url,
      output: context.pluginWorkDirectoryURL)
  }

  private func commands(
    for module: String, files: TargetFiles, tool: URL, output: URL
  ) throws -> [Command] {
    if files.snapshots.isEmpty {
      Diagnostics.warning(
        """
        '\(module)' has no snapshot for GenerateRequests: put models' JSON files into a folder \
        'schemas' in it.
        """)
    }
    for (name, several) in [
      ("snapshot.json", files.stamps), ("typed-media.json", files.configurations),
    ] where several.count > 1 {
      throw PluginError(
        "'\(module)' has several \(name); a target has the snapshots of one service.")
    }
    let names = OutputNames(for: module, files: files)
    if let written = files.written.first(where: { names.all.contains($0.lastPathComponent) }) {
      throw PluginError(
        """
        '\(files.path(of: written))' is what GenerateRequests makes in the build too: remove the plugin \
        from '\(module)', or the code that write-requests wrote.
        """)
    }
    let swift = names.requests.map { output.appendingPathComponent($0) }
    let catalog = output.appendingPathComponent(names.catalog)
    let sharedTypes = output.appendingPathComponent(names.sharedTypes)
    var arguments = [
      "--module", module, "--root", files.root.path, "--catalog", catalog.path, "--shared-types",
      sharedTypes.path,
    ]
    if let configuration = files.configurations.first {
      arguments += ["--configuration", configuration.path]
    }
    if let stamp = files.stamps.first { arguments += ["--stamp", stamp.path] }
    arguments += zip(files.snapshots, swift).flatMap { [$0.path, $1.path] }
    return [
      .buildCommand(
        displayName: "Generating \(module)'s requests",
        executable: tool,
        arguments: arguments,
        inputFiles: files.snapshots + files.stamps + files.configurations,
        outputFiles: swift + [catalog, sharedTypes]
      )
    ]
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
      // A project's target has no folder of its own: `schemas` may be anywhere in the project.
      try commands(
        for: target.product?.name ?? target.displayName,
        files: TargetFiles(
          target.inputFiles.map(\.url), in: context.xcodeProject.directoryURL, isProject: true),
        tool: context.tool(named: "generate-requests").url,
        output: context.pluginWorkDirectoryURL)
    }
  }
#endif
