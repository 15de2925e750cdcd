import Foundation
import Workbench

/// Asks the compiler whether generated code is Swift, and Swift that it can make something of.
struct SwiftCheck {
  /// The folder with the code that a worker has left.
  let spool: URL
  /// The most memory that the compiler may take, in megabytes.
  let memory: Int

  /// How many files were looked at.
  private(set) var count = 0

  init(spool: URL, memory: Int) {
    self.spool = spool
    self.memory = memory
  }

  /// What the compiler refuses: the case, and its first error there.
  mutating func findings() throws -> [(number: Int, stage: String, message: String)] {
    var findings: [(number: Int, stage: String, message: String)] = []
    findings += try errors("parsed", ["-parse"]).map { ($0, "parsing Swift", $1) }
    // The modules lie beside this program, which was linked with them.
    let modules = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Modules")
    if let modules, FileManager.default.fileExists(atPath: modules.path) {
      // To the end, for some code is cheap to check and takes forever to translate.
      findings += try errors(
        "typed",
        [
          "-c", "-o", "/dev/null", "-parse-as-library", "-swift-version", "6", "-I", modules.path,
          "-module-name", "Together",
          "-enable-upcoming-feature", "ExistentialAny",
          "-enable-upcoming-feature", "InternalImportsByDefault",
          "-enable-upcoming-feature", "MemberImportVisibility",
        ]
      ).map { ($0, "compiling Swift", $1) }
    }
    return findings
  }

  private mutating func errors(
    _ folder: String, _ options: [String]
  ) throws -> [(number: Int, message: String)] {
    let folder = spool.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard !names.isEmpty else { return [] }
    count += names.count
    let paths = names.sorted().map { folder.appendingPathComponent($0).path }
    let run = try compiler(options + paths, atMost: .seconds(240))
    guard !run.succeeded else { return [] }
    var messages: [Int: String] = [:]
    for line in run.output.split(separator: "\n") {
      guard line.hasPrefix(folder.path), line.contains(": error: ") else { continue }
      let place = line.dropFirst(folder.path.count + 1)
      let number = Self.number(of: place)
      messages[number] = messages[number] ?? String(place)
    }
    guard messages.isEmpty else {
      return messages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    let broken = try self.broken(paths, options)
    guard !broken.isEmpty else {
      return [(-1, "over the files together: \(run.ending.status)\n\(run.output.suffix(2_000))")]
    }
    return broken.map { path in
      (Self.number(of: (path as NSString).lastPathComponent[...]), "the compiler breaks, or hangs")
    }
  }

  /// The files over which the compiler breaks, or takes forever; of the others, it reads what they
  /// declare.
  private func broken(_ paths: [String], _ options: [String]) throws -> [String] {
    try paths.filter { path in
      let others = paths.filter { $0 != path }
      return try !compiler(options + ["-primary-file", path] + others, atMost: .seconds(60))
        .succeeded
    }
  }

  private func compiler(_ arguments: [String], atMost limit: Duration) throws -> Measured {
    try Measured(
      "sh",
      [
        "-c", #"ulimit -v "$0" 2>/dev/null; exec swiftc -frontend "$@""#, "\(memory << 10)",
      ] + arguments, atMost: limit)
  }

  /// The case that a file is of; -1 for what several share.
  private static func number(of name: Substring) -> Int {
    Int(name.prefix { $0 != "." }.dropFirst("case".count)) ?? -1
  }
}
