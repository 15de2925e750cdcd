import Foundation

/// Finds what the build of this very test run has made.
enum BuildProducts {
  struct NotFound: Error, CustomStringConvertible {
    let searched: [String]

    var description: String {
      "There is no Modules/Hoox.swiftmodule above any of \(searched.joined(separator: ", "))."
    }
  }

  /// The folder that has the modules of the running build.
  ///
  /// It is beside the test bundle. Where that is depends on who runs the tests: on Linux the bundle
  /// is the program; on macOS the program belongs to the toolchain, and is told the bundle.
  static func modules() throws -> URL {
    let starts =
      CommandLine.arguments.filter { $0.contains("/") }.map { URL(filePath: $0) }
      + Bundle.allBundles.map(\.bundleURL)
    for start in starts {
      var folder = start.standardizedFileURL
      for _ in 0..<6 where folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let modules = folder.appending(path: "Modules")
        let hoox = modules.appending(path: "Hoox.swiftmodule")
        if FileManager.default.fileExists(atPath: hoox.path) { return modules }
      }
    }
    throw NotFound(searched: starts.map(\.path))
  }
}
