import TypedMediaGenerator
import TypedMediaSchema
import TypedMediaTerminal

/// `typed-media list`: what models there are, and what they take.
struct ListCommand: Command {
  static let json = Option(name: "json", summary: "print an object for each model, one a line")

  static let help = Help(
    name: "list",
    summary: "List models, and what they take.",
    operands: "FILE|FOLDER…",
    options: [json],
    discussion: """
      A FILE is a model's record, a JSON Schema or an OpenAPI document of one model; a FOLDER
      stands for its *.json files, however deep. In a terminal, lines are cut to its width, and
      a narrow one has the columns alone that one chooses by.
      """,
    examples: ["schemas", "--json schemas | jq -r .name"])

  private let paths: [String]
  private let printsJSON: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard !arguments.operands.isEmpty else { throw Misuse("which files?") }
    paths = arguments.operands
    printsJSON = arguments.contains(Self.json)
  }

  func run(_ console: Console) throws -> ExitStatus {
    var status = ExitStatus.success
    var models: [ListedModel] = []
    for file in try SnapshotFiles(in: paths).models {
      do {
        models.append(ListedModel(try ModelFile(SourceFile(reading: file.path))))
      } catch let stop as Stop {
        if let message = stop.message { console.complain(message) }
        status = max(status, stop.status)
      } catch {
        // One file that is no model does not hide the others.
        console.complain("\(error)")
        status = max(status, .badData)
      }
    }
    if printsJSON {
      for model in models { try console.print(model.json.text()) }
    } else if !models.isEmpty {
      let table = ListedModel.table(of: models, width: console.width, inColor: console.takesColor)
      for line in table.lines { try console.print(line) }
    }
    return status
  }
}
