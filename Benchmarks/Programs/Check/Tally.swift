import Foundation
import TypedMedia

/// Tries types on bodies, and counts.
struct Tally {
  private var counts: [(what: String, count: Int)] = [
    ("bodies that survive unchanged, and are valid", 0),
    ("bodies that do not", 0),
    ("models whose schema cannot be validated against", 0),
    ("models without bodies", 0),
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
