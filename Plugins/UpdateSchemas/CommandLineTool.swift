import Foundation
import PackagePlugin

/// The command line of TypedMedia, as the command plugins run it.
struct CommandLineTool {
  private let program: URL
  private let package: Package

  init(_ context: PluginContext) throws {
    program = try context.tool(named: "typed-media").url
    package = context.package
  }

  /// The Swift targets of these names; all of the package's where there are none.
  func targets(named names: [String]) throws -> [SwiftSourceModuleTarget] {
    let targets = package.targets.compactMap { $0 as? SwiftSourceModuleTarget }
    guard !names.isEmpty else { return targets }
    return try names.map { name in
      guard let target = targets.first(where: { $0.name == name }) else {
        guard !exists("Sources/\(name)") else {
          throw PluginError(
            """
            '\(name)' has no Swift file, so that the package manager knows no such target: give it one, \
            such as Sources/\(name)/\(name).swift, which may be empty.
            """)
        }
        let known = targets.map { "'\($0.name)'" }.joined(separator: ", ")
        throw PluginError("'\(name)' is not a Swift target of this package; those are \(known).")
      }
      return target
    }
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: package.directoryURL.appendingPathComponent(path).path)
  }

  /// The path of a file of the package, as a person in its folder would write it.
  func path(of file: URL) -> String {
    let root = package.directoryURL.path + "/"
    return file.path.hasPrefix(root) ? String(file.path.dropFirst(root.count)) : file.path
  }

  /// Runs the tool in the package's folder. It says itself what is wrong.
  ///
  /// - Returns: How it ended; 0 when all is well.
  func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = package.directoryURL
    try process.run()
    process.waitUntilExit()
    // A tool that was killed has done no better than one that failed.
    return process.terminationReason == .exit ? process.terminationStatus : 1
  }
}

/// Why the plugin cannot do its work.
struct PluginError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
