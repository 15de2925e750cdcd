import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// The snapshots that come with the package, whatever models are among them.
@Suite struct SnapshotTests {
  static let schemas = goldenFolder.appending(path: "../../../schemas").standardizedFileURL

  /// The folders of the services, each with the module that its types are in.
  static let services =
    (try? FileManager.default.contentsOfDirectory(atPath: schemas.path))?
    .filter { !$0.contains(".") }.sorted() ?? []
  static let modules =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: schemas.appending(path: "../Sources").path)) ?? [])
    .filter { folder(of: $0) != nil }.sorted()

  /// The folder of the snapshots whose types are in a module; `nil` where there is none.
  static func folder(of module: String) -> String? {
    services.first { $0.replacing("-", with: "") == module.lowercased() }
  }

  @Test func everyServiceHasAModule() {
    #expect(Self.services.count > 2)
    #expect(Self.modules.count == Self.services.count)
  }

  @Test(arguments: services)
  func theSnapshotsAreAsTheirStampSays(service: String) throws {
    let folder = Self.schemas.appending(path: service)
    let stamp = try JSON(parsing: Data(contentsOf: folder.appending(path: "snapshot.json")))
    let files = try sourceFiles(in: folder).map { file in
      (name: URL(filePath: file.path).lastPathComponent, data: file.data)
    }
    #expect(stamp["fingerprint"]?.string == Stamp.fingerprint(of: files).description)
    #expect(stamp["service"]?.string == service)
    #expect(["fetched", "documentation"].contains(stamp["origin"]?.string))
  }

  @Test func everySnapshotGeneratesWithoutAWarning() throws {
    let folder = Self.schemas.appending(path: "hoox")
    let files = try sourceFiles(in: folder)
    #expect(!files.isEmpty)
    let output = try RequestGenerator(module: "Hoox").generateUnqualified(files)
    #expect(output.warnings.isEmpty)
    #expect(
      try RequestGenerator(module: "Hoox").generateUnqualified(files.reversed()).requests
        == output.requests)
  }

  /// With the names of `typed-media.json`, which points at types of the module's own.
  @Test(arguments: modules)
  func aServicesSnapshotsGenerateWithoutAWarning(module: String) throws {
    let sources = Self.schemas.appending(path: "../Sources/\(module)/typed-media.json")
    let configuration = try Configuration(
      SourceFile(
        path: "typed-media.json", name: "typed-media.json", data: Data(contentsOf: sources)))
    let files = try sourceFiles(
      in: Self.schemas.appending(path: try #require(Self.folder(of: module))))
    #expect(!files.isEmpty)
    let output = try RequestGenerator(module: module, configuration: configuration)
      .generateUnqualified(files)
    #expect(output.warnings.isEmpty)
  }
}
