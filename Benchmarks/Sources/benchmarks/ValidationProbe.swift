import ArgumentParser
import Foundation
import TypedMedia
import Workbench

/// The process in which bodies are validated.
struct ValidationProbe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe-validation", shouldDisplay: false)

  @Argument var list: String
  /// For how long each loop runs.
  @Argument var seconds: Double

  private struct Work {
    let document: JSON
    let schema: JSONSchema
    let valid: [JSON]
    let broken: [JSON]
  }

  func run() throws {
    let list = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: list)))
    let all = try (list.array ?? []).map { entry in
      let path = entry["schema"]?.string ?? ""
      let document = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: path)))
      return Work(
        document: document, schema: try JSONSchema(document, options: .init(lenient: true)),
        valid: entry["valid"]?.array ?? [], broken: entry["broken"]?.array ?? [])
    }
    let validCount = all.reduce(0) { $0 + $1.valid.count }
    let brokenCount = all.reduce(0) { $0 + $1.broken.count }
    let result: JSON = [
      "isValid": try microseconds(validCount) {
        for work in all { for body in work.valid { keep(work.schema.isValid(body)) } }
      },
      "isValidBroken": try microseconds(brokenCount) {
        for work in all { for body in work.broken { keep(work.schema.isValid(body)) } }
      },
      "allErrors": try microseconds(brokenCount) {
        for work in all { for body in work.broken { keep(work.schema.violations(in: body)) } }
      },
      "allErrorsValid": try microseconds(validCount) {
        for work in all { for body in work.valid { keep(work.schema.violations(in: body)) } }
      },
      "compile": try microseconds(all.count) {
        for work in all { keep(try JSONSchema(work.document, options: .init(lenient: true))) }
      },
    ]
    print(result)
  }

  /// How long each of `count` takes, once all have been done once.
  private func microseconds(_ count: Int, _ body: () throws -> Void) throws -> JSON {
    try body()
    var rounds = 0
    let start = ResourceUse.now.seconds
    while ResourceUse.now.seconds - start < seconds {
      for _ in 0..<10 { try body() }
      rounds += 10
    }
    return JSON(
      floatLiteral: (ResourceUse.now.seconds - start) / Double(rounds * count) * 1e6)
  }
}

/// Makes use of a value, so that making it is not left out.
@inline(never)
private func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
