import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// A package with real models three times: generated, as plain structs with enums of their own, and as
/// plain structs that share equal enums. What the models answer is in modules of its own, for not every
/// twin has it.
struct TwinPackage {
  let package: GeneratedPackage

  init(_ selection: Selection, in folder: URL) throws {
    package = try GeneratedPackage(
      "Twins", in: folder,
      targets: [
        #".target(name: "Libraries", dependencies: [runtime])"#,
        #".target(name: "Models", dependencies: [runtime])"#,
        #".target(name: "PlainModels")"#,
        #".target(name: "SharedModels")"#,
        #".target(name: "AnsweringModels", dependencies: [runtime])"#,
        #".target(name: "PlainAnsweringModels")"#,
        #".target(name: "FewModels", dependencies: [runtime])"#,
        #".target(name: "PlainFewModels")"#,
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
    try writeCode(of: selection.few, as: "FewModels")
    try writeTwins(of: selection.few, to: "PlainFewModels")
    try writeCode(of: selection.fifty, as: "AnsweringModels", withAnswers: true)
    try writeTwins(of: selection.fifty, to: "PlainAnsweringModels", withAnswers: true)
    try package.write("import TypedMedia\n", to: "Sources/Libraries/Libraries.swift")
    try package.addProgram("Timing")
  }

  private func write(_ files: [SchemaFile], as module: String) throws {
    try writeCode(of: files, as: module)
    try writeTwins(of: files, to: "Plain\(module)")
    try writeTwins(of: files, to: "Shared\(module)", sharingEnums: true)
  }

  private func writeCode(
    of files: [SchemaFile], as module: String, withAnswers: Bool = false
  ) throws {
    var configuration = Configuration()
    configuration.catalogName = "AllModels"
    configuration.access = .public
    let generator = RequestGenerator(module: module, configuration: configuration)
    let output = try generator.generate(
      files.map { try withAnswers ? $0.sourceFile() : $0.requestFile() })
    for file in files {
      try package.write(
        output.requests[file.url.path] ?? "", to: "Sources/\(module)/\(file.swiftName)")
    }
    try package.write(output.sharedTypes, to: "Sources/\(module)/SharedTypes.swift")
    try package.write(output.catalog, to: "Sources/\(module)/Models.swift")
  }

  private func writeTwins(
    of files: [SchemaFile], to module: String, sharingEnums sharesEnums: Bool = false,
    withAnswers: Bool = false
  ) throws {
    var shared = PlainSwift.SharedEnums()
    for (index, file) in files.enumerated() {
      let schema = try JSON(parsing: Data(contentsOf: file.url))
      let plain = PlainSwift(
        schema, named: "Model\(index)", isPublic: true, sharing: sharesEnums ? shared : nil)
      if let enums = plain.sharedEnums { shared = enums }
      var code = plain.code
      if withAnswers, let output = file.output {
        let answer = try JSON(parsing: Data(contentsOf: output))
        code += PlainSwift(answer, named: "Model\(index)Answer", isPublic: true).code
      }
      try package.write(code, to: "Sources/\(module)/\(file.swiftName)")
    }
    try package.write(
      PlainSwift.catalog(of: files.map(\.stem), isPublic: true) + shared.code,
      to: "Sources/\(module)/Models.swift")
  }
}
