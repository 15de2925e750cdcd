import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

/// Answers for models of real services.
///
/// Their schemas are no part of this repository. They are looked for in the folder that `TYPED_MEDIA_CORPORA`
/// names, else at `shared/corpora` beside the repository.
@Suite(.timeLimit(.minutes(20))) struct SampleOutputCorpusTests {
  private static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_CORPORA"] {
      return URL(filePath: path)
    }
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appending(path: "shared/corpora")
  }()

  private static func files(of service: String) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "output_schemas/\(service)"), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }
  }

  @Test(
    .enabled(if: !files(of: "replicate").isEmpty, "The corpora are absent."),
    arguments: ["fal", "replicate"])
  func anAnswerIsMadeForEveryModel(service: String) throws {
    for file in Self.files(of: service) {
      let schema = try JSON(parsing: Data(contentsOf: file))
      let made = SampleOutput(of: schema) { URL(string: "https://a.example/1.\($0.fileExtension)") }
      #expect(made.isValid, "\(file.lastPathComponent)")
      let compiled = try JSONSchema(schema, options: JSONSchema.Options(lenient: true))
      #expect(compiled.violations(in: made.json).isEmpty, "\(file.lastPathComponent)")
    }
  }
}
