public import Foundation

/// A package that is made from generated code, to be compiled.
public struct GeneratedPackage {
  /// Its folder.
  public let folder: URL

  /// Makes the package anew, and keeps what it has built.
  ///
  /// - Parameter targets: The elements of the manifest's list of targets.
  public init(_ name: String, in folder: URL, targets: [String]) throws {
    self.folder = folder
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("Sources"))
    // The package manager does not see that files have come to a package that this one depends on, and
    // would build it without them; so it has to plan anew.
    for plan in ["debug.yaml", "release.yaml"] {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(".build/\(plan)"))
    }
    let manifest = """
      // swift-tools-version: 6.0
      import PackageDescription

      let runtime = Target.Dependency.product(name: "TypedMedia", package: "TypedMedia")
      let service = Target.Dependency.product(name: "Hoox", package: "TypedMedia")
      let package = Package(
        name: "\(name)",
        platforms: [.macOS(.v13)],
        dependencies: [.package(name: "TypedMedia", path: "\(Repository.folder.path)")],
        targets: [
          \(targets.joined(separator: ",\n    "))
        ],
        swiftLanguageModes: [.v6]
      )

      """
    try write(manifest, to: "Package.swift")
  }

  /// Writes a file, if it is not there as it is.
  public func write(_ text: String, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    guard (try? String(contentsOf: url, encoding: .utf8)) != text else { return }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Copies one of this package's programs into a target.
  ///
  /// - Parameter others: Files of other programs that it takes too: `Check/SchemaPlace.swift`.
  public func addProgram(_ name: String, with others: String...) throws {
    let program = Repository.program(name)
    for other in others {
      let text = try String(contentsOf: Repository.program(other), encoding: .utf8)
      try write(text, to: "Sources/\(name)/\(Repository.program(other).lastPathComponent)")
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: program.path) {
      let text = try String(contentsOf: program.appendingPathComponent(file), encoding: .utf8)
      try write(text, to: "Sources/\(name)/\(file)")
    }
  }

  /// Builds the package.
  public func build(_ options: String...) throws -> Measured {
    try Measured.successfully("swift", ["build", "--package-path", folder.path] + options)
  }

  /// Removes what the compiler has made of a target, so that it is built anew; what the package
  /// manager has noted about the target stays.
  public func removeProducts(of target: String, _ configuration: String) throws {
    let folder = products(configuration)
    let made = folder.appendingPathComponent("\(target).build")
    guard FileManager.default.fileExists(atPath: made.path) else { return }
    let notes: Set = ["json", ""]
    let files = try FileManager.default.contentsOfDirectory(atPath: made.path)
      .filter { !notes.contains(($0 as NSString).pathExtension) }
      .map(made.appendingPathComponent)
    let module = folder.appendingPathComponent("Modules/\(target).swiftmodule")
    for file in files + [module] where FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
  }

  /// The folder of what a configuration has built.
  public func products(_ configuration: String) -> URL {
    folder.appendingPathComponent(".build/\(configuration)").resolvingSymlinksInPath()
  }
}
