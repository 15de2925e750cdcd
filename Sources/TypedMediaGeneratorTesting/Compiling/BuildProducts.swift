#if os(macOS) || os(Linux)
  import Foundation

  /// Finds what the build of the running tests has made.
  enum BuildProducts {
    /// This library's module: where it is, those of the tests are.
    private static let module = "TypedMediaGeneratorTesting.swiftmodule"

    /// The folder that has the modules of the running build.
    ///
    /// It is beside the test bundle. Where that is depends on who runs the tests: on Linux the bundle is
    /// the program; on macOS the program belongs to the toolchain, and is told the bundle. Xcode has the
    /// modules beside the bundles, the package manager in a folder of their own.
    static func modules() throws -> URL {
      let starts =
        CommandLine.arguments.filter { $0.contains("/") }.map { URL(filePath: $0) }
        + Bundle.allBundles.map(\.bundleURL)
      for start in starts {
        var folder = start.standardizedFileURL
        for _ in 0..<6 where folder.pathComponents.count > 1 {
          folder.deleteLastPathComponent()
          for candidate in [folder.appending(path: "Modules"), folder] {
            let file = candidate.appending(path: module)
            if FileManager.default.fileExists(atPath: file.path) { return candidate }
          }
        }
      }
      throw ExpectationFailure(
        "There is no \(module) above any of \(starts.map(\.path).joined(separator: ", ")).")
    }
  }
#endif
