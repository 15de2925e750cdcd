public import Foundation

/// Where things are in this repository.
public enum Repository {
  /// The folder of the package TypedMedia.
  public static let folder: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    // This file, its target, the sources, this package.
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// A folder for what is made and can be thrown away, unless another is asked for.
  public static func scratch(_ name: String, or path: String? = nil) throws -> URL {
    let folder =
      path.map { URL(fileURLWithPath: $0) }
      ?? Self.folder.appendingPathComponent("Benchmarks/.build/scratch/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.resolvingSymlinksInPath()
  }

  /// The program of this name that is built beside this one; `nil` where it is not built, which is said.
  public static func product(_ name: String) -> URL? {
    let product = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name)
    return built(product)
  }

  /// The program at `url`; `nil` where it is not built, which is said.
  public static func built(_ url: URL) -> URL? {
    if FileManager.default.isExecutableFile(atPath: url.path) { return url }
    print(
      """
      The rows of \(url.path) are left out. `swift build -c release --product \
      \(url.lastPathComponent)` makes it.
      """)
    return nil
  }

  /// The folder of one of the programs that are compiled together with generated code.
  public static func program(_ name: String) -> URL {
    folder.appendingPathComponent("Benchmarks/Programs/\(name)")
  }
}
