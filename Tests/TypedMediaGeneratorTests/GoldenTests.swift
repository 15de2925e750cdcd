import Foundation
import Testing
import TypedMediaGenerator

@Suite struct GoldenTests {
  @Test func generatedCodeIsTheGoldenCode() throws {
    let files = try sourceFiles(in: goldenFolder.appending(path: "schemas"))
    let output = try RequestGenerator.golden().generate(files)
    for file in files {
      let name = URL(filePath: file.path).deletingPathExtension().lastPathComponent
      try expectGolden(try #require(output.requests[file.path]), named: "\(name).swift")
    }
    try expectGolden(output.sharedTypes, named: "SharedTypes.swift")
    try expectGolden(output.catalog, named: "Models.swift")
    let warnings = output.warnings.map { warning in
      warning.description.replacing(goldenFolder.path + "/", with: "")
    }
    try expectGolden(warnings.joined(separator: "\n") + "\n", named: "warnings.txt")
  }

  @Test func theSameInputGivesTheSameBytesInAnyOrder() throws {
    let files = try sourceFiles(in: goldenFolder.appending(path: "schemas"))
    let generator = try RequestGenerator.golden()
    let first = try generator.generate(files)
    let second = try generator.generate(files.reversed())
    #expect(first.requests == second.requests)
    #expect(first.sharedTypes == second.sharedTypes)
    #expect(first.catalog == second.catalog)
  }
}
