import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

struct JobTests {
  private let bench = Bench()

  @Test func aTypedRequestHasATypedAnswer() async throws {
    let submission = try await bench.fal.submit(LanternEdit.sample())
    #expect(submission.queuePosition == 0)
    let output: LanternEdit.Output = try await submission.job.result()
    #expect(output.images.count == 1)
    let image = try #require(output.images.first)
    #expect(image.contentType == "image/png" && image.width == 64 && image.kind == .image)
    #expect(output.files == output.images)
    #expect(output.seed == 1 && output.timings == [:] && output.prompt == "A sample.")
    #expect(output.violations().isEmpty)

    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try await bench.fal.download(image, to: folder, named: "night")
    #expect(file.lastPathComponent == "night.png")
    #expect(try Data(contentsOf: file) == SampleMedia.image.data)
  }

  /// Of all models: what each says that it answers is what its type reads.
  @Test(arguments: FalModels.all.map { $0.model.name })
  func whatASandboxAnswersIsValid(model: String) async throws {
    let type = try #require(FalModels.all.first { $0.model.name == model })
    let schema = try #require(type.model.outputSchema)
    let compiled = try JSONSchema(schema)
    let kind = type.model.kind.flatMap(MediaKind.init)
    let sample = SampleOutput(of: schema, kind: kind) { media in
      URL(string: "https://example.com/sample.\(media.fileExtension)")
    }
    #expect(compiled.violations(in: sample.json).isEmpty)
    #expect(Set(sample.json.files.map(\.url)) == Set(sample.files.keys))
  }

  @Test func aRawRequestHasJSONWithTheSameFiles() async throws {
    let model = try await bench.fal.model("fal-ai/lantern/edit")
    let body: JSONObject = ["prompt": "At night", "image_urls": ["https://example.com/photo.png"]]
    let request = try RawRequest(body, to: model)
    let result = try await bench.fal.submit(request).job.result()
    #expect(result.files.count == 1)
    #expect(result.billableUnits == 1)
    #expect(result.json["seed"] == 1)
  }

  /// The queue forgets what it answered; the platform's list has it for a while, where that may be kept.
  @Test(arguments: [(false, true), (false, false), (true, true), (true, false)])
  func anAnswerThatTheQueueForgotIsLookedUp(isStored: Bool, isStatusThere: Bool) async throws {
    let job = try await bench.fal.submit(
      LanternEdit.sample(), options: FalOptions(disablesStorage: !isStored)
    ).job
    bench.clock.advance(by: .seconds(7_200))
    if !isStatusThere { await bench.sandbox.script(.notFound, for: .status) }
    guard isStored else {
      let error = try await caught { try await job.status() }
      #expect(error.code == (isStatusThere ? .resultExpired : .notFound))
      #expect(try await bench.fal.recover().jobs.map(\.id) == [job.id])
      return
    }
    #expect(try await job.result().images.count == 1)
    #expect(try await bench.fal.recover().jobs.first?.handle.result != nil)
  }

  /// The service forgets what it answered; the ledger does not.
  @Test func anAnswerIsKeptAsSoonAsItIsThere() async throws {
    let job = try await bench.fal.submit(
      LanternEdit.sample(), options: FalOptions(disablesStorage: true)
    ).job
    let output = try await job.result()
    bench.clock.advance(by: .seconds(7_200))
    let forgotten = try await caught {
      var handle = job.handle
      handle.result = nil
      return try await bench.fal.job(handle).status()
    }
    #expect(forgotten.code == .resultExpired)
    let recovered = try #require(try await bench.fal.recover().jobs.first)
    #expect(recovered.id == job.id)
    #expect(try await recovered.result().json == output.json)
    try await recovered.acknowledge()
    #expect(try await bench.fal.recover().jobs.isEmpty)
  }

  @Test(
    arguments: [
      (422, "content_policy_violation", nil, false), (504, "generation_timeout", true, nil),
      (500, "internal_server_error", true, nil),
    ] as [(Int, String, Bool?, Bool?)])
  func aFailureIsCompletedWithAnError(
    status: Int, type: String, isRefunded: Bool?, isRetryable: Bool?
  ) async throws {
    await bench.sandbox.failNextRequests(status: status, type: type, message: "No.")
    let error = try await caught { try await bench.fal.submit(LanternEdit.sample()).job.result() }
    #expect(error.code == .generationFailed)
    #expect(error.serviceCode == type)
    #expect(error.message.contains("No."))
    #expect(error.isRefunded == isRefunded && error.isRetryable == isRetryable)
  }

  @Test func aJobCanBeCancelledUntilItHasEnded() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    #expect(try await job.cancel() == "CANCELLATION_REQUESTED")
    #expect(try await caught { try await job.result() }.code == .generationCancelled)

    let done = try await bench.fal.submit(LanternEdit.sample()).job
    _ = try await done.result()
    #expect(try await caught { try await done.cancel() }.code == .notCancellable)
  }

  @Test func aJobIsFoundByItsModelAndID() async throws {
    let id = try await bench.fal.submit(LanternEdit.sample()).job.id
    let handle = JobHandle(service: "fal", model: "fal-ai/lantern/edit", id: id)
    let report = try await bench.fal.report(on: handle)
    #expect(report.word == .inQueue && report.queuePosition == 0 && report.logs.isEmpty)
    bench.clock.advance(by: .seconds(3))
    #expect(try await bench.fal.report(on: handle).logs.map(\.message) == ["Loading"])
    bench.clock.advance(by: .seconds(60))
    let ended = try await bench.fal.report(on: handle)
    #expect(ended.word == .completed && ended.inferenceTime == .seconds(5))
    let unknown = try await caught {
      try await bench.fal.report(on: JobHandle(service: "fal", id: id))
    }
    #expect(unknown.code == .invalidRequest)
  }

  @Test func aQuickModelAnswersAtOnce() async throws {
    let submission = try await bench.fal.run(Pebble(prompt: "A tide pool"))
    let output = try await submission.job.result()
    #expect(output.images.count == 1)
    #expect(await bench.sandbox.receivedRequests.map(\.endpoint) == [.run])
    #expect(try await bench.fal.recover().jobs.map(\.id) == [submission.job.id])
  }

  @Test func aLostAnswerIsUnknownAndNotSentAgain() async throws {
    await bench.sandbox.script(.lostAnswer, for: .submit)
    let error = try await caught { try await bench.fal.submit(LanternEdit.sample()) }
    #expect(error.code == .outcomeUnknown)
    #expect(await bench.sandbox.receivedRequests.count == 1)
    #expect(try await bench.fal.recover().unsettled.count == 1)
  }

  @Test func whatAModelDoesNotTakeIsRefusedWithItsPlace() async throws {
    var model = try await bench.fal.model("fal-ai/lantern/edit")
    model.object["input_schema"] = ["type": "object"]
    let error = try await caught {
      try await bench.fal.submit(RawRequest(["prompt": 7], to: model))
    }
    #expect(error.code == .invalidRequest && error.httpStatus == 422)
    #expect(error.fieldErrors.contains { $0.field == "prompt" })
  }

  /// An empty account is told by words alone, and a loop that goes on asks for nothing.
  @Test func anEmptyAccountIsNotAskedAgain() async throws {
    let words = "User is locked. Reason: Exhausted balance. Top up your balance."
    await bench.sandbox.script(.error(403, code: "", words), times: 3)
    let fal = bench.sandbox.client(configuration: ClientConfiguration(ledger: bench.ledger))
    let error = try await caught { try await fal.submit(LanternEdit.sample()) }
    #expect(error.code == .insufficientCredits)
    #expect(await bench.sandbox.receivedRequests.count == 1)
  }

  @Test func optionsAreHeaderFieldsAndItemsOfTheQuery() throws {
    let hook = try #require(URL(string: "https://example.com/hook?a=1"))
    let options = FalOptions(
      webhookURL: hook, priority: .low, startTimeout: .milliseconds(1_500), maximumQueueLength: 5,
      disablesRetries: true, disablesStorage: true, fileLifetime: .seconds(3_600),
      runnerHint: "studio")
    let call = bench.fal.submission(of: [:], to: LanternEdit.snapshot, options: options).call
    #expect(call.path == ["fal-ai", "lantern", "edit"])
    #expect(call.query.map(\.name) == ["fal_webhook", "fal_max_queue_length"])
    #expect(call.headers["X-Fal-Queue-Priority"] == "low")
    #expect(call.headers["X-Fal-Request-Timeout"] == "1.5")
    #expect(call.headers["X-Fal-No-Retry"] == "1" && call.headers["X-Fal-Store-IO"] == "0")
    #expect(call.headers["X-Fal-Runner-Hint"] == "studio")
    #expect(
      call.headers["X-Fal-Object-Lifecycle-Preference"] == #"{"expiration_duration_seconds":3600}"#)
  }
}
