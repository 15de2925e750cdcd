import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// The snapshots that come with the package.
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

  /// What a model does not take is not in its type.
  @Test(arguments: [
    ("kling-motion-control", ["aspectRatio", "duration", "resolution", "reference"]),
    ("z-image-turbo", ["duration", "resolution", "modelSettings", "slots"]),
    ("kling-pro", ["reference", "startImage", "endImage", "resolution"]),
    ("reve-fast", ["modelSettings", "duration"]),
  ])
  func whatAModelDoesNotTakeIsNotThere(model: String, absent: [String]) throws {
    let files = try sourceFiles(in: Self.schemas.appending(path: "hoox"))
    let file = try #require(files.first { $0.name == "schemas/\(model).json" })
    let output = try RequestGenerator(module: "Hoox").generateUnqualified(files)
    let swift = try #require(output.requests[file.path])
    for name in absent {
      #expect(!swift.contains("public var \(name):") && !swift.contains("  var \(name):"))
    }
  }

  @Test(arguments: [
    ("veo-3.1", ["prompt: String,", "reference: MediaReference? = nil,", "case k4\n"]),
    ("gemini-omni-video", ["references: [MediaReference]? = nil,", "case k4\n"]),
    ("kling-standard", ["    reference: MediaReference,"]),
    (
      "seedance-2.0",
      ["references: [MediaReference]? = nil,", "/// At most 12 elements.", "case seconds15 = 15"]
    ),
    ("kling-motion-control", ["startImage: MediaReference,", "motionVideo: MediaReference,"]),
    (
      "kling-pro",
      [
        "case startImage(MediaReference, endImage: MediaReference? = nil)",
        "/// At most 2500 characters.",
      ]
    ),
    (
      "seedance-1.5",
      [
        "generateAudio: Bool? = nil,", "cameraFixed: Bool? = nil",
        "The service's default is `false`. It affects the cost.",
      ]
    ),
  ])
  func modelsReadAsTheyShould(model: String, lines: [String]) throws {
    let files = try sourceFiles(in: Self.schemas.appending(path: "hoox"))
    let configuration = try Configuration(
      sourceFile(#"{"renames": {"*#/properties/references/items": "MediaReference"}}"#))
    let output = try RequestGenerator(module: "Hoox", configuration: configuration)
      .generateUnqualified(files)
    let file = try #require(files.first { $0.name == "schemas/\(model).json" })
    let swift = try #require(output.requests[file.path])
    for line in lines { #expect(swift.contains(line), "\(line)") }
    #expect(output.sharedTypes.components(separatedBy: "enum MediaReference:").count == 2)
  }
}
