import Foundation
import TypedMedia
import Workbench

/// Measures what requests cost a program that makes them.
struct RunBenchmark {
  let package: TwinPackage
  let selection: Selection

  func rows() throws -> [Report.Row] {
    announce("Validating and encoding")
    let work: [JSON] = selection.fifty.map { file in
      let bodies = file.bodies(in: selection.corpora.instances)
        .filter { $0.lastPathComponent == "full.json" }
      return ["model": .string(file.stem), "bodies": .array(bodies.map { .string($0.path) })]
    }
    let list = package.package.folder.appendingPathComponent("bodies.json")
    try JSON.array(work).data().write(to: list)
    _ = try package.package.build("-c", "release")
    let program = package.package.products("release").appendingPathComponent("Timing").path
    let run = try Measured.successfully(program, [list.path])
    let result = try JSON(parsing: run.output)
    func time(_ key: String) -> Quantity? { result[key]?.double.map(Quantity.microseconds) }
    func row(
      _ what: String, _ key: String, budget: Double? = nil, plain: String? = nil
    ) -> Report.Row {
      Report.Row(
        what: what, measured: time(key) ?? .microseconds(.nan),
        budget: budget.map(Quantity.microseconds), straightforward: plain.flatMap(time))
    }
    let count = "\(result["bodies"]?.int ?? 0) full requests"
    return [
      row(
        "validate and encode one request (the mean of \(count))", "validateAndEncode", budget: 10),
      row("… the slowest of them", "slowest"),
      row("encode one request to JSON text", "encode", plain: "plainEncode"),
      row("decode one request from JSON text, strictly", "decode", plain: "plainDecode"),
      row("read a model's embedded schema, once in a program's life", "load"),
    ]
  }
}
