import Foundation

/// A page whose Swift samples have to compile.
struct MarkdownPage {
  /// The path in the package.
  let path: String
  private let text: String
  /// The service that it is about; `nil` for any.
  private let service: String?

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The README, the pages of all documentation catalogs, and of each service's models.
  static func all() throws -> [MarkdownPage] {
    let sources = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)
    let pages = (sources?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
    // The enumerator does not follow the links to the services' schemas.
    let models = try services.map { "\($0)/schemas/MODELS.md" }
    return try (["README.md"] + (pages + models).sorted().map { "Sources/\($0)" }).map { path in
      let folder = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      return MarkdownPage(
        path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8),
        service: try services.first { [$0, "\($0)Core", "\($0)Sandbox"].contains(folder) })
    }
  }

  /// The samples as one file, each in a function of its own, unless it is a test or a program.
  /// Errors are reported at their lines in the page.
  ///
  /// - Parameter number: Tells the functions of this page from those of others.
  func program(number: Int) throws -> String {
    var imports =
      try (service.map { [$0] } ?? Self.services).map { "import \(try Self.module(of: $0))" }
      + [
        "Foundation", "Testing", "TypedMedia", "TypedMediaGenerator", "TypedMediaGeneratorTesting",
        "TypedMediaSchema",
      ].map { "import \($0)" }
    var bodies: [String] = []
    for sample in samples where !sample.isManifest && !sample.isFile {
      imports += sample.lines.filter { $0.hasPrefix("import ") }
      let code = sample.lines.map { $0.hasPrefix("import ") ? "" : $0 }.joined(separator: "\n")
        .replacing("{ … }", with: "{ }")
        // What the reader fills in.
        .replacing(#/<#[^#]+#>/#, with: "placeholder()")
      let place = "#sourceLocation(file: \"\(path)\", line: \(sample.line))\n\(code)\n"
      bodies.append(
        sample.standsAlone
          ? "\(place)#sourceLocation()"
          : "func sample\(number)_\(sample.line)() async throws {\n\(place)#sourceLocation()\n}")
    }
    return (imports + bodies).joined(separator: "\n")
  }

  /// The services, each of which has a core.
  private static var services: [String] {
    get throws {
      let folders = try folders
      return folders.filter { folders.contains("\($0)Core") }.sorted()
    }
  }

  /// What brings all of a service along: its sandbox, where it has one.
  private static func module(of service: String) throws -> String {
    try folders.contains("\(service)Sandbox") ? "\(service)Sandbox" : service
  }

  private static var folders: Set<String> {
    get throws {
      Set(
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path))
    }
  }

  private struct Sample {
    /// The number of its first line.
    let line: Int
    /// Whether it is a file of a package that the page shows the whole of, which is built as such.
    let isFile: Bool
    var lines: [String] = []

    /// Whether it cannot be in a function.
    var standsAlone: Bool { lines.contains { $0.hasPrefix("@Test") || $0.hasPrefix("@main") } }
    /// Whether it is a piece of a `Package.swift`.
    var isManifest: Bool { lines.contains { $0.contains(".target(") || $0.contains(".package(") } }
  }

  private var samples: [Sample] {
    var samples: [Sample] = []
    var open: Sample?
    // The last line that says something, before a sample.
    var introduction: Substring = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let sample = open { samples.append(sample) }
        let isFile = introduction.hasPrefix("`") && introduction.hasSuffix("`:")
        open =
          open == nil && line == "```swift"
          ? Sample(line: index + 2, isFile: isFile) : nil
      } else {
        if !line.isEmpty { introduction = line }
        open?.lines.append(String(line))
      }
    }
    return samples
  }
}
