import Foundation
import Workbench

/// Measures what it takes to compile generated code, and what comes of it.
///
/// The models are real ones, and differ as such do. They have two twins: one in which each model has its
/// own enums, as one writes it without thinking of the others, and one that has equal enums once.
struct CompileBenchmark: Benchmark {
  static let group = "compilation"
  static let unit = "s"

  let package: TwinPackage
  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for configuration in ["debug", "release"] {
      announce("Compiling for \(configuration)")
      _ = try package.package.build("-c", configuration)
      for _ in 0..<turns {
        let own = try build("Models", configuration)
        measured[configuration, default: []].append(
          (own, try build("PlainModels", configuration)))
        measured["\(configuration)Shared", default: []].append(
          (own, try build("SharedModels", configuration)))
      }
    }
    // What comes of it is the same each time.
    let own = try size(of: "TenFields") - embeddedSize(of: "TenFields")
    measured["size"] = [(own / 1000, try size(of: "PlainTenFields") / 1000)]
    measured["sizeShared"] = [(own / 1000, try size(of: "SharedTenFields") / 1000)]
    return measured
  }

  /// The processor time of building a target whose libraries are built already.
  private func build(_ target: String, _ configuration: String) throws -> Double {
    try package.package.removeProducts(of: target, configuration)
    return try package.package.build("-c", configuration, "--target", target)
      .ending.processorSeconds
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
    let folder = package.package.products("release").appendingPathComponent("\(target).build")
    let objects = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".o") }.map { folder.appendingPathComponent($0).path }
    let lines = try Measured.successfully("size", objects).output.split(separator: "\n").dropFirst()
    return lines.map { line in
      line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Double($0) }.reduce(0, +)
    }.reduce(0, +)
  }
}
