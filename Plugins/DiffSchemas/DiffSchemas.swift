import Foundation
import PackagePlugin

/// Says what changed between two sets of models, as `typed-media diff` does in the package's folder.
@main
struct DiffSchemas: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try context.tool(named: "typed-media").url
    process.arguments = ["diff"] + arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    // The answer for a script is the tool's own; a thrown error would print more than was asked for.
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }
}
