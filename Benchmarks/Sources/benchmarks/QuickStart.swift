import Foundation
import Workbench

/// The package that the README begins with.
struct QuickStart {
  /// Its files, by their paths.
  private(set) var files: [String: String] = [:]

  /// Reads it from the README: what has its path in a comment at the top is a file.
  init() throws {
    let readme = try String(
      contentsOf: Repository.folder.appendingPathComponent("README.md"), encoding: .utf8)
    for block in readme.components(separatedBy: "```swift\n").dropFirst() {
      let text = block.components(separatedBy: "\n```")[0] + "\n"
      let name = text.split(separator: "\n").prefix(2).first {
        $0.hasPrefix("// ") && $0.hasSuffix(".swift")
      }
      guard let name else { continue }
      files[String(name.dropFirst(3))] = text.replacingOccurrences(
        of: "\"../TypedMedia\"", with: "\"\(Repository.folder.path)\"")
    }
    guard files["Package.swift"] != nil, files["Sources/App/App.swift"] != nil else {
      throw CocoaError(.fileReadCorruptFile)
    }
  }

  /// It with a second target, which has nothing in it.
  var filesWithNothing: [String: String] {
    var files = files
    files["Package.swift"] = files["Package.swift"]?.replacingOccurrences(
      of: "targets: [", with: "targets: [\n    .target(name: \"Nothing\"),")
    files["Sources/Nothing/Nothing.swift"] = ""
    return files
  }

  /// A package that imports Foundation and depends on nothing.
  var empty: [String: String] {
    [
      "Package.swift": """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "Empty",
        platforms: [.macOS(.v13)],
        targets: [.executableTarget(name: "Empty")]
      )

      """,
      "Sources/Empty/main.swift": "import Foundation\n\nprint(Date())\n",
    ]
  }

  /// The modules that it and what it imports are made of, and then those of the tool.
  let modules = [
    "App", "Hoox", "HooxCore", "HooxSandbox", "TypedMedia", "TypedMediaSchema",
    "TypedMediaTesting", "TypedMediaGenerator", "TypedMediaSchema", "generate_requests",
  ]
}
