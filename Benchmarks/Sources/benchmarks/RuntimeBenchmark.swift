import Foundation
import TypedMedia
import Workbench

/// Measures calls over loopback, in the program `runtime` beside this one.
struct RuntimeBenchmark: Benchmark {
  static let group = "runtime"
  static let unit = "µs"

  let turns: Int

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("runtime")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("The rows of the runtime are left out. `swift build -c release` makes their program.")
      return [:]
    }
    let forms = [("oneCall", "1"), ("fiftyCalls", "50")]
    return try forms.reduce(into: [:]) { measured, form in
      let run = try Measured.successfully(
        program.path, ["overhead", "--json", "--rounds", "\(turns)", "--at-once", form.1])
      measured[form.0] = try JSON(parsing: run.output).array?.compactMap { turn in
        turn[0]?.double.flatMap { own in turn[1]?.double.map { (own: own, other: $0) } }
      }
    }
  }
}
