import Foundation
import Hoox
import HooxSandbox
import Programs
import Rehearsal
import WebhookServer

/// Plays Hoox in process, with a sender that does everything wrong, and shows what the app gets.
@main
struct Program {
  static func main() async {
    await runProgram {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.showsHelp { return print(Options.help) }
      try await Program(options).run()
    }
  }

  private let options: Options
  private let hoox: HooxClient
  private let sender: UnreliableSender

  private init(_ options: Options) {
    self.options = options
    sender = UnreliableSender(seed: options.seed)
    let sandbox = HooxSandbox(
      pace: .init(pending: .milliseconds(200), generating: .seconds(1)), webhooks: sender)
    hoox = sandbox.client(configuration: ClientConfiguration(ledger: MemoryLedger()))
  }

  private func run() async throws {
    let (results, app) = AsyncStream<JobHandle>.makeStream()
    let configuration = WebhookServer.Configuration(host: options.host, port: options.port)
    let server = try WebhookServer(hoox, configuration: configuration) { job, result in
      let outcome = (try? result.get().url?.absoluteString) ?? "nothing"
      print("  \(job.model ?? "") \(job.id): \(outcome)")
      app.yield(job)
    }
    let (ports, started) = AsyncStream<Int>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { started.yield($0) } }
      group.addTask {
        for await port in ports {
          try await rehearse(at: "http://\(options.host):\(port)\(configuration.path)", results)
          // The server ends as whoever runs it would end it.
          kill(getpid(), SIGTERM)
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func rehearse(at address: String, _ results: AsyncStream<JobHandle>) async throws {
    let settings = HooxOptions(webhookURL: URL(string: address))
    var jobs = try await hoox.submit(
      Veo3_1(prompt: "A tide pool at dawn.", generationCount: 4), options: settings
    ).jobs
    for color in ["red", "green", "blue", "grey"] {
      let request = ZImageTurbo(prompt: "A \(color) starfish.")
      jobs += try await hoox.submit(request, options: settings).jobs
    }
    print("\(jobs.count) jobs were submitted, with webhooks to \(address).")
    await sender.arrivals.reaches(jobs.count)
    let deliveries = await sender.deliver()
    let garbled = deliveries.filter { $0.mischief != nil }
    print(
      "\(deliveries.count) deliveries came, \(garbled.count) of them garbled; the slowest was "
        + "answered after \(deliveries.map(\.duration).max() ?? .zero).")
    var waiting = results.makeAsyncIterator()
    var handed: [String: Int] = [:]
    while handed.count < jobs.count, let job = await waiting.next() {
      handed[job.id, default: 0] += 1
    }
    let open = try await hoox.recover().jobs.count
    print("The app got \(handed.values.reduce(0, +)) results; \(open) jobs are open.")
  }
}
