import Corpus
import Foundation
import TypedMedia

// Decodes, validates and encodes bodies, and says of each that fails what is wrong with it. The last
// line that it prints has the numbers.

guard CommandLine.arguments.count == 2 else {
  print("usage: Check LIST")
  exit(2)
}
let list = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let types = Dictionary(CorpusModels.all.map { ($0.model.name, $0) }) { first, _ in first }
var tally = Tally()
for entry in list.array ?? [] {
  guard let name = entry["model"]?.string, let type = types[name] else {
    tally.fail("\(entry["model"] ?? nil) has no type")
    continue
  }
  tally.try(type, entry)
}
print(tally.numbers)
exit(tally.hasFailures ? 1 : 0)
