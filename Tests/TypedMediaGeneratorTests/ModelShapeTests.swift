import Foundation
import Testing
import TypedMediaGenerator

/// How models read that have the shapes of a service's, and are the tests' own.
@Suite struct ModelShapeTests {
  private static let models = SnapshotTests.schemas
    .appending(path: "../Tests/HooxTestModels/schemas").standardizedFileURL

  /// What a model does not take is not in its type.
  @Test(arguments: [
    ("loom", ["aspectRatio", "duration", "resolution", "reference"]),
    ("pebble", ["duration", "resolution", "modelSettings", "slots"]),
    ("kite", ["reference", "startImage", "endImage", "resolution"]),
    ("moss", ["modelSettings", "duration"]),
  ])
  func whatAModelDoesNotTakeIsNotThere(model: String, absent: [String]) throws {
    let files = try sourceFiles(in: Self.models)
    let file = try #require(files.first { $0.name == "schemas/\(model).json" })
    let output = try RequestGenerator(module: "Own").generateUnqualified(files)
    let swift = try #require(output.requests[file.path])
    for name in absent {
      #expect(!swift.contains("public var \(name):") && !swift.contains("  var \(name):"))
    }
  }

  @Test(arguments: [
    ("lantern", ["prompt: String,", "reference: MediaReference? = nil,", "case k4\n"]),
    ("ink", ["references: [MediaReference]? = nil,", "case k4\n"]),
    ("ferry", ["    reference: MediaReference,"]),
    (
      "tide",
      ["references: [MediaReference]? = nil,", "/// At most 12 elements.", "case seconds15 = 15"]
    ),
    ("loom", ["startImage: MediaReference,", "motionVideo: MediaReference,"]),
    (
      "kite",
      [
        "case startImage(MediaReference, endImage: MediaReference? = nil)",
        "/// At most 2500 characters.",
      ]
    ),
    (
      "heron",
      [
        "generateAudio: Bool? = nil,", "cameraFixed: Bool? = nil",
        "The service's default is `false`. It affects the cost.",
      ]
    ),
  ])
  func modelsReadAsTheyShould(model: String, lines: [String]) throws {
    let files = try sourceFiles(in: Self.models)
    let configuration = try Configuration(
      sourceFile(#"{"renames": {"*#/properties/references/items": "MediaReference"}}"#))
    let output = try RequestGenerator(module: "Own", configuration: configuration)
      .generateUnqualified(files)
    let file = try #require(files.first { $0.name == "schemas/\(model).json" })
    let swift = try #require(output.requests[file.path])
    for line in lines { #expect(swift.contains(line), "\(line)") }
    #expect(output.sharedTypes.components(separatedBy: "enum MediaReference:").count == 2)
  }
}
