import Foundation
import Workbench

/// Measures what it takes to compile generated code, and what comes of it.
///
/// The models are real ones, and differ as such do. They have two twins: one in which each model has its
/// own enums, as one writes it without thinking of the others, and one that has equal enums once. Both have
/// what the code has: requests alone, or requests and answers.
struct CompileBenchmark: Benchmark {
  static let group = "compilation"
  static let unit = "s"

  let package: TwinPackage
  let turns: Int

  /// What is compiled beside what, by the end of the rows' names.
  private static let comparisons = [
    (row: "", own: "Models", other: "PlainModels"),
    (row: "Shared", own: "Models", other: "SharedModels"),
    (row: "Answers", own: "AnsweringModels", other: "PlainAnsweringModels"),
    (row: "Few", own: "FewModels", other: "PlainFewModels"),
  ]

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let names = Set(rows.map(\.name))
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for configuration in ["debug", "release"] {
      let wanted = Self.comparisons.filter { names.contains(configuration + $0.row) }
      guard !wanted.isEmpty else { continue }
      announce("Compiling for \(configuration)")
      let targets = Set(wanted.flatMap { [$0.own, $0.other] }).sorted()
      // The libraries are no part of it.
      try build("Libraries", configuration)
      for _ in 0..<turns {
        let nothing = try build("Libraries", configuration)
        var seconds: [String: Double] = [:]
        for target in targets {
          try package.package.removeProducts(of: target, configuration)
          seconds[target] = try build(target, configuration) - nothing
        }
        for comparison in wanted {
          guard let own = seconds[comparison.own], let other = seconds[comparison.other] else {
            continue
          }
          measured[configuration + comparison.row, default: []].append((own, other))
        }
      }
    }
    let sizes = [("size", "PlainTenFields"), ("sizeShared", "SharedTenFields")]
      .filter { names.contains($0.0) }
    // What comes of it is the same each time.
    for (row, twin) in sizes {
      let own = try size(of: "TenFields") - embeddedSize(of: "TenFields")
      measured[row] = [(own / 1000, try size(of: twin) / 1000)]
    }
    return measured
  }

  /// The processor time of building a target; where it is built already, that of seeing as much.
  @discardableResult
  private func build(_ target: String, _ configuration: String) throws -> Double {
    try package.package.build("-c", configuration, "--target", target).ending.processorSeconds
  }

  /// The bytes of the schemas that code has with it, which are data, and as large as the schemas.
  private func embeddedSize(of target: String) throws -> Double {
    let folder = package.package.folder.appendingPathComponent("Sources/\(target)")
    let lines = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
      .flatMap { $0.split(separator: "\n") }
    return Double(lines.filter { $0.contains("embedded: ") }.map(\.utf8.count).reduce(0, +))
  }

  /// The bytes of code and data that a target adds to a program.
  private func size(of target: String) throws -> Double {
    try build(target, "release")
    let folder = package.package.products("release").appendingPathComponent("\(target).build")
    let objects = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".o") }.map { folder.appendingPathComponent($0).path }
    let lines = try Measured.successfully("size", objects).output.split(separator: "\n").dropFirst()
    return lines.map { line in
      line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Double($0) }.reduce(0, +)
    }.reduce(0, +)
  }
}
