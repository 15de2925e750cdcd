import Foundation
public import TypedMediaGenerator

/// The code of schemas, as far as code can be made for them.
public struct GeneratedSources {
  /// The schemas that code was made for.
  public private(set) var files: [SourceFile]
  /// The code.
  public let output: RequestGenerator.Output
  /// What kept the other schemas from having code.
  public private(set) var errors: [Diagnostic] = []
  /// How long it took.
  public let seconds: Double
  private let generator: RequestGenerator

  /// Generates the code.
  ///
  /// - Throws: What is wrong, where it is wrong with no file in particular.
  public init(of all: [SourceFile], as module: String) throws {
    let configuration = SourceFile(
      path: "typed-media.json", name: "typed-media.json", data: Data(#"{"access": "package"}"#.utf8)
    )
    generator = RequestGenerator(module: module, configuration: try Configuration(configuration))
    files = all
    while true {
      let start = ContinuousClock.now
      do {
        output = try generator.generate(files)
        seconds = (ContinuousClock.now - start).seconds
        return
      } catch {
        // What is wrong with one schema shall not hide what is wrong with the code of the others.
        errors += error.diagnostics.filter { $0.severity == .error }
        let broken = Set(errors.map(\.path))
        let rest = files.filter { !broken.contains($0.path) }
        guard rest.count < files.count else { throw error }
        files = rest
      }
    }
  }

  /// Whether the files in reverse make the same bytes.
  public func isRepeatable() throws -> Bool {
    let second = try generator.generate(files.reversed())
    return second.requests == output.requests && second.sharedTypes == output.sharedTypes
      && second.catalog == output.catalog
  }
}

extension GeneratedPackage {
  /// The element of a manifest's list of targets for a module of generated code, in which a warning is
  /// an error.
  public static func module(_ name: String) -> String {
    """
    .target(
          name: "\(name)", dependencies: [runtime],
          swiftSettings: [.unsafeFlags(["-warnings-as-errors"])])
    """
  }

  /// Writes the code of a module.
  ///
  /// - Parameter fileName: The name of the Swift file for a schema's path.
  public func write(
    _ sources: GeneratedSources, as module: String, fileName: (String) -> String
  ) throws {
    for file in sources.files {
      try write(
        sources.output.requests[file.path] ?? "", to: "Sources/\(module)/\(fileName(file.path))")
    }
    try write(sources.output.sharedTypes, to: "Sources/\(module)/SharedTypes.swift")
    try write(sources.output.catalog, to: "Sources/\(module)/Models.swift")
  }
}
