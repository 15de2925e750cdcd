import Foundation
import Workbench

/// Measures the first build of a package that uses Hoox, beside that of one that uses nothing.
struct ColdBuild {
  let folder: URL

  func row() throws -> Report.Row {
    let empty = try build("Empty", dependencies: "", code: "print(1)\n")
    let using = try build(
      "Using", dependencies: ", dependencies: [service]",
      code: """
        import Hoox

        print(Veo3_1(prompt: "A fox runs through autumn leaves at sunrise."))

        """)
    return Report.Row(
      what: "first `swift build` of a package that uses Hoox, more than an empty one",
      measured: .seconds(using.seconds - empty.seconds),
      processor: .seconds(using.ending.processorSeconds - empty.ending.processorSeconds),
      budget: .seconds(45),
      memory: (using.ending.peakMemory, nil))
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
