import TypedMediaGenerator

/// `typed-media table`: a page that shows each model's parameters, price and smallest request.
struct TableCommand: Command {
  static let docc = Option(
    name: "docc", summary: "print a page for the documentation of the one FOLDER's module")

  static let help = Help(
    name: "table",
    summary: "Print a Markdown page of models: parameters, prices, and a request to each.",
    operands: "FOLDER…",
    options: [docc],
    discussion: """
      A FOLDER has the snapshots of one service, however deep, and its typed-media.json where
      there is one: a target's folder, such as Sources/Hoox. Its name heads its models.

      A module's documentation has a page for each type, so that with --docc the page only
      groups them by what the models make, with links and prices.
      """,
    examples: [
      "Sources/Hoox Sources/Hedra > schemas/MODELS.md",
      "--docc Sources/Hoox > Sources/Hoox/Hoox.docc/Models.md",
    ])

  private let folders: [OutputFolder]
  private let isForDocumentation: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard !arguments.operands.isEmpty else { throw Misuse("which folders?") }
    isForDocumentation = arguments.contains(Self.docc)
    guard !isForDocumentation || arguments.operands.count == 1 else {
      throw Misuse("--docc makes a page of one folder")
    }
    folders = arguments.operands.map(OutputFolder.init)
  }

  func run(_ console: Console) throws -> ExitStatus {
    let sections = try folders.map { folder in
      let snapshots = try SnapshotFiles(in: [folder.path])
      let generator = try snapshots.generator(module: folder.moduleName)
      let models = try generator.summaries(of: snapshots.sources())
      return ModelPage.Section(title: folder.moduleName, models: models.map(DescribedModel.init))
    }
    if isForDocumentation, let section = sections.first {
      try console.print(ModelCatalogPage(models: section.models).text)
    } else {
      try console.print(ModelPage(sections: sections).text)
    }
    return .success
  }
}
