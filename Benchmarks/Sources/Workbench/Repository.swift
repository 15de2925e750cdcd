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

  /// The folder of one of the programs that are compiled together with generated code.
  public static func program(_ name: String) -> URL {
    folder.appendingPathComponent("Benchmarks/Programs/\(name)")
  }
}
