import Foundation

/// Finds the programs that the build of this very test run has made.
enum BuiltProgram {
  struct NotFound: Error, CustomStringConvertible {
    let name: String
    let searched: [String]

    var description: String {
      "There is no program \(name) above any of \(searched.joined(separator: ", "))."
    }
  }

  /// The program is beside the test bundle. On Linux the bundle is the running program; on macOS that
  /// belongs to the toolchain, and is told the bundle.
  static func named(_ name: String) throws -> URL {
    let starts =
      CommandLine.arguments.filter { $0.contains("/") }.map { URL(filePath: $0) }
      + Bundle.allBundles.map(\.bundleURL)
    for start in starts {
      var folder = start.standardizedFileURL
      for _ in 0..<6 where folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let program = folder.appending(path: name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: program.path)
        {
          return program
        }
      }
    }
    throw NotFound(name: name, searched: starts.map(\.path))
  }
}
