import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// What happens to a job, as it happens.
@Suite(.timeLimit(.minutes(20))) struct EventTests {
  let sandbox = HedraV3Sandbox.ofFoxes()

  /// What is told: statuses in capitals, events of the log in small letters.
  private func told(of id: String, by hedra: HedraV3Client) async throws -> [String] {
    var told: [String] = []
    for try await event in hedra.events(of: id) {
      switch event {
      case .status(let report): told.append(report.status.rawValue)
      case .log(let entry): told.append(entry.event?.rawValue ?? "?")
      case .other(let event): told.append("other \(event.name)")
      }
    }
    return told
  }

  private static let whole = [
    "IN_QUEUE", "queued", "IN_QUEUE", "started", "IN_PROGRESS", "IN_PROGRESS", "completed",
    "COMPLETED",
  ]

  @Test func aJobIsToldUntilItHasEnded() async throws {
    let hedra = sandbox.client()
    let id = try await hedra.submit(Sample.request()).job.id
    #expect(try await told(of: id, by: hedra) == Self.whole)
    #expect(await sandbox.requests(to: .stream).count == 1)
    #expect(await sandbox.requests(to: .status).isEmpty)
  }

  /// Whatever a client asks for, the sandbox goes on.
  @Test(arguments: [
    ("status?logs_after=log--1", 400), ("status?logs_after=log--9223372036854775808", 400),
    ("status?logs_after=log-9223372036854775807", 200), ("logs?cursor=after--1", 400),
    ("logs?cursor=after-9223372036854775807&limit=100", 200), ("logs?limit=-1", 400),
    ("logs?limit=9223372036854775807", 400), ("status?logs_after=x", 400),
  ])
  func aPlaceThatThereCannotBeIsEmptyOrRefused(path: String, status: Int) async throws {
    let id = try await sandbox.client().submit(Sample.request()).job.id
    let base = HedraV3Client.defaultURL.absoluteString
    let request = TransportRequest(
      method: "GET", url: try #require(URL(string: "\(base)/jobs/\(id)/\(path)")),
      headers: ["Authorization": "Bearer \(HedraV3Sandbox.apiKey)"])
    #expect(try await sandbox.send(request).status == status)
  }

  @Test func aStreamThatBreaksOffIsOpenedAgainWhereItDid() async throws {
    let hedra = sandbox.client()
    let id = try await hedra.submit(Sample.request()).job.id
    await sandbox.breakNextStream(afterEvents: 3)
    await sandbox.breakNextStream(afterEvents: 2)
    let told = try await told(of: id, by: hedra)
    // Each stream begins with how far the job is; nothing else is told twice.
    #expect(told.filter { $0 == $0.lowercased() } == ["queued", "started", "completed"])
    #expect(told.last == "COMPLETED")
    let streams = await sandbox.requests(to: .stream)
    #expect(streams.map { $0.headers["Last-Event-Id"] } == [nil, "2", "3"])
    #expect(streams.allSatisfy { $0.headers["Accept"] == "text/event-stream" })
  }

  @Test func whereThereIsNoStreamTheServiceIsAsked() async throws {
    let hedra = sandbox.client()
    let id = try await hedra.submit(Sample.request()).job.id
    await sandbox.script(.serverError, for: .stream, times: 3)
    await sandbox.script(.garbage, for: .stream, times: 2)
    await sandbox.script(.serverError, for: .status, times: 1)
    let told = try await told(of: id, by: hedra)
    #expect(told.last == "COMPLETED")
    #expect(told.filter { $0 == $0.lowercased() } == ["queued", "started", "completed"])
    #expect(await sandbox.requests(to: .stream).count == 5)
    #expect(await sandbox.requests(to: .status).count > 1)
  }

  @Test func whatIsNotThereIsNotWaitedFor() async throws {
    let error = try await mediaError { try await told(of: "job_0", by: sandbox.client()) }
    #expect(error.code == .notFound)
    #expect(await sandbox.requests(to: .stream).count == 1)
    let stranger = sandbox.client(apiKey: "other:key")
    #expect(try await mediaError { try await told(of: "job_0", by: stranger) }.code == .invalidKey)
  }

  /// A stream may break off right before it says that it is over.
  @Test func whoHasHeardOfTheEndAsksNoMore() async throws {
    let service = CannedAnswer(
      headers: ["Content-Type": "text/event-stream"],
      body: "event: status\ndata: {\"job_id\": \"job_1\", \"status\": \"FAILED\"}\n\n")
    #expect(try await told(of: "job_1", by: service.client) == ["FAILED"])
  }

  @Test func whatIsNotKnownIsPassedOn() async throws {
    let stream = """
      event: status
      data: {"job_id": "job_1", "status": "IN_PROGRESS", "progress": 0.25}

      event: weather
      id: 7
      data: {"sun": true}

      event: log
      data: no JSON

      event: done
      data: [STREAM_DONE]


      """
    let service = CannedAnswer(headers: ["Content-Type": "text/event-stream"], body: stream)
    var events: [HedraV3Event] = []
    for try await event in service.client.events(of: "job_1") { events.append(event) }
    #expect(events.count == 3)
    guard case .status(let report) = events[0] else {
      Issue.record("\(events[0])")
      return
    }
    #expect(report.progress == 0.25)
    #expect(
      events[1] == .other(ServerSentEvent(name: "weather", data: #"{"sun": true}"#, id: "7")))
    #expect(events[2] == .other(ServerSentEvent(name: "log", data: "no JSON", id: "7")))
  }
}
