import Foundation
import Hoox
import HooxSandbox
import Programs
import RequestRoutes
import WebhookServer

/// Requests in, results out: what an app asks for is submitted, and what becomes of it is printed.
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
  private let publicURL: URL?

  private init(_ options: Options) throws {
    self.options = options
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "app-server-\(UUID().uuidString.prefix(8)).jsonl")
    let configuration = ClientConfiguration(ledger: try FileLedger(at: options.ledger ?? temporary))
    if let key = ProcessInfo.processInfo.environment["HOOX_API_KEY"], !key.isEmpty {
      hoox = HooxClient(apiKey: APIKey(key), configuration: configuration)
      publicURL = options.publicURL
    } else {
      hoox = HooxSandbox(webhooks: URLSessionTransport()).client(configuration: configuration)
      publicURL = options.publicURL ?? URL(string: "http://\(options.host):\(options.port)")
    }
  }

  private func run() async throws {
    let configuration = WebhookServer.Configuration(host: options.host, port: options.port)
    let requests = try RequestRoutes(
      hoox, maxCost: options.maxCost,
      options: HooxOptions(webhookURL: publicURL?.appending(path: configuration.path)))
    let sessions = options.sessions
    let server = try WebhookServer(
      hoox, configuration: configuration,
      adding: { router in
        requests.add(to: router.group().add(middleware: SessionGate { sessions.contains($0) }))
      }
    ) { job, result in
      let outcome =
        switch result {
        case .success(let asset): asset.url?.absoluteString ?? "no file"
        case .failure(let error): error.message
        }
      print("\(job.model ?? "") \(job.id): \(outcome)")
      fflush(nil)
    }
    try await server.run { port in
      print(
        """
        Requests are taken at http://\(options.host):\(port). Try:

          curl -H 'Authorization: Bearer \(options.sessions.first ?? "")' \
            http://\(options.host):\(port)/requests/veo-3.1 -d '{"prompt": "A tide pool"}'

        and /jobs/ID with the same. An app does so by AppClient.

        """)
      fflush(nil)
    }
  }
}
