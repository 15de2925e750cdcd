import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// How a request becomes a prediction.
@Suite(.timeLimit(.minutes(20))) struct SubmissionTests {
  private func client(_ sandbox: ReplicateSandbox, _ recorder: Recorder) -> ReplicateClient {
    ReplicateClient(
      apiKey: APIKey(ReplicateSandbox.apiKey), configuration: .once.over(recorder))
  }

  private func raw(_ index: Int, _ members: JSONObject = ["prompt": "A fox"]) throws -> RawRequest {
    try RawRequest(members, to: Sample.models[index])
  }

  @Test func theSnapshotSaysWhatRuns() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let replicate = sandbox.client()
    let versioned = try await replicate.submit(raw(0))
    #expect(versioned.prediction?.version == Sample.version)
    let official = try await replicate.submit(raw(1))
    #expect(official.prediction?.version == nil)
    #expect(official.prediction?.model == "acme/dusk")
    let received = await sandbox.receivedRequests
    #expect(received.map(\.endpoint) == [.createFromVersion, .createFromModel])
    #expect(
      received[0].body == [
        "input": ["prompt": "A fox"], "version": .string(Sample.version),
      ])
    #expect(received[1].body == ["input": ["prompt": "A fox"]])
    #expect(received[1].url.path == "/v1/models/acme/dusk/predictions")
  }

  @Test(arguments: [
    (ReplicateTarget.model, "/v1/models/acme/aurora/predictions"),
    (.deployment(owner: "studio", name: "fast"), "/v1/deployments/studio/fast/predictions"),
    (.version(Sample.version), "/v1/predictions"),
    (.version("acme/aurora:\(Sample.version)"), "/v1/predictions"),
  ])
  func theOptionsSayWhatRuns(target: ReplicateTarget, path: String) async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let submission = try await sandbox.client().submit(
      raw(0), options: ReplicateOptions(target: target))
    let received = try #require(await sandbox.receivedRequests.last)
    #expect(received.url.path == path)
    let deployment = path.contains("deployments") ? "studio/fast" : nil
    #expect(submission.prediction?.deployment == deployment)
    if case .version(let version) = target {
      #expect(received.body?["version"]?.string == version)
    } else {
      #expect(received.body?["version"] == nil)
    }
  }

  @Test func theOptionsAreSent() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let recorder = Recorder(over: sandbox)
    let options = ReplicateOptions(
      wait: .seconds(2), timeout: .seconds(90), webhookURL: URL(string: "https://a.example/h"),
      webhookEvents: [.start, .completed])
    _ = try await client(sandbox, recorder).submit(raw(1), options: options)
    let request = try #require(await recorder.requests.first)
    #expect(request.headers["Prefer"] == "wait=2")
    #expect(request.headers["Cancel-After"] == "90s")
    #expect(request.headers["Authorization"] == "Bearer \(ReplicateSandbox.apiKey)")
    #expect(request.timeout == .seconds(32))
    #expect(request.json?["webhook"] == "https://a.example/h")
    #expect(request.json?["webhook_events_filter"] == ["start", "completed"])
  }

  /// Whatever a client asks for, the sandbox goes on.
  @Test(arguments: [
    ("Prefer", "wait=9223372036854775807", true), ("Prefer", "wait=9223372036854775808", true),
    ("Prefer", "wait=-9223372036854775808", false), ("Prefer", "wait=", true),
    ("Cancel-After", "9223372036854775807s", true),
    ("Cancel-After", "9223372036854775807h9223372036854775807m9223372036854775807s", true),
    ("Cancel-After", "99999999999999999999h", true), ("Cancel-After", "-5s", true),
    ("Cancel-After", "", true), ("Cancel-After", "5s", false), ("Cancel-After", "٥s", true),
  ])
  func aTimeOfAnyLengthIsTaken(field: String, value: String, isDone: Bool) async throws {
    let clock = VirtualClock()
    let sandbox = ReplicateSandbox(models: Sample.models, clock: clock)
    let request = TransportRequest(
      method: "POST",
      url: try #require(URL(string: "https://api.replicate.com/v1/models/acme/dusk/predictions")),
      headers: ["Authorization": "Bearer \(ReplicateSandbox.apiKey)", field: value],
      body: Data(#"{"input": {"prompt": "A fox"}}"#.utf8))
    let answer = try await sandbox.send(request)
    #expect([201, 202].contains(answer.status))
    if field == "Cancel-After" { clock.advance(by: .seconds(60)) }
    let prediction = try #require(await sandbox.prediction("00000000000000000000000001"))
    #expect((prediction.status == .succeeded) == isDone)
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "-1", "99999999999999999999"])
  func aPageThatThereCannotBeIsEmptyOrTheFirst(cursor: String) async throws {
    let sandbox = ReplicateSandbox(models: Sample.models, pageSize: .max, clock: VirtualClock())
    let request = TransportRequest(
      method: "GET",
      url: try #require(URL(string: "https://api.replicate.com/v1/models?cursor=\(cursor)")),
      headers: ["Authorization": "Bearer \(ReplicateSandbox.apiKey)"])
    #expect(try await sandbox.send(request).status == 200)
  }

  @Test func whatIsNotAskedForIsNotSent() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let recorder = Recorder(over: sandbox)
    _ = try await client(sandbox, recorder).submit(raw(1))
    let request = try #require(await recorder.requests.first)
    #expect(request.headers["Prefer"] == nil && request.headers["Cancel-After"] == nil)
    #expect(request.json?.object?.keys == ["input"])
  }

  @Test(arguments: [
    ReplicateOptions(wait: .zero), ReplicateOptions(wait: .seconds(61)),
    ReplicateOptions(timeout: .seconds(4)),
  ])
  func aTimeThatTheServiceDoesNotTakeIsNotSent(options: ReplicateOptions) async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let error = try await mediaError { try await sandbox.client().submit(raw(1), options: options) }
    #expect(error.code == .invalidRequest && error.service == "Replicate")
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func aNameThatIsNoModelsIsNotSent() async throws {
    var record = Sample.models[1]
    record.object["name"] = "dusk"
    let sandbox = ReplicateSandbox.ofSamples()
    let request = try RawRequest(["prompt": "A fox"], to: record)
    let error = try await mediaError { try await sandbox.client().submit(request) }
    #expect(error.code == .invalidRequest && error.message.contains("\"dusk\""))
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func whatIsWaitedForIsThereAtOnce() async throws {
    let ledger = MemoryLedger()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let submission = try await replicate.submit(
      Sample.request, options: ReplicateOptions(wait: .seconds(60)))
    #expect(submission.prediction?.status == .succeeded)
    #expect(submission.job.handle.result != nil)
    let output = try await submission.job.result()
    #expect(output.files.count == 1 && output.violations().isEmpty)
    // Nobody is asked again, not even after a crash.
    let recovered = try #require(try await replicate.recover().jobs.first)
    #expect(try await recovered.result().files == output.files)
    #expect(await sandbox.receivedRequests.count == 1)
  }

  @Test func whatIsWaitedForInVainGoesOnAsAJob() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let submission = try await sandbox.client().submit(
      Sample.request, options: ReplicateOptions(wait: .seconds(5)))
    #expect(submission.prediction?.status == .starting)
    #expect(submission.job.handle.result == nil)
    #expect(try await submission.job.result().files.count == 1)
  }

  /// A prediction that has failed by then is no refusal: it was made.
  @Test func aFailureThatIsThereAtOnceIsTheJobs() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    await sandbox.failNextPredictions(error: "Out of memory")
    let submission = try await sandbox.client().submit(
      Sample.request, options: ReplicateOptions(wait: .seconds(60)))
    let error = try await mediaError { try await submission.job.result() }
    #expect(error.code == .generationFailed && error.message.hasSuffix("Out of memory"))
  }

  @Test func anAnswerWithoutAnIDLeavesTheOutcomeOpen() async throws {
    let error = try await mediaError {
      try await CannedAnswer(status: 201, body: #"{"status": "starting"}"#).client
        .submit(raw(1))
    }
    #expect(error.code == .outcomeUnknown)
    #expect(error.response?.status == 201)
  }
}
