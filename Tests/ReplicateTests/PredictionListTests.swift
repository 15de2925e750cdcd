import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// The list of predictions, and what it settles.
@Suite(.timeLimit(.minutes(20))) struct PredictionListTests {
  private func all<Element>(_ pages: Pages<Element>) async throws -> [Element] {
    var all: [Element] = []
    for try await element in pages { all.append(element) }
    return all
  }

  @Test func thePagesFollowTheirLinks() async throws {
    let clock = VirtualClock()
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, pageSize: 2, clock: clock)
    let replicate = sandbox.client()
    var ids: [String] = []
    for _ in 0..<5 {
      ids.append(try await replicate.submit(Sample.request).job.id)
      clock.advance(by: .seconds(10))
    }
    #expect(try await all(replicate.predictions()).map(\.id) == ids.reversed())
    let requests = await sandbox.requests(to: .listPredictions)
    #expect(requests.map(\.url.query) == [nil, "cursor=2", "cursor=4"])

    let now = await sandbox.now
    let late = try await all(replicate.predictions(after: now.addingTimeInterval(-25)))
    #expect(late.map(\.id) == ids[3...].reversed())
    let early = try await all(replicate.predictions(before: now.addingTimeInterval(-25)))
    #expect(early.map(\.id) == ids[..<3].reversed())
    #expect(try await all(replicate.predictions(source: "web")).isEmpty)
  }

  @Test func theKeyGoesToNoOtherServersPages() async throws {
    let body = #"{"next": "https://example.com/v1/predictions?cursor=2", "results": []}"#
    let pages = CannedAnswer(body: body).client.predictions()
    let error = try await mediaError { try await all(pages) }
    #expect(error.code == .insecureAddress)
  }

  private func lose(
    _ sandbox: ReplicateSandbox, _ replicate: ReplicateClient, _ request: some ReplicateRequest
  ) async throws -> LedgerSubmission {
    await sandbox.script(.lostAnswer, for: .createFromModel)
    let error = try await mediaError { try await replicate.submit(request) }
    #expect(error.code == .outcomeUnknown)
    return try #require(
      try await replicate.recover().unsettled.first { $0.id == error.submission })
  }

  @Test func whatWasAcceptedIsFoundAndSettled() async throws {
    let ledger = MemoryLedger()
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, pageSize: 1, clock: VirtualClock())
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    // The same was asked for before, and something else after.
    _ = try await replicate.submit(Sample.request)
    let submission = try await lose(sandbox, replicate, Sample.request)
    _ = try await replicate.submit(Pebble(prompt: "A hare"))
    let found = try await replicate.predictions(of: submission)
    #expect(found.count == 1)
    let id = try #require(found.first?.id)
    let job = try #require(
      try await replicate.settle(submission.id, as: .accepted(jobIDs: [id])).first)
    #expect(try await job.result().files.count == 1)
    #expect(try await replicate.recover().unsettled.isEmpty)
  }

  @Test func whatWasNotAcceptedIsNotFound() async throws {
    let ledger = MemoryLedger()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let replicate = sandbox.client(
      configuration: ClientConfiguration(ledger: ledger, retries: .never))
    await sandbox.script(.serverError, for: .createFromModel)
    let error = try await mediaError { try await replicate.submit(Sample.request) }
    #expect(error.code == .outcomeUnknown)
    let submission = try #require(try await replicate.recover().unsettled.first)
    #expect(try await replicate.predictions(of: submission).isEmpty)
  }

  @Test func whoseInputIsDeletedCannotBeTold() async throws {
    let (clock, ledger) = (VirtualClock(), MemoryLedger())
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let submission = try await lose(sandbox, replicate, Sample.request)
    clock.advance(by: .seconds(4_000))
    let error = try await mediaError { try await replicate.predictions(of: submission) }
    #expect(error.code == .resultExpired && error.submission == submission.id)
  }

  @Test func whatTheServiceAddsToAnInputIsNoDifference() async throws {
    let intent = LedgerIntent(
      service: "Replicate", model: "acme/dusk", path: [], body: ["input": ["prompt": "A fox"]])
    let id = UUID()
    let submission = try #require(
      LedgerSubmission.folding([LedgerEvent(.intended(intent), of: id)]).first)
    let inputs: [JSONObject] = [
      ["prompt": "A fox", "seed": 7], ["seed": 7], ["prompt": "A hare"], ["prompt": "A fox"],
    ]
    let results = inputs.enumerated().map { index, input in
      JSON.object(Sample.prediction(["id": .string("p\(index)"), "input": .object(input)]))
    }
    let answer: JSON = ["next": .null, "results": .array(results)]
    let found = try await CannedAnswer(body: answer.text()).client.predictions(of: submission)
    #expect(found.map(\.id) == ["p3", "p0"])
  }
}
