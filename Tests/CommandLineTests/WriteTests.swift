import Foundation
import Testing

@Suite struct WriteTests {
  private static let files = [
    "schemas/aurora.json": Samples.aurora, "schemas/acme/dusk-2.0.json": Samples.model("dusk-2.0"),
    "schemas/snapshot.json": Samples.stamp,
  ]
  private static let generated = [
    "ClipsModels.generated.swift", "ClipsSharedTypes.generated.swift",
    "acme_dusk-2.0.generated.swift", "aurora.generated.swift",
  ]

  @Test func aFolderBecomesAFileForEachModel() throws {
    let bench = try Workbench(Self.files)
    let first = try bench.typedMedia("write", "--output", "Sources/Clips", "schemas")
    #expect(first.output == "wrote 4, unchanged 0, removed 0\n")
    #expect(first.errors == "")
    #expect(first.status == 0)
    #expect(bench.names(in: "Sources/Clips") == Self.generated)
    #expect(try bench.text(of: "Sources/Clips/aurora.generated.swift").contains("struct Aurora"))
    #expect(try bench.text(of: "Sources/Clips/ClipsModels.generated.swift").contains("2026-06-19"))
  }

  @Test func theFilesAreThoseOfThePlugin() throws {
    let bench = try Workbench(Self.files)
    _ = try bench.typedMedia("write", "--output", "Clips", "schemas")
    try FileManager.default.createDirectory(
      at: bench.folder.appending(path: "Plugin"), withIntermediateDirectories: true)
    let plugin = try bench.run(
      BuiltProgram.named("generate-requests"),
      [
        "--module", "Clips", "--catalog", "Plugin/ClipsModels.generated.swift", "--shared-types",
        "Plugin/ClipsSharedTypes.generated.swift", "--stamp", "schemas/snapshot.json",
        "schemas/aurora.json",
        "Plugin/aurora.generated.swift", "schemas/acme/dusk-2.0.json",
        "Plugin/acme_dusk-2.0.generated.swift",
      ])
    #expect(plugin.errors == "")
    for name in Self.generated {
      #expect(try bench.text(of: "Clips/\(name)") == bench.text(of: "Plugin/\(name)"))
    }
  }

  @Test func onlyWhatDiffersIsWritten() throws {
    let bench = try Workbench(Self.files)
    _ = try bench.typedMedia("write", "--output=Clips", "schemas")
    let untouched = bench.folder.appending(path: "Clips/acme_dusk-2.0.generated.swift").path
    let number = try FileManager.default.attributesOfItem(atPath: untouched)[.systemFileNumber]
    try bench.write(
      Samples.aurora.replacing("integer\"", with: "integer\", \"title\": \"Length\""),
      to: "schemas/aurora.json")
    let outcome = try bench.typedMedia("write", "--output=Clips", "schemas")
    #expect(outcome.output == "wrote 1, unchanged 3, removed 0\n")
    #expect(
      try FileManager.default.attributesOfItem(atPath: untouched)[.systemFileNumber] as? UInt64
        == number as? UInt64)
  }

  @Test func onlyGeneratedFilesAreRemoved() throws {
    let bench = try Workbench(Self.files)
    _ = try bench.typedMedia("write", "--output=Clips", "schemas")
    try FileManager.default.removeItem(at: bench.folder.appending(path: "schemas/aurora.json"))
    try bench.write("// Mine.", to: "Clips/Extras.swift")
    let outcome = try bench.typedMedia("write", "--output=Clips", "schemas")
    #expect(outcome.output.hasSuffix(", removed 1\n"))
    #expect(
      bench.names(in: "Clips") == [
        "ClipsModels.generated.swift", "ClipsSharedTypes.generated.swift", "Extras.swift",
        "acme_dusk-2.0.generated.swift",
      ])
  }

  @Test func checkingListsWhatIsNotUpToDateAndWritesNothing() throws {
    let bench = try Workbench(Self.files)
    _ = try bench.typedMedia("write", "--output", "Clips", "schemas")
    let good = try bench.typedMedia("write", "--check", "--output", "Clips", "schemas")
    #expect(good.output == "up to date: 4 files\n")
    #expect(good.status == 0)
    let old = try bench.text(of: "Clips/aurora.generated.swift") + "// Edited."
    try bench.write(old, to: "Clips/old.swift")
    try bench.write(old, to: "Clips/aurora.generated.swift")
    try FileManager.default.removeItem(
      at: bench.folder.appending(path: "Clips/acme_dusk-2.0.generated.swift"))
    let outcome = try bench.typedMedia("write", "--check", "--output", "Clips/", "schemas")
    #expect(
      outcome.output == """
        missing: Clips/acme_dusk-2.0.generated.swift
        differs: Clips/aurora.generated.swift
        left over: Clips/old.swift

        """)
    #expect(outcome.status == 1)
    #expect(try bench.text(of: "Clips/aurora.generated.swift") == old)
    let absent = try bench.typedMedia("write", "--check", "--output", "Absent", "schemas")
    #expect(absent.status == 1)
    #expect(bench.names(in: ".") == ["Clips", "schemas"])
  }

  @Test func aConfigurationAmongTheFilesIsUsedUnlessAnotherIsGiven() throws {
    let bench = try Workbench(Self.files)
    try bench.write(#"{"access": "public", "models": ["aurora"]}"#, to: "schemas/typed-media.json")
    try bench.write(#"{"access": "package"}"#, to: "other.json")
    let found = try bench.typedMedia("write", "--output", "A", "schemas")
    #expect(found.output == "wrote 3, unchanged 0, removed 0\n")
    #expect(try bench.text(of: "A/aurora.generated.swift").contains("public struct Aurora"))
    _ = try bench.typedMedia("write", "--output", "B", "--configuration", "other.json", "schemas")
    #expect(try bench.text(of: "B/aurora.generated.swift").contains("package struct Aurora"))
  }

  @Test(arguments: [
    ("my-clips", "my_clips"), ("Clips.Generated", "Clips_Generated"), ("3D", "_3D"),
    ("Sources/Clips/", "Clips"), ("Clips/.", "Clips"), ("Clips/../Other", "Other"),
  ])
  func theModuleIsCalledLikeTheFolder(folder: String, module: String) throws {
    let bench = try Workbench(["aurora.json": Samples.aurora, "Clips/x.txt": ""])
    #expect(try bench.typedMedia("write", "--output", folder, "aurora.json").status == 0)
    #expect(bench.names(in: folder).contains("\(module)Models.generated.swift"))
  }

  @Test(arguments: [
    ("schemas", "acme_dusk-2.0.generated.swift", "schemas/acme/dusk-2.0.json"),
    (".", "acme_dusk-2.0.generated.swift", "schemas/acme/dusk-2.0.json"),
    ("schemas/acme", "acme_dusk-2.0.generated.swift", "schemas/acme/dusk-2.0.json"),
    (
      "./schemas/acme/../acme/dusk-2.0.json", "acme_dusk-2.0.generated.swift",
      "schemas/acme/dusk-2.0.json"
    ),
    ("models", "deep_dawn.generated.swift", "models/deep/dawn.json"),
    ("models/deep/dawn.json", "dawn.generated.swift", "dawn.json"),
  ])
  func filesAreNamedByTheirFolders(operand: String, output: String, source: String) throws {
    let bench = try Workbench(Self.files)
    if operand != "." { try bench.write(Samples.model("dawn"), to: "models/deep/dawn.json") }
    #expect(try bench.typedMedia("write", "--output", "Out", operand).status == 0)
    #expect(try bench.text(of: "Out/\(output)").contains("from \(source). Do not edit."))
  }

  @Test func warningsAreSaidAndStopNothing() throws {
    let bench = try Workbench([
      "a.json": """
      {"name": "a", "input_schema": {"properties": {"x": {"$ref": "#/nowhere"}}}}
      """
    ])
    let outcome = try bench.typedMedia("write", "--output", "Out", "a.json")
    #expect(outcome.errors.hasPrefix("a.json:1:"))
    #expect(outcome.errors.contains(": warning: "))
    #expect(outcome.status == 0)
  }
}
