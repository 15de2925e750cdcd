import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaTerminal
import TypedMediaUpdating

/// `typed-media run`: a request from the command line, to any model of any service.
struct RunCommand: Command {
  static let schema = Option(
    name: "schema", placeholder: "DIR|FILE",
    summary: "read the model from snapshots, and do not ask the service for it")
  static let input = Option(
    name: "input", placeholder: "FILE",
    summary: "read the request as JSON, beside what the words say; - is the standard input")
  static let maxCost = Option(
    name: "max-cost", placeholder: "AMOUNT",
    summary: "ask for the price first, and send nothing that costs more")
  static let dryRun = Option(
    name: "dry-run", summary: "check the request, print it, and send nothing that costs")

  /// A request of which one may think.
  private static let example = KnownService.all.first?.name ?? "SERVICE"

  /// The variables that have the services' keys, each once.
  private static let keyVariables = KnownService.all.compactMap(\.keyVariable)
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    .joined(separator: ", ")

  static let help = Help(
    name: "run",
    summary: "Make something: one request to any model, checked, followed and saved.",
    operands: "SERVICE MODEL [NAME=VALUE…]",
    options: [schema, input, maxCost, dryRun] + JobSettings.all,
    discussion: """
      SERVICE is one of \(KnownService.all.map(\.name).joined(separator: ", ")).
      Its key is in the environment:
      \(keyVariables).

      A VALUE is what the model's schema says: a number where it has numbers, else text.

        prompt="A tide pool"             a value
        settings.quality=high            a member of an object
        references.0.url=https://…       an element of a list, from 0
        image_urls=@a.png                a file that is handed over, where the model takes a medium
        image_urls=@b.png                one more element, for a list
        seed:=null  size:='{"width": 8}' JSON as it is; @FILE reads it from a file

      What the model does not take is refused before anything is sent. The files' paths are
      printed, or the text where the model makes text; all else goes to the standard error.
      Jobs are kept until their results are saved: after Ctrl-C, a crash or a lost
      connection, 'typed-media resume' goes on, and nothing is paid twice.
      """,
    examples: [
      "\(example) veo-3.1 prompt=\"A fox\" duration=8 --max-cost 40",
      "fal fal-ai/flux-2 prompt=\"A tide pool\" image_size=square_hd --output pictures",
      "\(example) veo-3.1 --input request.json duration=4 --dry-run",
    ])

  private let service: KnownService
  private let model: String
  private let words: [String]
  private let schemaPath: String?
  private let inputPath: String?
  private let maxCost: Decimal?
  private let isDryRun: Bool
  private let settings: JobSettings

  init(_ arguments: Arguments) throws(Misuse) {
    guard let name = arguments.operands.first else { throw Misuse("which service?") }
    service = try KnownService.named(name)
    guard let model = arguments.operands.dropFirst().first else { throw Misuse("which model?") }
    guard !model.contains("=") else {
      throw Misuse("which model? '\(model)' is where its name belongs.")
    }
    self.model = model
    words = Array(arguments.operands.dropFirst(2))
    schemaPath = arguments[Self.schema]
    inputPath = arguments[Self.input]
    isDryRun = arguments.contains(Self.dryRun)
    settings = try JobSettings(arguments)
    maxCost = try Self.cost(arguments[Self.maxCost])
    guard maxCost == nil || service.saysPrices else {
      throw Misuse(
        """
        \(name) does not say beforehand what a request costs, so that --max-cost cannot be kept. \
        Nothing was sent.
        """)
    }
  }

  private static func cost(_ text: String?) throws(Misuse) -> Decimal? {
    guard let text else { return nil }
    guard let cost = JSONNumber(text)?.decimal, cost >= 0 else {
      throw Misuse("--max-cost needs a number, not '\(text)'.")
    }
    return cost
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let view = console.progressView()
    defer { view.end() }
    do {
      return try await Interruption.cancelling(saying: { view.say($0) }) { interruption in
        try await run(console, view, interruption)
      }
    } catch is CancellationError {
      throw Stop(
        message: "Stopped before the request was sent: nothing is paid.", status: .interrupted)
    } catch let error as MediaError {
      view.end()
      var stop = Stop(error)
      if error.code == .outcomeUnknown, let submission = error.submission {
        let id = submission.uuidString
        stop.message? +=
          service.listsRequests
          ? "\nWhether it runs, this finds out: \(settings.settleCommand(id))"
          : """

          Look at \(service.name) whether it runs. If it does not: \(settings.resumeCommand([id])) --drop
          """
      }
      throw stop
    }
  }

  private func run(
    _ console: Console, _ view: ProgressView, _ interruption: Interruption
  ) async throws -> ExitStatus {
    if isDryRun {
      try console.print(try await request(view, asking: nil).shownBody.text(.indented))
      return .success
    }
    let ledger = try settings.openLedger()
    let client = try settings.connect(to: service, keeping: ledger)
    let (words, request, _) = try await request(view, asking: client)
    if let file = words.files.first?.value, !client.takesFiles {
      throw Stop(
        message: """
          error: \(service.name) takes no files of this machine, such as \(file.relativePath): it wants \
          addresses that it can reach. Nothing was sent.
          """, status: .usage)
    }
    try settings.prepareFolder()
    let ready = try await upload(words.files, of: request, to: client, view)
    view.show(ProgressLine(model, "sending the request"))
    let (jobs, cost) = try await interruption.finishing(
      """
      The request is on its way, and may be paid: waiting for the answer. Ctrl-C again ends at once; \
      'typed-media jobs' then says that its outcome is not known.
      """
    ) {
      try await client.submit(ready, maxCost: maxCost)
    }
    let ids = jobs.map(\.id).joined(separator: ", ")
    view.say("\(client.serviceName) accepted \(ids)".printable + (cost.map { ": \($0)" } ?? ""))
    let collector = ResultCollector(
      client: client, settings: settings, view: view, console: console)
    return try await collector.collect(jobs, costing: cost)
  }

  /// A request that the model takes, with the words that it is of.
  private typealias Ready = (words: RequestWords, request: RawRequest, shownBody: JSON)

  /// Makes the request, and checks it.
  ///
  /// - Parameter client: The client to ask for the model; `nil` for one that is made only where the model
  ///   has to be asked for.
  private func request(
    _ view: ProgressView, asking client: (any RawClient)?
  ) async throws -> Ready {
    let record: ModelRecord
    if let schemaPath {
      record = try RequestedModel.find(model, in: schemaPath)
    } else {
      let client = try client ?? settings.connect(to: service, keeping: nil)
      view.show(ProgressLine(model, "asking \(service.name) what it takes"))
      record = try await RequestedModel.ask(client, for: model, service)
    }
    view.end()
    if let retirement = record.object["x-retired"] {
      let advice = retirement["replacement"]?.string.map { "; there is \($0)" } ?? ""
      view.say("warning: \(model) is no longer there\(advice).".printable)
    }
    var request = try RawRequest([:], to: record)
    let words: RequestWords
    do {
      words = try RequestWords(self.words, beside: input(), fields: request.fields)
    } catch let problem as RequestWordProblem {
      throw Stop(
        message: "error: \(problem.message.printable)\nThe request was not sent.", status: .usage)
    }
    request.body = words.body
    let problems = RequestProblems(request, naming: words.files).lines
    guard problems.isEmpty else {
      throw Stop(
        message: problems.map { "error: \($0)" }.joined(separator: "\n")
          + "\nThe request was not sent.", status: .badData)
    }
    return (words, request, words.shownBody)
  }

  /// The request that a file has.
  private func input() throws -> JSONObject {
    guard let inputPath else { return [:] }
    let file = try SourceFile(reading: inputPath)
    guard let object = try file.json().value.object else {
      throw Stop(
        message: "error: what '\(file.path)' has is no request: it has to be an object.",
        status: .badData)
    }
    return object
  }

  /// The request with references to the files that were handed over.
  private func upload(
    _ files: [String: URL], of request: RawRequest, to client: any RawClient, _ view: ProgressView
  ) async throws -> RawRequest {
    let kinds = request.snapshot.kinds(of: files, in: .object(request.body))
    var references: [String: String] = [:]
    for (placeholder, file) in files.sorted(by: { $0.value.path < $1.value.path }) {
      let step = "handing over \(file.lastPathComponent)"
      view.show(ProgressLine(model, step))
      let kind = kinds[placeholder]
      references[placeholder] = try await client.reference(uploading: file, as: kind) {
        [model] progress in
        view.show(ProgressLine(model, step, fraction: progress.fraction))
      }
    }
    var request = request
    if let body = JSON.object(request.body).replacingTexts(references).object {
      request.body = body
    }
    return request
  }
}
