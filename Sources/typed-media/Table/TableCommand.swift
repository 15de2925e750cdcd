import TypedMediaGenerator

/// `typed-media table`: a page that shows each model's parameters, price and smallest request.
struct TableCommand: Command {
  static let help = Help(
    name: "table",
    summary: "Print a Markdown page of models: parameters, prices, and a request to each.",
    operands: "FOLDER…",
    options: [],
    discussion: """
      A FOLDER has the snapshots of one service, however deep, and its typed-media.json where
      there is one: a target's folder, such as Sources/Hoox. Its name heads its models.
      """,
    examples: ["Sources/Hoox Sources/Hedra > schemas/MODELS.md"])

  private let folders: [OutputFolder]

  init(_ arguments: Arguments) throws(Misuse) {
    guard !arguments.operands.isEmpty else { throw Misuse("which folders?") }
    folders = arguments.operands.map(OutputFolder.init)
  }

  func run(_ console: Console) throws -> ExitStatus {
    let sections = try folders.map { folder in
      let snapshots = try SnapshotFiles(in: [folder.path])
      let generator = try snapshots.generator(module: folder.moduleName)
      let models = try generator.summaries(of: snapshots.sources())
      return ModelPage.Section(title: folder.moduleName, models: models.map(DescribedModel.init))
    }
    try console.print(ModelPage(sections: sections).text)
    return .success
  }
}
