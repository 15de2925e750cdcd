import Foundation
import TypedMedia

// Decodes, validates and encodes bodies. For each type it prints a line of JSON that says what became of
// each of them: nothing where it is as it should be, else what is wrong.

guard CommandLine.arguments.count == 2 else {
  print("usage: TryConstructs LIST")
  exit(2)
}
let list = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let types = Dictionary(Catalog.all.map { ($0.model.name, $0) }) { first, _ in first }
for entry in list.array ?? [] {
  guard let name = entry["model"]?.string, let type = types[name] else {
    FileHandle.standardError.write(Data("\(entry["model"] ?? nil) has no type\n".utf8))
    continue
  }
  let outcomes = (entry["bodies"]?.array ?? []).map { body in
    outcome(of: body, as: type, schema: entry["schema"] ?? true)
  }
  let line = JSON.object(["model": .string(name), "outcomes": .array(outcomes)]).text() + "\n"
  // At once, so that it is known which of them ended the program.
  FileHandle.standardOutput.write(Data(line.utf8))
}

/// What becomes of a body that is decoded, validated and encoded.
func outcome(of body: JSON, as type: any GenerationRequest.Type, schema: JSON) -> JSON {
  do {
    let request = try type.init(json: body)
    try request.validate()
    let difference = SchemaPlace(schema).difference(between: body, and: request.json)
    if let difference { return ["changed": .string(difference)] }
    let copy = try JSONDecoder().decode(type, from: JSONEncoder().encode(request))
    return copy.json == request.json ? [:] : ["changed": "is another when it is coded"]
  } catch {
    return ["refused": .string("\(error)")]
  }
}
