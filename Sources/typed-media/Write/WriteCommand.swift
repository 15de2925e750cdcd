import Foundation
import TypedMediaGenerator

/// `typed-media write`: snapshots in, Swift files out.
struct WriteCommand: Command {
  static let output = Option(
    name: "output", placeholder: "DIR", isRequired: true,
    summary: "the folder to write to; it is made if it is missing")
  static let module = Option(
    name: "module", placeholder: "NAME",
    summary: "the module that the code is for; by default it is called like the folder")
  static let configuration = Option(
    name: "configuration", placeholder: "FILE",
    summary: "how the code looks; by default a typed-media.json among the files")
  static let check = Option(
    name: "check", summary: "write nothing, and say which files are not up to date")

  static let help = Help(
    name: "write",
    summary: "Write Swift request types for models' snapshots or schemas.",
    operands: "FILE|FOLDER…",
    options: [output, module, configuration, check],
    discussion: """
      Each model gets a file of its own, as the plugin GenerateRequests would make it. A
      FOLDER stands for its *.json files, however deep; a snapshot.json in it is the stamp.
      Files are written when they differ, and generated ones that no model asks for are
      removed, so keep the code of one module in a DIR. When a model is wrong, nothing is
      written.
      """,
    examples: [
      "--output Sources/Clips/Generated --module Clips schemas",
      "--output Sources/Clips/Generated --module Clips --check schemas",
      "--output Generated --configuration typed-media.json veo-3.1.json kling-pro.json",
    ])

  private let folder: OutputFolder
  private let moduleName: String
  private let configurationPath: String?
  private let onlyChecks: Bool
  private let paths: [String]

  init(_ arguments: Arguments) throws(Misuse) {
    guard !arguments.operands.isEmpty else { throw Misuse("which files?") }
    folder = OutputFolder(path: arguments[Self.output] ?? "")
    moduleName = arguments[Self.module] ?? folder.moduleName
    configurationPath = arguments[Self.configuration]
    onlyChecks = arguments.contains(Self.check)
    paths = arguments.operands
    guard ModuleName.isValid(moduleName) else {
      throw Misuse("'\(moduleName)' cannot be the name of a module; give another with --module.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let files = try generate(console)
    let changes = try folder.changes(to: files)
    guard onlyChecks else {
      try folder.apply(changes, from: files)
      try console.print(
        """
        wrote \(changes.outdated.count), unchanged \(changes.unchanged.count), \
        removed \(changes.leftOver.count)
        """)
      return .success
    }
    for (state, names) in [
      ("missing", changes.missing), ("differs", changes.differing), ("left over", changes.leftOver),
    ] {
      for name in names { try console.print("\(state): \(folder.path(of: name))") }
    }
    guard changes.isEmpty else { return .failure }
    try console.print("up to date: \(changes.unchanged.count) files")
    return .success
  }

  /// Generates the code, in memory.
  ///
  /// - Returns: The text of each file, by its name.
  private func generate(_ console: Console) throws -> [String: String] {
    let snapshots = try SnapshotFiles(in: paths)
    let generator = try snapshots.generator(
      module: moduleName, configurationPath: configurationPath)
    let names = try OutputNames(of: snapshots.models, module: moduleName)
    let output = try generator.generate(snapshots.sources())
    for warning in output.warnings { console.complain("\(warning)") }
    return names.files(of: output)
  }
}
