public import Hoox
public import Hummingbird

/// Takes Hoox's webhooks, and hands the result of each job to the app once.
///
/// ```swift
/// let hoox = HooxClient(apiKey: key, configuration: ClientConfiguration(ledger: ledger))
/// let server = try WebhookServer(hoox) { job, result in try await app.keep(result, of: job) }
/// try await server.run()
/// ```
///
/// A webhook is answered before anything is done about it. The work that this leaves is not lost when
/// the process is: the job is open in the client's ledger, where the server looks when it starts.
public struct WebhookServer: Sendable {
  private let inbox: ResultInbox<HooxClient>
  private let configuration: Configuration
  private let backlog: Backlog
  private let addRoutes: @Sendable (Router<BasicRequestContext>) -> Void

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - hoox: The client that submits the jobs. It has a ledger.
  ///   - configuration: Where to listen, and how much to take.
  ///   - addRoutes: Adds what else the server takes.
  ///   - handler: Takes what became of a job.
  /// - Throws: `MediaError`, where the client has no ledger.
  public init(
    _ hoox: HooxClient,
    configuration: Configuration = Configuration(),
    adding addRoutes: @escaping @Sendable (Router<BasicRequestContext>) -> Void = { _ in },
    handler: @escaping ResultInbox<HooxClient>.Handler
  ) throws {
    inbox = try ResultInbox(hoox, handler: handler)
    self.configuration = configuration
    backlog = Backlog(capacity: configuration.maximumBacklog)
    self.addRoutes = addRoutes
  }

  /// Serves until the task is cancelled, or the process is told to end.
  ///
  /// - Parameter onStart: Gets the port when the server listens.
  public func run(
    onStart: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) async throws {
    let port = configuration.port
    let application = Application(
      router: router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(10))),
      configuration: .init(address: .hostname(configuration.host, port: port)),
      onServerRunning: { channel in await onStart(channel.localAddress?.port ?? port) })
    let report: @Sendable (any Error) -> Void = { application.logger.error("\($0)") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.runService() }
      group.addTask { await workOff(reporting: report) }
      group.addTask { try await lookForOpenJobs(reporting: report) }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Waits until every job that a webhook has named was looked into.
  public func finishWork() async { await backlog.isWorkedOff() }

  private func workOff(reporting report: @escaping @Sendable (any Error) -> Void) async {
    await withDiscardingTaskGroup { group in
      for await id in await backlog.jobIDs() {
        group.addTask {
          do { try await inbox.follow(id) } catch { report(error) }
          await backlog.remove(id)
        }
      }
    }
  }

  private func lookForOpenJobs(reporting report: (any Error) -> Void) async throws {
    while true {
      await inbox.followOpenJobs().forEach(report)
      try await Task.sleep(for: configuration.patience)
    }
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.post("\(configuration.path)") { request, _ in
      try await WebhookRoute(backlog: backlog, maximumBodySize: configuration.maximumBodySize)
        .respond(to: request)
    }
    addRoutes(router)
    return router
  }
}
