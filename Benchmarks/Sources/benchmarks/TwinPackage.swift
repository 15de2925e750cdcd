import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// A package with real models three times: generated, as plain structs with enums of their own, and as
/// plain structs that share equal enums.
struct TwinPackage {
  let package: GeneratedPackage

  init(_ selection: Selection, in folder: URL) throws {
    package = try GeneratedPackage(
      "Twins", in: folder,
      targets: [
        #".target(name: "Models", dependencies: [runtime])"#,
        #".target(name: "PlainModels")"#,
        #".target(name: "SharedModels")"#,
        #".target(name: "TenFields", dependencies: [runtime])"#,
        #".target(name: "PlainTenFields")"#,
        #".target(name: "SharedTenFields")"#,
        """
        .executableTarget(
              name: "Timing", dependencies: ["Models", "PlainModels", runtime])
        """,
      ])
    try write(selection.fifty, as: "Models")
    try write(selection.tens, as: "TenFields")
    try package.addProgram("Timing")
  }

  private func write(_ files: [SchemaFile], as module: String) throws {
    var configuration = Configuration()
    configuration.catalogName = "AllModels"
    configuration.access = .public
    let generator = RequestGenerator(module: module, configuration: configuration)
    let output = try generator.generate(files.map { try $0.sourceFile() })
    for file in files {
      try package.write(
        output.requests[file.url.path] ?? "", to: "Sources/\(module)/\(file.swiftName)")
    }
    try package.write(output.sharedTypes, to: "Sources/\(module)/SharedTypes.swift")
    try package.write(output.catalog, to: "Sources/\(module)/Models.swift")
    try writeTwins(of: files, to: "Plain\(module)", sharingEnums: false)
    try writeTwins(of: files, to: "Shared\(module)", sharingEnums: true)
  }

  private func writeTwins(
    of files: [SchemaFile], to module: String, sharingEnums sharesEnums: Bool
  ) throws {
    var shared = PlainSwift.SharedEnums()
    for (index, file) in files.enumerated() {
      let schema = try JSON(parsing: Data(contentsOf: file.url))
      let plain = PlainSwift(
        schema, named: "Model\(index)", isPublic: true, sharing: sharesEnums ? shared : nil)
      if let enums = plain.sharedEnums { shared = enums }
      try package.write(plain.code, to: "Sources/\(module)/\(file.swiftName)")
    }
    try package.write(
      PlainSwift.catalog(of: files.map(\.stem), isPublic: true) + shared.code,
      to: "Sources/\(module)/Models.swift")
  }
}
