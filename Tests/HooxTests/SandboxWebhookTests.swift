import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import Testing

/// What the sandbox delivers to a webhook, and when.
@Suite(.timeLimit(.minutes(20))) struct SandboxWebhookTests {
  private let address = URL(string: "https://app.example.com/hooks")

  @Test func aJobsEndIsDelivered() async throws {
    let receiver = Receiver(answering: 200)
    let sandbox = HooxSandbox.played(webhooks: receiver, clock: receiver.clock)
    let job = try await sandbox.client().submit(
      Lantern(prompt: "p"), options: HooxOptions(webhookURL: address)
    ).job
    let delivery = try #require(await receiver.next())
    #expect(delivery.request.url == address)
    #expect(delivery.request.method == "POST")
    #expect(delivery.time == .seconds(11))
    let webhook = try HooxWebhook(parsing: delivery.request.body ?? Data())
    #expect(webhook.assetID == job.id)
    #expect(webhook.status == .completed)
    #expect(webhook.url == (try await job.result().url))
  }

  @Test func eachGenerationIsDeliveredForItself() async throws {
    let receiver = Receiver(answering: 200)
    let sandbox = HooxSandbox.played(webhooks: receiver, clock: receiver.clock)
    await sandbox.failNextGenerations()
    let submission = try await sandbox.client().submit(
      Lantern(prompt: "p", generationCount: 2), options: HooxOptions(webhookURL: address))
    var statuses: [String: HooxAsset.Status] = [:]
    for _ in 0..<2 {
      let delivery = try #require(await receiver.next())
      let webhook = try HooxWebhook(parsing: delivery.request.body ?? Data())
      if let id = webhook.assetID { statuses[id] = webhook.status }
    }
    #expect(submission.jobs.map { statuses[$0.id] } == [.failed, .completed])
  }

  @Test func aLooksEndIsDelivered() async throws {
    let receiver = Receiver(answering: 200)
    let sandbox = HooxSandbox(webhooks: receiver, clock: receiver.clock)
    let avatars = sandbox.client().avatars
    await sandbox.failNextGenerations(message: "No face")
    let options = HooxAvatarOptions(webhookURL: address)
    let new = try await avatars.submit(HooxNewAvatar(.prompt("p")), options: options)
    let failed = try HooxWebhook(parsing: #require(await receiver.next()?.request.body))
    #expect(failed.task == .avatarCreate && failed.jobID == new.job.id)
    #expect(failed.status == .failed && failed.failure?.message == "No face")
    let look = try #require(try await avatars.looks().first)
    let edit = HooxAvatarEdit(avatarID: look.avatarID ?? "", lookID: look.id, prompt: "p")
    let job = try await avatars.submit(edit, options: options).job
    let completed = try HooxWebhook(parsing: #require(await receiver.next()?.request.body))
    #expect(completed.task == .avatarEdit && completed.jobID == job.id)
    let made = try await job.result()
    #expect(completed.look?.id == made.id && completed.look?.avatarID == made.avatarID)
  }

  /// The sandbox makes no whole videos, but tells of them.
  @Test(arguments: [HooxWebhook.Task.videoGenerate, .videoExport])
  func aWholeVideoIsAnnounced(task: HooxWebhook.Task) async throws {
    let receiver = Receiver(answering: 500, 200, 200)
    let sandbox = HooxSandbox(webhooks: receiver, clock: receiver.clock)
    let address = try #require(address)
    await sandbox.announce(task, of: "j1", to: address)
    await sandbox.finishWebhooks()
    let failure = JobFailure(code: "c", message: "m")
    await sandbox.announce(task, of: "j2", failure: failure, to: address)
    await sandbox.finishWebhooks()
    var webhooks: [HooxWebhook] = []
    for _ in 0..<3 {
      webhooks.append(try HooxWebhook(parsing: #require(await receiver.next()?.request.body)))
    }
    #expect(webhooks.map(\.videoJobID) == ["j1", "j1", "j2"])
    #expect(webhooks.map(\.task) == [task, task, task])
    #expect(webhooks.map(\.failure) == [nil, nil, failure])
  }

  @Test(arguments: [[500, 404, 200], [500, 302, 0, 200], [500, 500, 500, 500]])
  func whatIsNotTakenComesAgainAfterOneTwoAndFourSeconds(answers: [Int]) async throws {
    let receiver = Receiver(answering: answers)
    let sandbox = HooxSandbox.played(webhooks: receiver, clock: receiver.clock)
    _ = try await sandbox.client().submit(
      Lantern(prompt: "p"), options: HooxOptions(webhookURL: address))
    var deliveries: [Receiver.Delivery] = []
    for _ in answers { deliveries.append(try #require(await receiver.next())) }
    #expect(deliveries.map(\.time) == [11, 12, 14, 18].prefix(answers.count).map { .seconds($0) })
    #expect(Set(deliveries.map(\.request.body)).count == 1)
    await sandbox.finishWebhooks()
    #expect(await receiver.count == answers.count)
  }

  @Test func anAnswerAfterTenSecondsIsNone() async throws {
    let receiver = Receiver(answering: 200, 200, taking: .seconds(10.5))
    let sandbox = HooxSandbox.played(webhooks: receiver, clock: receiver.clock)
    _ = try await sandbox.client().submit(
      Lantern(prompt: "p"), options: HooxOptions(webhookURL: address))
    #expect(await receiver.next()?.time == .seconds(11))
    #expect(await receiver.next()?.time == .seconds(22.5))
  }

  @Test func aJobWithoutAWebhookIsNotDelivered() async throws {
    let receiver = Receiver(answering: 200)
    let sandbox = HooxSandbox.played(webhooks: receiver, clock: receiver.clock)
    _ = try await sandbox.client().submit(Lantern(prompt: "p")).job.result()
    await sandbox.finishWebhooks()
    #expect(await receiver.count == 0)
  }
}

/// Takes deliveries, and answers them as a test says: 0 is no answer.
private actor Receiver: Transport {
  struct Delivery {
    let request: TransportRequest
    let time: Duration
  }

  nonisolated let clock = VirtualClock()
  private(set) var count = 0
  private let start: VirtualClock.Instant
  private var answers: [Int]
  private let delay: Duration
  private let deliveries: AsyncStream<Delivery>
  private let continuation: AsyncStream<Delivery>.Continuation

  init(answering answers: Int..., taking delay: Duration = .zero) {
    self.init(answering: answers, taking: delay)
  }

  init(answering answers: [Int], taking delay: Duration = .zero) {
    self.answers = answers
    self.delay = delay
    start = clock.now
    (deliveries, continuation) = AsyncStream.makeStream()
  }

  func next() async -> Delivery? {
    for await delivery in deliveries { return delivery }
    return nil
  }

  func send(_ request: TransportRequest) throws -> TransportResponse {
    count += 1
    continuation.yield(Delivery(request: request, time: start.duration(to: clock.now)))
    clock.advance(by: delay)
    let status = answers.count > 1 ? answers.removeFirst() : answers.first ?? 200
    guard status > 0 else { throw TransportError("Lost.") }
    return TransportResponse(status: status)
  }
}
