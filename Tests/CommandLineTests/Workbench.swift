import Foundation
import Testing

/// A folder of its own for one test, in which programs of this build are run.
final class Workbench {
  /// What a program did.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var outputLines: [Substring] { output.split(separator: "\n") }

    /// What follows the last empty line of the output: what is said of an update below the comparison.
    var conclusion: String { output.components(separatedBy: "\n\n").last ?? "" }
  }

  let folder: URL
  /// Where the programs put what they print: beside the folder, which they may be asked to list.
  private let logs: URL

  /// Makes the folder, with `files` in it, by their paths.
  init(_ files: [String: String] = [:]) throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "CommandLineTests-\(UUID().uuidString)", directoryHint: .isDirectory)
    folder = place.appending(path: "work", directoryHint: .isDirectory)
    logs = place.appending(path: "logs", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Dates a file as if it had been written on a day, such as `2026-11-21`.
  func setDay(_ day: String, of path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(day, strategy: .iso8601.year().month().day())],
      ofItemAtPath: folder.appending(path: path).path)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The names in a folder, hidden ones too; none when it is not there.
  func names(in path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: path).path)
    return (names ?? []).sorted()
  }

  /// The bytes of each file in a folder, hidden ones too, by their names.
  func contents(of path: String) throws -> [String: Data] {
    try names(in: path).reduce(into: [:]) { contents, name in
      let file = folder.appending(path: "\(path)/\(name)")
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        contents[name] = try Data(contentsOf: file)
      }
    }
  }

  /// What a program that was started has complained of so far.
  var printedErrors: String {
    get throws { try String(contentsOf: logs.appending(path: "errors"), encoding: .utf8) }
  }

  /// Runs `typed-media`.
  func typedMedia(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(BuiltProgram.named("typed-media"), arguments, input: input, environment: environment)
  }

  /// Runs `typed-media` with the words of `command`, where no request was ever made and with no key.
  func typedMediaAtFirst(_ command: String) throws -> Outcome {
    try run(
      BuiltProgram.named("typed-media"), command.split(separator: " ").map(String.init),
      environment: ["XDG_STATE_HOME": folder.path, "FAL_KEY": ""])
  }

  /// Runs a line of shell, in which `$TOOL` is `typed-media`.
  func shell(_ line: String) throws -> Outcome {
    let tool = try BuiltProgram.named("typed-media")
    return try run(URL(filePath: "/bin/sh"), ["-c", "TOOL='\(tool.path)'; \(line)"])
  }

  func run(
    _ program: URL, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try start(program, arguments, input: input, environment: environment)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: logs.appending(path: "output"), encoding: .utf8),
      errors: try String(contentsOf: logs.appending(path: "errors"), encoding: .utf8))
  }

  /// Starts a program, with `environment` and no keys but those in it.
  ///
  /// - Parameter terminal: Where it prints; `nil` to keep what it prints.
  func start(
    _ program: URL, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    on terminal: FileHandle? = nil
  ) throws -> Process {
    let (output, errors, stdin) = (try log("output"), try log("errors"), try log("input", input))
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasSuffix("_API_KEY") }
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try terminal ?? FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return process
  }

  private func log(_ name: String, _ text: String = "") throws -> URL {
    let file = logs.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file
  }
}
