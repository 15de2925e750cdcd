import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// The generated code, and the program that tries it on bodies.
struct CheckPackage {
  private let package: GeneratedPackage

  init(_ generation: Generation, in folder: URL) throws {
    package = try GeneratedPackage(
      "Corpus", in: folder,
      targets: [
        GeneratedPackage.module("Corpus"),
        #".executableTarget(name: "Check", dependencies: ["Corpus", runtime])"#,
      ])
    let names = Dictionary(generation.files.map { ($0.url.path, $0.swiftName) }) { first, _ in first
    }
    try package.write(generation.sources, as: "Corpus") { names[$0] ?? "Other.swift" }
    try package.addProgram("Check")
  }

  /// Compiles the code.
  ///
  /// - Returns: How long that took, the libraries not counted.
  func build(jobs: Int) throws -> Double {
    let made = package.products("debug").appendingPathComponent("Corpus.build")
    let isBuilt = FileManager.default.fileExists(atPath: made.path)
    _ = try package.build("-j", "\(jobs)", "--target", "TypedMedia")
    if isBuilt { try package.removeProducts(of: "Corpus", "debug") }
    return try package.build("-j", "\(jobs)").seconds
  }

  /// What trying the code has come to.
  struct Check {
    /// What was wrong, in lines.
    var output: String
    /// How many of what.
    var numbers: [(what: String, count: Int)]
    /// Whether nothing was wrong.
    var passed: Bool
  }

  /// Tries the code on the bodies of requests.
  func check(_ files: [SchemaFile], bodies folder: URL) throws -> Check {
    let work: [JSON] = try files.map { file in
      let document = try JSON(parsing: Data(contentsOf: file.url))
      let record = document["input_schema"] == nil ? nil : document["name"]?.string
      return [
        "model": .string(record ?? file.stem),
        "schema": .string(file.url.path),
        "bodies": .array(file.bodies(in: folder).map { .string($0.path) }),
        "output": file.realOutput.map { .string($0.path) } ?? .null,
      ]
    }
    let list = package.folder.appendingPathComponent("bodies.json")
    try JSON.array(work).data(.indented).write(to: list)
    let program = package.products("debug").appendingPathComponent("Check").path
    let run = try Measured(program, [list.path])
    var lines = run.output.split(separator: "\n").map(String.init)
    let last = lines.popLast() ?? ""
    let numbers = (try? JSON(parsing: last))?.object
    if numbers == nil { lines += [last, "The program has ended early: \(run.ending.status)"] }
    return Check(
      output: lines.map { $0 + "\n" }.joined(),
      numbers: (numbers ?? [:]).map { ($0.key, $0.value.int ?? 0) },
      passed: run.succeeded && numbers != nil)
  }
}
