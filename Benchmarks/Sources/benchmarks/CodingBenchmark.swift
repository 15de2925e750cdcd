import Foundation
import TypedMedia
import Workbench

/// Measures what requests cost a program that makes and reads them.
struct CodingBenchmark: Benchmark {
  static let group = "coding"
  static let unit = "µs"

  let package: TwinPackage
  let selection: Selection
  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let work: [JSON] = selection.fifty.map { file in
      let bodies = file.bodies(in: selection.corpora.instances)
        .filter { $0.lastPathComponent == "full.json" }
      return ["model": .string(file.stem), "bodies": .array(bodies.map { .string($0.path) })]
    }
    let list = package.package.folder.appendingPathComponent("bodies.json")
    try JSON.array(work).data().write(to: list)
    _ = try package.package.build("-c", "release", "--product", "Timing")
    let program = package.package.products("release").appendingPathComponent("Timing").path
    let result = try JSON(
      parsing: Measured.successfully(program, [list.path, "\(turns)", "40"]).output)
    return Dictionary(
      rows.map { row in
        let turns = (result[row.name]?.array ?? []).compactMap { turn in
          turn[0]?.double.flatMap { own in turn[1]?.double.map { (own: own, other: $0) } }
        }
        return (row.name, turns)
      }, uniquingKeysWith: { first, _ in first })
  }
}
