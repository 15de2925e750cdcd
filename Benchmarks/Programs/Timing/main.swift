import Foundation
import Models
import PlainModels
import TypedMedia

// Times requests of the models in a list, as generated and as plain structs, by turns, and prints the
// processor time of each round as JSON, in microseconds a request.

guard CommandLine.arguments.count == 4, let rounds = Int(CommandLine.arguments[2]),
  let count = Int(CommandLine.arguments[3])
else {
  print("usage: Timing LIST ROUNDS COUNT")
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

func processorMicroseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

@MainActor func measure(_ work: Work, _ isTwin: Bool) throws -> Double {
  let start = processorMicroseconds()
  for timing in timings { try timing.run(work, isTwin, count) }
  return (processorMicroseconds() - start) / Double(count * max(timings.count, 1))
}

var rows: [Work: [JSON]] = [:]
for round in 0...rounds {
  for work in Work.allCases {
    let pair = [try measure(work, false), try measure(work, true)]
    // The first round warms both up.
    if round > 0 { rows[work, default: []].append(.array(pair.map { JSON(floatLiteral: $0) })) }
  }
}
var result: JSONObject = ["bodies": .number(JSONNumber(timings.count))]
for work in Work.allCases { result[work.rawValue] = .array(rows[work] ?? []) }
print(JSON.object(result))
