import Foundation
import Replicate
import ReplicateSandbox
import ServiceTestSupport
import Testing

/// Trainings, which are paid jobs.
@Suite(.timeLimit(.minutes(20))) struct TrainingTests {
  private let clock = VirtualClock()
  private let sandbox: ReplicateSandbox
  private let ledger = MemoryLedger()
  private let replicate: ReplicateClient

  init() {
    sandbox = ReplicateSandbox.ofSamples(clock: clock)
    replicate = sandbox.client(
      configuration: ClientConfiguration(ledger: ledger, retries: .never))
  }

  private func train(_ prompt: String = "fox") async throws -> Submission<ReplicateTraining> {
    try await replicate.train(
      "acme/aurora", version: Sample.version, into: "studio/ours",
      input: ["images": "https://a.example/a.zip", "word": .string(prompt)],
      webhookURL: URL(string: "https://a.example/h"), webhookEvents: [.completed])
  }

  @Test func aTrainingMakesAVersion() async throws {
    let submission = try await train()
    let request = try #require(await sandbox.receivedRequests.last)
    #expect(request.url.path == "/v1/models/acme/aurora/versions/\(Sample.version)/trainings")
    #expect(
      request.body == [
        "destination": "studio/ours",
        "input": ["images": "https://a.example/a.zip", "word": "fox"],
        "webhook": "https://a.example/h", "webhook_events_filter": ["completed"],
      ])
    let training = try await submission.job.result()
    #expect(training.id == submission.job.id && training.status == .succeeded)
    #expect(training.trainedVersion?.hasPrefix("studio/ours:") == true)
    #expect(training.weightsURL?.host == "replicate.delivery")
    #expect(training.model == "acme/aurora" && training.version == Sample.version)
    #expect(training.error == nil && training.source == "api" && training.totalTime == .seconds(11))
    // The ledger has it, whatever becomes of it at the service.
    clock.advance(by: .seconds(7_200))
    let kept = try #require(try await replicate.recover().jobs.first)
    #expect(try await kept.result().json["version"]?.string == training.trainedVersion)
    let looked = try await replicate.training(training.id)
    #expect(looked.trainedVersion == nil && looked.status == .succeeded)
  }

  @Test func trainingsAreListedApartFromPredictions() async throws {
    let first = try await train().job.id
    let prediction = try await replicate.submit(
      RawRequest(["prompt": "A fox"], to: Sample.models[0])
    ).job.id
    let second = try await train().job.id
    var trainings: [String] = []
    for try await training in replicate.trainings() { trainings.append(training.id) }
    #expect(trainings == [second, first])
    var predictions: [String] = []
    for try await prediction in replicate.predictions() { predictions.append(prediction.id) }
    #expect(predictions == [prediction])
  }

  /// Of a job that is known by its ID alone, nobody knows what it is.
  @Test(arguments: [true, false])
  func aTrainingIsCancelled(hasAddress: Bool) async throws {
    var handle = try await train().job.handle
    if !hasAddress { handle.statusURL = nil }
    #expect(try await replicate.status(of: handle).rawStatus == "starting")
    #expect(try await replicate.cancel(handle) == "canceled")
    let ended = try await mediaError { try await replicate.job(handle).result() }
    #expect(ended.code == .generationCancelled)
    #expect(await sandbox.requests(to: .cancelTraining).count == 1)
    #expect(await sandbox.requests(to: .cancel).count == (hasAddress ? 0 : 1))
    let unknown = JobHandle(service: "Replicate", id: "p0")
    #expect(try await mediaError { try await replicate.status(of: unknown) }.code == .notFound)
    #expect(try await mediaError { try await replicate.cancel(unknown) }.code == .notFound)
  }

  @Test func aTrainingWhoseAnswerWasLostIsSettled() async throws {
    _ = try await train("hare")
    await sandbox.script(.lostAnswer, for: .createTraining)
    let error = try await mediaError { try await train() }
    #expect(error.code == .outcomeUnknown)
    let submission = try #require(try await replicate.recover().unsettled.first)
    guard case .accepted(let job) = try await replicate.settle(submission) else {
      Issue.record("It was not found.")
      return
    }
    // Its address is kept, so that it is known to be a training.
    #expect(job.handle.statusURL?.path == "/v1/trainings/\(job.id)")
    #expect(try await job.result().json["version"] != nil)
    #expect(await sandbox.requests(to: .getPrediction).isEmpty)
  }

  @Test(arguments: [
    ("aurora", "studio/ours"), ("acme/aurora", "ours"), ("acme/aurora", ""), ("a/b/c", "d/e"),
    ("acme/..", "d/e"),
  ])
  func aNameThatIsNoneIsRefusedHere(model: String, destination: String) async throws {
    let error = try await mediaError {
      try await replicate.train(
        model, version: Sample.version, into: destination, input: [:])
    }
    #expect(error.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
    #expect(await ledger.submissions().isEmpty)
  }

  @Test func aVersionThatDoesNotExistIsSaid() async throws {
    let error = try await mediaError {
      try await replicate.train(
        "acme/aurora", version: "none", into: "studio/ours", input: [:])
    }
    #expect(error.code == .invalidRequest && error.message.contains("does not exist"))
    #expect(try await replicate.recover().unsettled.isEmpty)
  }
}

/// What is told of submissions whose outcome is unknown, and never guessed.
@Suite(.timeLimit(.minutes(20))) struct SettlementTests {
  private let ledger = MemoryLedger()
  private let sandbox = ReplicateSandbox.ofSamples()

  private func unsettled(
    minutesAgo: Double, model: String = "acme/dusk"
  ) async throws -> LedgerSubmission {
    let id = UUID()
    let intent = LedgerIntent(
      service: "Replicate", model: model, path: ["models"], body: ["input": ["prompt": "A fox"]])
    await ledger.append(
      LedgerEvent(.intended(intent), of: id, at: .now.addingTimeInterval(-minutesAgo * 60)))
    let all = await ledger.submissions()
    return try #require(all.first { $0.id == id })
  }

  @Test(arguments: [(0, false), (1, false), (10, true)])
  func whatIsListedInTimeIsKnownNotToBeThere(minutes: Int, isSettled: Bool) async throws {
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let submission = try await unsettled(minutesAgo: Double(minutes))
    switch try await replicate.settle(submission) {
    case .notAccepted: #expect(isSettled)
    case .unknown(let jobs): #expect(!isSettled && jobs.isEmpty)
    case .accepted: Issue.record("There is no such job.")
    }
    #expect(try await replicate.recover().unsettled.isEmpty == isSettled)
  }

  @Test func whatMayBeDeletedIsUnknown() async throws {
    let answer: JSON = [
      "next": .null,
      "results": [
        .object(Sample.prediction(["data_removed": true, "input": [:], "status": "succeeded"]))
      ],
    ]
    let replicate = ReplicateClient(
      apiKey: "r8_test",
      configuration: ClientConfiguration(
        transport: CannedAnswer(body: answer.text()), ledger: ledger, retries: .never))
    guard case .unknown(let jobs) = try await replicate.settle(unsettled(minutesAgo: 90)) else {
      Issue.record("Nobody can know.")
      return
    }
    #expect(jobs.isEmpty)
  }
}
