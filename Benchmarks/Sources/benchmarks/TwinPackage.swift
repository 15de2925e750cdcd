import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// A package with the same models twice: generated, and as plain structs. They are in libraries, where
/// they are public, and in programs, where they have the access that generated code has by default.
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
        #".executableTarget(name: "Program", dependencies: [runtime])"#,
        #".executableTarget(name: "PlainProgram")"#,
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
    try write(selection.fifty, as: "Program", isPublic: false)
    try package.write(
      """
      import TypedMedia

      for request in AllModels.all { print(request.model.name) }

      """,
      to: "Sources/Program/main.swift")
    try package.write("print(plainModels.keys.sorted())\n", to: "Sources/PlainProgram/main.swift")
  }

  private func write(_ files: [SchemaFile], as module: String, isPublic: Bool = true) throws {
    var configuration = Configuration()
    configuration.catalogName = "AllModels"
    if isPublic { configuration.access = .public }
    let generator = RequestGenerator(module: module, configuration: configuration)
    let output = try generator.generate(files.map { try $0.sourceFile() })
    for (index, file) in files.enumerated() {
      let code = output.requests[file.url.path] ?? ""
      try package.write(code, to: "Sources/\(module)/\(file.swiftName)")
      let schema = try JSON(parsing: Data(contentsOf: file.url))
      let plain = PlainSwift(schema, named: "Model\(index)", isPublic: isPublic)
      try package.write(plain.code, to: "Sources/Plain\(module)/\(file.swiftName)")
    }
    try package.write(output.sharedTypes, to: "Sources/\(module)/SharedTypes.swift")
    try package.write(output.catalog, to: "Sources/\(module)/Models.swift")
    try package.write(
      PlainSwift.catalog(of: files.map(\.stem), isPublic: isPublic),
      to: "Sources/Plain\(module)/Models.swift")
  }
}
