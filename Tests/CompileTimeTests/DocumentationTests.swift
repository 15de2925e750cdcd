import Foundation
import Testing
import TypedMediaGeneratorTesting

/// What the documentation shows is what the package takes.
extension CompileTimeTests {
  @Test func theSamplesOfAllPagesCompile() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "DocumentationTests-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try MarkdownPage.all().enumerated().map { number, page in
      let file = folder.appending(path: "Page\(number).swift")
      try Data(page.program(number: number).utf8).write(to: file)
      return file
    }
    #expect(files.count > 2)
    let prelude = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Documentation/Prelude.swift")
    let outcome = try Compiler().typecheck(library: files + [prelude])
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
