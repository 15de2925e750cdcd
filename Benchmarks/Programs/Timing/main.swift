import Foundation
import Models
import PlainModels
import TypedMedia

// Times requests of the models in a list, as generated and as plain structs, and prints the means in
// microseconds as JSON.

guard CommandLine.arguments.count == 2 else {
  print("usage: Timing LIST")
  exit(2)
}
let list = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let types = Dictionary(AllModels.all.map { ($0.model.name, $0) }) { first, _ in first }
var timings: [Timing] = []
for entry in list.array ?? [] {
  let name = entry["model"]?.string ?? ""
  for path in (entry["bodies"]?.array ?? []).compactMap(\.string) {
    guard let type = types[name], let plain = plainModels[name] else { continue }
    timings.append(try Timing(type, plain, Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
func mean(_ values: [Double]) -> JSON {
  JSON(floatLiteral: values.reduce(0, +) / Double(max(values.count, 1)))
}
let result: JSON = [
  "bodies": .number(JSONNumber(timings.count)),
  "validateAndEncode": mean(timings.map(\.validateAndEncode)),
  "slowest": mean([timings.map(\.validateAndEncode).max() ?? 0]),
  "encode": mean(timings.map(\.encode)),
  "plainEncode": mean(timings.map(\.plainEncode)),
  "decode": mean(timings.map(\.decode)),
  "plainDecode": mean(timings.map(\.plainDecode)),
  "load": mean(timings.map(\.load)),
]
print(result)
