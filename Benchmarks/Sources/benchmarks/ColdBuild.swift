import Foundation
import Workbench

/// Measures the first build of the README's first package, beside that of one that uses nothing.
///
/// It is built as `swift run App` builds it: for a product, the package manager compiles no plugin but those
/// that the build runs.
struct ColdBuild: Benchmark {
  static let group = "build"
  static let unit = "s"

  let folder: URL
  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    var measured: [String: [(own: Double, other: Double)]] = [:]
    let quickStart = try QuickStart()
    for _ in 0..<turns {
      let app = folder.appendingPathComponent("App")
      let whole = try build(quickStart.files, in: app, "--product", "App")
      let empty = try build(
        quickStart.empty, in: folder.appendingPathComponent("Empty"), "--product", "Empty")
      // The tool is built before anything else is, even where that is nothing.
      let tool = try build(
        quickStart.filesWithNothing, in: folder.appendingPathComponent("Nothing"),
        "--target", "Nothing")
      measured["first", default: []].append((whole, empty))
      measured["tool", default: []].append((tool, empty))
      if measured["modules"] == nil {
        let modules = try self.modules(in: app)
        announce("It compiled \(modules.joined(separator: ", "))")
        measured["modules"] = [(Double(modules.count), Double(quickStart.modules.count))]
      }
    }
    return measured
  }

  /// Builds a package from nothing.
  ///
  /// - Returns: The seconds of processor time.
  private func build(
    _ files: [String: String], in folder: URL, _ options: String...
  ) throws -> Double {
    announce("Building a new package, \(folder.lastPathComponent)")
    try? FileManager.default.removeItem(at: folder)
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try Measured.successfully(
      "swift", ["build", "--package-path", folder.path] + options
    ).ending.processorSeconds
  }

  /// The modules that a build has compiled, those for the tool too.
  private func modules(in folder: URL) throws -> [String] {
    let products = folder.appendingPathComponent(".build/debug").resolvingSymlinksInPath()
    return try ["Modules", "Modules-tool"].flatMap { place in
      try FileManager.default
        .contentsOfDirectory(atPath: products.appendingPathComponent(place).path)
        .filter { $0.hasSuffix(".swiftmodule") }
        .map { ($0 as NSString).deletingPathExtension }.sorted()
    }
  }
}
