import TypedMediaComparison
import TypedMediaGenerator
import TypedMediaSchema

/// `typed-media diff`: what changed between two sets of models.
struct DiffCommand: Command {
  static let format = Option(
    name: "format", placeholder: "FORMAT", summary: "text (the default), json or markdown")
  static let failOn = Option(
    name: "fail-on", placeholder: "ADVICE",
    summary: "the least advice to fail on: major (the default), minor, patch")
  static let all = Option(
    name: "all", summary: "leave nothing out: every model, value and identity")
  static let accepted = Option(
    name: "accepted", placeholder: "FILE",
    summary: "changes not to fail on, an identity a line, # before a comment")
  static let accept = Option(
    name: "accept", summary: "add what would fail to the FILE of --accepted")
  static let configuration = Option(
    name: "configuration", placeholder: "FILE",
    summary: "how the code looks; by default each side's own typed-media.json")

  static let help = Help(
    name: "diff",
    summary: "Say what changed between models, on the wire and in Swift.",
    operands: "OLD NEW",
    options: [format, failOn, accepted, accept, configuration, all],
    discussion: """
      OLD and NEW are files, folders, or REVISION:PATH for what git has; a path after the
      colon starts in the repository's folder, or, with ./ before it, in the current one.
      A REVISION alone stands for the other's path at that revision; where both are
      revisions, for all Sources/*/schemas with the typed-media.json beside them. What is
      there on disk is taken before a revision of that name.

      What asks for most comes first, and what is equal in many models is said once. Past 100
      lines the report says of the rest how much there is, unless --all is given.

      Each change says what it asks of a version number: patch, minor or major. The exit
      status is 1 when a change asks for the ADVICE of --fail-on or more and is not accepted.
      """,
    examples: [
      "HEAD~3 Sources/Hoox",
      "v1.2 v1.3 --format markdown",
      "v1.2:schemas/hoox schemas/hoox --accepted accepted.txt",
    ])

  private enum Format: String { case text, json, markdown }

  private let old: DiffOperand
  private let new: DiffOperand
  private let format: Format
  private let showsAll: Bool
  private let threshold: Advice
  private let acceptedFile: AcceptedFile?
  private let accepts: Bool
  private let configurationPath: String?

  init(_ arguments: Arguments) throws(Misuse) {
    guard arguments.operands.count == 2 else {
      throw Misuse(
        arguments.operands.count < 2
          ? "which two? OLD and NEW are needed." : "'\(arguments.operands[2])' is one too many.")
    }
    (old, new) = (DiffOperand(arguments.operands[0]), DiffOperand(arguments.operands[1]))
    let formatName = arguments[Self.format] ?? Format.text.rawValue
    guard let format = Format(rawValue: formatName) else {
      throw Misuse("'\(formatName)' is not a format; text, json and markdown are.")
    }
    let adviceName = arguments[Self.failOn] ?? Advice.major.rawValue
    guard let threshold = Advice(rawValue: adviceName) else {
      throw Misuse("'\(adviceName)' cannot be failed on; major, minor and patch can.")
    }
    (self.format, self.threshold) = (format, threshold)
    showsAll = arguments.contains(Self.all)
    acceptedFile = arguments[Self.accepted].map(AcceptedFile.init)
    accepts = arguments.contains(Self.accept)
    configurationPath = arguments[Self.configuration]
    guard !accepts || acceptedFile != nil else {
      throw Misuse("--accept needs the file to add to: --accepted FILE.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let accepted = try acceptedFile?.read(mayBeMissing: accepts)
    var comparison = try compare()
    if let accepted {
      comparison.accept(accepted)
      for id in accepted.stale(in: comparison) {
        console.complain("note: accepted, and not among the changes: \(id)")
      }
    }
    switch format {
    case .text: try console.print(showsAll ? comparison.fullText : comparison.text)
    case .json: try console.print(comparison.json.text(.indented))
    case .markdown:
      try console.print(showsAll ? comparison.fullMarkdown : comparison.markdown)
    }
    let open = comparison.unaccepted(from: threshold)
    guard accepts else { return open.isEmpty ? .success : .failure }
    try acceptedFile?.append(open)
    return .success
  }

  private func compare() throws -> SnapshotComparison {
    let before = try old.snapshots(comparedWith: new)
    let after = try new.snapshots(comparedWith: old)
    let given = try configurationPath.map { try Configuration(SourceFile(reading: $0)) }
    let modules = Set(before.keys).union(after.keys).sorted { ($0 ?? "") < ($1 ?? "") }
    var remains: [Any] = [before, after]
    // The process ends as soon as all is told: to take apart before what was compared is lost time.
    defer { _ = Unmanaged.passRetained(Remains(of: remains)) }
    return SnapshotComparison(
      joining: try modules.map { module in
        let (old, new) = (before[module] ?? SnapshotSet(), after[module] ?? SnapshotSet())
        return try SnapshotComparison(
          old: old.models, new: new.models,
          configuration: try given ?? new.configuration.map { try Configuration($0) }
            ?? Configuration(),
          oldConfiguration: try given ?? old.configuration.map { try Configuration($0) }
            ?? Configuration(),
          stamp: new.stamp, oldStamp: old.stamp, module: module, remains: &remains)
      })
  }

  /// What a comparison was made of.
  private final class Remains {
    private let parts: [Any]

    init(of parts: [Any]) { self.parts = parts }
  }
}
