import Foundation
import Testing

/// When nothing must be written.
@Suite struct WriteFailureTests {
  /// Files that nothing can be made of, and what is said of them.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let message: String
    var status: Int32 = 65
  }

  @Test(arguments: [
    Case(
      testDescription: "one of the models is broken", files: ["in/b.json": "{\n  \"name\": nope"],
      message: "in/b.json:2:11: error: this is not valid JSON"),
    Case(
      testDescription: "nested too deep",
      files: ["in/b.json": String(repeating: "[", count: 10_000)],
      message: "in/b.json:1:257: error: this is not valid JSON"),
    Case(
      testDescription: "a model twice", files: ["in/b.json": Samples.aurora],
      message: "\"aurora\" is the model of in/aurora.json too"),
    Case(
      testDescription: "a broken configuration", files: ["in/typed-media.json": #"{"model": 1}"#],
      message: "in/typed-media.json:1:2: error: \"model\" is not an option"),
    Case(
      testDescription: "a broken stamp", files: ["in/snapshot.json": "{}"],
      message: "in/snapshot.json:1:1: error: the stamp needs "),
    Case(
      testDescription: "two stamps",
      files: ["in/a/snapshot.json": Samples.stamp, "in/b/snapshot.json": Samples.stamp],
      message: "error: 'in/a/snapshot.json' and 'in/b/snapshot.json' are both here"),
    Case(
      testDescription: "two files for one",
      files: ["in/a/b.json": Samples.model("b"), "in/a_b.json": Samples.model("c")],
      message: "error: 'in/a_b.json' and 'in/a/b.json' would both be a_b.generated.swift"),
    Case(
      testDescription: "a model called like the list",
      files: ["in/outModels.json": Samples.model("b")],
      message:
        "error: 'in/outModels.json' and the list of the models would both be outModels.generated.swift"
    ),
    Case(
      testDescription: "somebody's file is in the way",
      files: ["Out/aurora.generated.swift": "// Mine."],
      message: "error: 'Out/aurora.generated.swift' was not generated, and is not overwritten",
      status: 73),
    Case(
      testDescription: "the folder is a file", files: ["Out": ""],
      message: "error: 'Out' cannot be read as a folder: not a directory", status: 73),
  ])
  func nothingIsWritten(when test: Case) throws {
    let bench = try Workbench(test.files)
    try bench.write(Samples.aurora, to: "in/aurora.json")
    let before = bench.names(in: "Out")
    let outcome = try bench.typedMedia("write", "--output", "Out", "in")
    #expect(outcome.errors.contains(test.message), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == test.status)
    #expect(bench.names(in: "Out") == before)
  }

  @Test(arguments: [
    ("missing.json", "error: there is no 'missing.json'.\n"),
    ("empty", "error: there is no JSON file in 'empty'.\n"),
    ("stamped", "error: there is no model in 'stamped'.\n"),
  ])
  func withoutModelsThereIsNothingToDo(operand: String, message: String) throws {
    let bench = try Workbench(["empty/a.txt": "", "stamped/snapshot.json": Samples.stamp])
    let outcome = try bench.typedMedia("write", "--output", "Out", operand)
    #expect(outcome.errors == message)
    #expect(outcome.status == 66)
    #expect(bench.names(in: ".") == ["empty", "stamped"])
  }

  /// Root may write anywhere.
  @Test(.enabled(if: getuid() != 0)) func aLockedFolderIsAnError() throws {
    let bench = try Workbench(["aurora.json": Samples.aurora, "Out/keep.txt": ""])
    let folder = bench.folder.appending(path: "Out").path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let outcome = try bench.typedMedia("write", "--output", "Out", "aurora.json")
    #expect(outcome.errors == "error: 'Out' cannot be written: permission denied\n")
    #expect(outcome.status == 73)
    #expect(bench.names(in: "Out") == ["keep.txt"])
  }
}
