import Foundation
import TypedMedia
import Workbench

/// Measures compiled schemas beside the fastest validator known, `jsonschema-rs`, as Python's users have it.
///
/// Both validate bodies that have been parsed before, each in a process of its own that times its loops alone, so
/// that no start of an interpreter counts. The bodies are real ones, and each of them broken in up to three ways.
struct ValidationBenchmark: Benchmark {
  static let group = "validation"
  static let unit = "µs"

  let selection: Selection
  let folder: URL
  let turns: Int

  /// For how long each loop runs.
  private static let secondsOfALoop = "0.2"

  func measure(_ rows: [Threshold]) throws -> [String: [(own: Double, other: Double)]] {
    let python = ProcessInfo.processInfo.environment["TYPED_MEDIA_PYTHON"] ?? "python3"
    guard try Measured(python, ["-c", "import jsonschema_rs"]).succeeded else {
      print(
        """
        The rows of validation are left out. `pip install jsonschema-rs` brings what they are measured \
        against; TYPED_MEDIA_PYTHON names the Python that has it.
        """)
      return [:]
    }
    let list = folder.appendingPathComponent("validation.json")
    try JSON.array(work()).data().write(to: list)
    let program = Repository.program("Validation").appendingPathComponent("validate.py").path
    var measured: [String: [(own: Double, other: Double)]] = [:]
    for _ in 0..<turns {
      let own = try result(
        CommandLine.arguments[0], ["probe-validation", list.path, Self.secondsOfALoop])
      let other = try result(python, [program, list.path, Self.secondsOfALoop])
      for row in rows {
        // What of theirs is the call alone is theirs as well.
        let pair =
          row.name == "call" ? (other["call"], other["isValid"]) : (own[row.name], other[row.name])
        guard let own = pair.0?.double, let other = pair.1?.double else { continue }
        measured[row.name, default: []].append((own, other))
      }
    }
    return measured
  }

  private func result(_ program: String, _ arguments: [String]) throws -> JSON {
    try JSON(parsing: Measured.successfully(program, arguments).output)
  }

  /// The schemas, with bodies that are valid and bodies that are not.
  private func work() throws -> [JSON] {
    try selection.fifty.map { file in
      let schema = try JSONSchema(
        JSON(parsing: Data(contentsOf: file.url)), options: .init(lenient: true))
      let bodies = try file.bodies(in: selection.corpora.instances)
        .map { try JSON(parsing: Data(contentsOf: $0)) }.filter(schema.isValid)
      return [
        "schema": .string(file.url.path), "valid": .array(bodies),
        "broken": .array(bodies.flatMap { broken($0, by: schema) }),
      ]
    }
  }

  /// What of a body with one member less, or with a member of another kind, is not valid: the first, the middle
  /// and the last.
  private func broken(_ body: JSON, by schema: JSONSchema) -> [JSON] {
    guard let body = body.object else { return [] }
    let candidates = body.keys.enumerated().flatMap { index, name in
      let isText = body[name]?.string != nil
      let others: [JSON?] = [
        isText ? (index % 2 == 0 ? 1_000_000_000 : ["a": 1]) : "unheard of", nil,
      ]
      return others.map { other in
        var changed = body
        changed[name] = other
        return JSON.object(changed)
      }
    }
    let broken = candidates.filter { !schema.isValid($0) }
    guard let first = broken.first, let last = broken.last else { return [] }
    return [first, broken[broken.count / 2], last]
  }
}
