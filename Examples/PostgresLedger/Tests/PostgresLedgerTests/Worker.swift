import Foundation
import Hoox
import HooxSandbox
import PostgresLedger
import TypedMedia

/// A process that submits, and may be killed on its way.
struct Worker: Codable, Sendable {
  var server: String
  var table: String
  /// What the service took: a line for each submission, in a file that outlives the process.
  var journal: URL
  var prompts: [String]
  /// The place where it is killed; `nil` where it is not.
  var death: Death?

  /// A place on the way of a submission, of which `number` went before.
  struct Death: Codable, Hashable, Sendable {
    var place: Place
    var number: Int

    enum Place: String, Codable, CaseIterable, Sendable {
      /// Nothing of it is kept.
      case beforeItIsKept
      /// It is kept, and the service has not got it.
      case beforeItIsSent
      /// The service has taken it, and nobody knows which job it is.
      case beforeItsAnswer
      /// Its answer is there, and not kept.
      case beforeItsJobIsKept
      /// All is kept.
      case afterItsJobIsKept
    }
  }

  /// Submits each of the prompts that the ledger does not know yet, or knows not to have been
  /// taken.
  func work() async throws {
    let ledger = try await PostgresLedger(server, table: table)
    let submissions = try await ledger.submissions().filter { $0.state != .abandoned }
    let known = Set(submissions.compactMap(\.prompt))
    let sandbox = HooxSandbox(credits: 10_000, requestsPerMinute: nil)
    let executioner = Executioner(death)
    let hoox = HooxClient(
      apiKey: APIKey(HooxSandbox.apiKey),
      configuration: ClientConfiguration(
        transport: JournalledTransport(
          transport: sandbox, journal: journal, executioner: executioner),
        ledger: MortalLedger(ledger: ledger, executioner: executioner)))
    for prompt in prompts where !known.contains(prompt) {
      _ = try await hoox.submit(ZImageTurbo(prompt: prompt))
    }
  }
}

/// Kills the process where it is to be killed.
private actor Executioner {
  private let death: Worker.Death?
  private var counts: [Worker.Death.Place: Int] = [:]

  init(_ death: Worker.Death?) { self.death = death }

  func reached(_ place: Worker.Death.Place) {
    if death == Worker.Death(place: place, number: counts[place, default: 0]) {
      kill(getpid(), SIGKILL)
    }
    counts[place, default: 0] += 1
  }
}

/// A ledger whose process may be killed before or after an event is kept.
private struct MortalLedger: JobLedger {
  let ledger: PostgresLedger
  let executioner: Executioner

  func append(_ event: LedgerEvent) async throws {
    if case .intended = event.kind {
      await executioner.reached(.beforeItIsKept)
      try await ledger.append(event)
    } else {
      await executioner.reached(.beforeItsJobIsKept)
      try await ledger.append(event)
      await executioner.reached(.afterItsJobIsKept)
    }
  }

  func submissions() async throws -> [LedgerSubmission] { try await ledger.submissions() }
}

/// A service that keeps what it takes.
private struct JournalledTransport: Transport {
  let transport: any Transport
  let journal: URL
  let executioner: Executioner

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    guard request.method == "POST", let body = request.body,
      let prompt = try JSON(parsing: body).object?["prompt"]?.string
    else { return try await transport.send(request) }
    await executioner.reached(.beforeItIsSent)
    let response = try await transport.send(request)
    if response.status == 201 { try journal.append(line: prompt) }
    await executioner.reached(.beforeItsAnswer)
    return response
  }
}

extension LedgerSubmission {
  /// What was asked for.
  var prompt: String? { intent.body.object?["prompt"]?.string }
}

extension URL {
  /// Writes a line at the end of the file, however many processes do.
  func append(line: String) throws {
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(file) }
    let text = Array("\(line)\n".utf8)
    guard write(file, text, text.count) == text.count else { throw CocoaError(.fileWriteUnknown) }
  }
}
