import Foundation

/// A page whose Swift samples have to compile.
struct MarkdownPage {
  /// The path in the package.
  let path: String
  private let text: String

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The README, the models, and the pages of all documentation catalogs.
  static func all() throws -> [MarkdownPage] {
    let sources = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)
    let pages = (sources?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
    return try (["README.md", "schemas/MODELS.md"] + pages.sorted().map { "Sources/\($0)" }).map {
      MarkdownPage(
        path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8))
    }
  }

  /// The samples as one file, each in a function of its own, unless it is a test or a program.
  /// Errors are reported at their lines in the page.
  ///
  /// - Parameter number: Tells the functions of this page from those of others.
  func program(number: Int) throws -> String {
    var imports =
      try Self.sandboxes.map { "import \($0)" }
      + [
        "Foundation", "Testing", "TypedMedia", "TypedMediaGenerator", "TypedMediaGeneratorTesting",
        "TypedMediaSchema",
      ].map { "import \($0)" }
    var bodies: [String] = []
    for sample in samples where !sample.isManifest {
      imports += sample.lines.filter { $0.hasPrefix("import ") }
      let code = sample.lines.map { $0.hasPrefix("import ") ? "" : $0 }.joined(separator: "\n")
        .replacing("{ … }", with: "{ }")
      let place = "#sourceLocation(file: \"\(path)\", line: \(sample.line))\n\(code)\n"
      bodies.append(
        sample.standsAlone
          ? "\(place)#sourceLocation()"
          : "func sample\(number)_\(sample.line)() async throws {\n\(place)#sourceLocation()\n}")
    }
    return (imports + bodies).joined(separator: "\n")
  }

  /// The sandboxes of the services, each with all of its service.
  private static var sandboxes: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        .filter { $0.hasSuffix("Sandbox") }.sorted()
    }
  }

  private struct Sample {
    /// The number of its first line.
    let line: Int
    var lines: [String] = []

    /// Whether it cannot be in a function.
    var standsAlone: Bool { lines.contains { $0.hasPrefix("@Test") || $0.hasPrefix("@main") } }
    /// Whether it is a piece of a `Package.swift`.
    var isManifest: Bool { lines.contains { $0.contains(".target(") || $0.contains(".package(") } }
  }

  private var samples: [Sample] {
    var samples: [Sample] = []
    var open: Sample?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let sample = open { samples.append(sample) }
        open = open == nil && line == "```swift" ? Sample(line: index + 2) : nil
      } else {
        open?.lines.append(String(line))
      }
    }
    return samples
  }
}
