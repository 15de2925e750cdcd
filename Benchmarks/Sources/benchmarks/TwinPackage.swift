import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// A package with the same models twice: generated, and as plain structs.
struct TwinPackage {
  let package: GeneratedPackage

  init(_ selection: Selection, in folder: URL) throws {
    package = try GeneratedPackage(
      "Twins", in: folder,
      targets: [
        #".target(name: "Models", dependencies: [runtime])"#,
        #".target(name: "PlainModels")"#,
        #".target(name: "TenFields", dependencies: [runtime])"#,
        #".target(name: "PlainTenFields")"#,
        #".target(name: "Alike", dependencies: [runtime])"#,
        #".target(name: "PlainAlike")"#,
        """
        .executableTarget(
              name: "Timing", dependencies: ["Models", "PlainModels", runtime])
        """,
      ])
    try write(selection.fifty, as: "Models")
    try write(selection.tens, as: "TenFields")
    try write(
      selection.write(
        100, of: Selection.plainTen, to: folder.appendingPathComponent("alike", isDirectory: true)),
      as: "Alike")
    try package.addProgram("Timing")
  }

  private func write(_ files: [SchemaFile], as module: String) throws {
    let configuration = SourceFile(
      path: "typed-media.json", name: "typed-media.json",
      data: Data(#"{"access": "public", "catalog": "AllModels"}"#.utf8))
    let generator = RequestGenerator(
      module: module, configuration: try Configuration(configuration))
    let output = try generator.generate(files.map { try $0.sourceFile() })
    for (index, file) in files.enumerated() {
      let code = output.requests[file.url.path] ?? ""
      try package.write(code, to: "Sources/\(module)/\(file.swiftName)")
      let schema = try JSON(parsing: Data(contentsOf: file.url))
      let plain = PlainSwift(schema, named: "Model\(index)", sending: file.stem)
      try package.write(plain.code, to: "Sources/Plain\(module)/\(file.swiftName)")
    }
    try package.write(output.sharedTypes, to: "Sources/\(module)/SharedTypes.swift")
    try package.write(output.catalog, to: "Sources/\(module)/Models.swift")
    try package.write(
      PlainSwift.catalog(of: files.map(\.stem)), to: "Sources/Plain\(module)/Models.swift")
  }
}
