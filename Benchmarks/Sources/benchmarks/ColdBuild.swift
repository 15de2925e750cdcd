import Foundation
import Workbench

/// Measures the first build of a package that uses Hoox, beside that of one that uses nothing.
struct ColdBuild: Benchmark {
  static let group = "build"
  static let unit = "s"

  let folder: URL
  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let turns = try (0..<turns).map { _ in
      let using = try build(
        "Using", dependencies: ", dependencies: [service]",
        code: """
          import Hoox

          print(Veo3_1(prompt: "A fox runs through autumn leaves at sunrise."))

          """)
      let empty = try build(
        "Empty", dependencies: "", code: "import Foundation\n\nprint(Date())\n")
      return (
        own: using.ending.processorSeconds, other: empty.ending.processorSeconds
      )
    }
    return ["first": turns]
  }

  private func build(_ name: String, dependencies: String, code: String) throws -> Measured {
    announce("Building a new package, \(name)")
    let folder = folder.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: folder)
    let package = try GeneratedPackage(
      name, in: folder, targets: [#".executableTarget(name: "\#(name)"\#(dependencies))"#])
    try package.write(code, to: "Sources/\(name)/main.swift")
    return try package.build()
  }
}
