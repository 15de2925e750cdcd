import Foundation
import Workbench

/// Asks the compiler whether generated code is Swift.
struct SwiftCheck {
  /// The folder with the code that a worker has left.
  let spool: URL

  /// How many files were looked at.
  private(set) var count = 0

  init(spool: URL) { self.spool = spool }

  /// What the compiler refuses: the case, and its first error there.
  mutating func findings() throws -> [(number: Int, stage: String, message: String)] {
    var findings: [(number: Int, stage: String, message: String)] = []
    findings += try errors("parsed", ["-parse"]).map { ($0, "parsing Swift", $1) }
    // The modules lie beside this program, which was linked with them.
    let modules = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Modules")
    if let modules, FileManager.default.fileExists(atPath: modules.path) {
      findings += try errors(
        "typed",
        [
          "-typecheck", "-swift-version", "6", "-I", modules.path, "-module-name", "Together",
          "-enable-upcoming-feature", "ExistentialAny",
          "-enable-upcoming-feature", "InternalImportsByDefault",
          "-enable-upcoming-feature", "MemberImportVisibility",
        ]
      ).map { ($0, "typing Swift", $1) }
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
    let run = try Measured("swiftc", ["-frontend"] + options + paths, atMost: .seconds(120))
    guard !run.succeeded else { return [] }
    if case .signal = run.ending.status { return try slow(paths) }
    var messages: [Int: String] = [:]
    for line in run.output.split(separator: "\n") {
      guard line.hasPrefix(folder.path), line.contains(": error: ") else { continue }
      let place = line.dropFirst(folder.path.count + 1)
      let number = Self.number(of: place)
      messages[number] = messages[number] ?? String(place)
    }
    if messages.isEmpty { messages[-1] = String(run.output.suffix(2_000)) }
    return messages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The files over which the compiler breaks, or takes forever.
  private func slow(_ paths: [String]) throws -> [(number: Int, message: String)] {
    let bad = try paths.filter { path in
      let run = try Measured("swiftc", ["-frontend", "-parse", path], atMost: .seconds(20))
      if case .signal = run.ending.status { return true }
      return false
    }
    guard !bad.isEmpty else { return [(-1, "the compiler breaks over the files together")] }
    return bad.map { path in
      (Self.number(of: (path as NSString).lastPathComponent[...]), "the compiler breaks, or hangs")
    }
  }

  /// The case that a file is of; -1 for what several share.
  private static func number(of name: Substring) -> Int {
    Int(name.prefix { $0 != "." }.dropFirst("case".count)) ?? -1
  }
}
