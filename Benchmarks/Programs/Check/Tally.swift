import Foundation
import TypedMedia

/// Tries types on bodies, and counts.
struct Tally {
  private var counts: [(what: String, count: Int)] = [
    ("bodies that survive unchanged, and are valid", 0),
    ("bodies that do not", 0),
    ("models whose schema cannot be validated against", 0),
    ("models without bodies", 0),
    ("answers that have a type", 0),
    ("real answers that are as their schema says, their files found", 0),
    ("real answers that break their schema, and are read all the same", 0),
  ]

  private(set) var hasFailures = false

  var numbers: JSON {
    var object = JSONObject()
    for (what, count) in counts { object[what] = .number(JSONNumber(count)) }
    return .object(object)
  }

  mutating func fail(_ message: String) {
    hasFailures = true
    print(message)
  }

  mutating func `try`(_ type: any GenerationRequest.Type, _ entry: JSON) {
    if let problem = type.snapshot.problem {
      counts[2].count += 1
      print("\(type): \(problem)")
    }
    if let answer = Self.answer(to: type) { check(answer, entry["output"]?.string, of: type) }
    let paths = (entry["bodies"]?.array ?? []).compactMap(\.string)
    counts[3].count += paths.isEmpty ? 1 : 0
    for path in paths {
      do {
        try check(type, path, schema: read(entry["schema"]?.string ?? ""))
        counts[0].count += 1
      } catch {
        counts[1].count += 1
        fail("\(type), \(path): \(error)")
      }
    }
  }

  private static func answer<Request: GenerationRequest>(
    to type: Request.Type
  ) -> (any ModelOutput.Type)? {
    Request.Output.self as? any ModelOutput.Type
  }

  private mutating func check(
    _ answer: any ModelOutput.Type, _ path: String?, of type: any GenerationRequest.Type
  ) {
    counts[4].count += 1
    guard let path else { return }
    do {
      let json = try read(path)
      let output = answer.init(json: json)
      let violations = output.violations()
      counts[violations.isEmpty ? 5 : 6].count += 1
      for violation in violations.prefix(1) { print("\(type), its real answer: \(violation)") }
      let addresses = json.text().components(separatedBy: "\"https://").count - 1
      if output.files.count < addresses {
        fail("\(type), \(path): \(output.files.count) of \(addresses) files are found")
      }
      guard output.json == json else { throw Failure("is not kept as it came") }
    } catch {
      fail("\(type), \(path): \(error)")
    }
  }

  private func check(_ type: any GenerationRequest.Type, _ path: String, schema: JSON) throws {
    let body = try read(path)
    let request = try type.init(json: body)
    try request.validate()
    let document = schema["input_schema"] ?? schema
    let difference = SchemaPlace(document).difference(between: body, and: request.json)
    if let difference { throw Failure(difference) }
    guard try JSONDecoder().decode(type, from: JSONEncoder().encode(request)).json == request.json
    else { throw Failure("changes when it is coded") }
  }

  private func read(_ path: String) throws -> JSON {
    try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
