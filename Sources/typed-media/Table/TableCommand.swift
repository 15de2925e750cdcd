import TypedMediaGenerator

/// `typed-media table`: a page that shows the parameters, price and smallest request of each model.
struct TableCommand: Command {
  static let docc = Option(
    name: "docc", summary: "print a page for the documentation of the FOLDER's module")

  static let help = Help(
    name: "table",
    summary: "Print a Markdown page of models: parameters, prices, and a request to each.",
    operands: "FOLDER",
    options: [docc],
    discussion: """
      A FOLDER has the snapshots of one service, however deep, and its typed-media.json where
      there is one: a target's folder, such as Sources/Hoox.

      A module's documentation has a page for each type, so that with --docc the page only
      groups them by what the models make, with links and prices.
      """,
    examples: [
      "Sources/Hoox > schemas/hoox/MODELS.md",
      "--docc Sources/Hoox > Sources/Hoox/Hoox.docc/Models.md",
    ])

  private let folder: OutputFolder
  private let isForDocumentation: Bool

  init(_ arguments: Arguments) throws(Misuse) {
    guard let path = arguments.operands.first, arguments.operands.count == 1 else {
      throw Misuse(arguments.operands.isEmpty ? "which folder?" : "a page is of one folder")
    }
    isForDocumentation = arguments.contains(Self.docc)
    folder = OutputFolder(path: path)
  }

  func run(_ console: Console) throws -> ExitStatus {
    let snapshots = try SnapshotFiles(in: [folder.path])
    let generator = try snapshots.generator(module: folder.moduleName)
    let models = try generator.summaries(of: snapshots.sources()).map(DescribedModel.init)
    try console.print(
      isForDocumentation
        ? ModelCatalogPage(models: models).text
        : ModelPage(moduleName: folder.moduleName, models: models).text)
    return .success
  }
}
