import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// What a caller sees when something goes wrong.
@Suite struct FaultTests {
  @Test(
    arguments: [
      (SandboxFault.unauthorized, MediaError.Code.invalidKey, 401),
      (.insufficientCredits, .insufficientCredits, 402),
      (.error(403, code: "forbidden", "No access to the model"), .forbidden, 403),
      (.notFound, .notFound, 404), (.error(400, code: "bad_request", "No"), .invalidRequest, 400),
      (.error(422, code: "invalid_parameters", "No"), .invalidRequest, 422),
      (.rateLimited(headers: [:]), .rateLimited, 429), (.serverError, .serverError, 500),
      (.error(503, code: "unavailable", "Later"), .serverError, 503),
      (.error(503, code: "unavailable", "Later", headers: ["Retry-After": "2"]), .unavailable, 503),
      (.error(504, code: "timeout", "The provider took too long"), .serverError, 504),
      (.garbage, .malformedResponse, 200), (.lostAnswer, .interrupted, nil),
      (.noConnection, .unreachable, nil),
    ] as [(SandboxFault, MediaError.Code, Int?)])
  func aFaultWhileReadingIsItsOwnError(
    fault: SandboxFault, code: MediaError.Code, status: Int?
  ) async throws {
    let sandbox = IndoxHubSandbox.played()
    await sandbox.script(fault)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).videoJob("j-1")
    }
    #expect(error?.code == code)
    #expect(error?.httpStatus == status)
    #expect(error?.service == "IndoxHub")
  }

  @Test(arguments: [
    SandboxFault.serverError, .garbage, .lostAnswer, .body(#"{"data": []}"#), .body("{}"),
    .body("[]"), .body(#"{"success": false, "message": "No", "data": ""}"#),
    .body(#"{"data": {"is_async": true}}"#), .body(#"{"data": [{"revised_prompt": "p"}]}"#),
    .error(504, code: "timeout", "The provider took too long"),
  ])
  func aPaidRequestWithoutAGoodAnswerHasAnUnknownOutcome(fault: SandboxFault) async throws {
    let sandbox = IndoxHubSandbox.played()
    await sandbox.script(fault, for: .generateVideo)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(Kite(prompt: "p"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.model == "lumen/kite")
    // The service has nothing to know a request again by.
    #expect(await sandbox.receivedRequests.count == 1)
  }

  @Test(arguments: [
    (SandboxFault.noConnection, MediaError.Code.unreachable),
    (.insufficientCredits, .insufficientCredits),
    (.rateLimited(headers: [:]), .rateLimited),
  ])
  func aRequestThatWasNotTakenWasNotPaid(fault: SandboxFault, code: MediaError.Code) async throws {
    let sandbox = IndoxHubSandbox.played(credits: 1_000)
    await sandbox.script(fault, for: .generateImage)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).submit(Pebble(prompt: "p"))
    }
    #expect(error?.code == code)
    #expect(await sandbox.credits == 1_000)
  }

  /// How long to wait is in the body, for the documentation names no header field.
  @Test func aFullRateIsWaitedFor() async throws {
    let clock = VirtualClock()
    let sandbox = IndoxHubSandbox.played(clock: clock)
    let start = clock.now
    await sandbox.script(.rateLimited(headers: [:]), for: .generateImage)
    let submission = try await sandbox.client().submit(Pebble(prompt: "p"))
    #expect(submission.generation != nil)
    #expect(start.duration(to: clock.now) >= .seconds(2))
  }

  @Test func aFailureThatPassesDoesNotEndTheWait() async throws {
    let sandbox = IndoxHubSandbox.played(clock: VirtualClock())
    let job = try await sandbox.client(configuration: .once).submit(Kite(prompt: "p")).job
    for fault in [SandboxFault.serverError, .rateLimited(headers: [:]), .lostAnswer, .noConnection]
    {
      await sandbox.script(fault, for: .jobStatus)
    }
    #expect(try await job.result().results.count == 1)
  }

  @Test(arguments: [
    (#"{"job_id": "j", "status": "completed"}"#, MediaError.Code.malformedResponse),
    (#"{"job_id": "j", "status": "completed", "result": {"url": ""}}"#, .malformedResponse),
    (#"{"job_id": "j"}"#, .malformedResponse),
    (#"{"job_id": "j", "status": "failed", "error": {"message": "m"}}"#, .generationFailed),
    (#"{"job_id": "j", "status": "failed"}"#, .generationFailed),
    (#"{"job_id": "j", "status": "cancelled"}"#, .generationCancelled),
  ])
  func aJobWithoutAResultIsAnError(body: String, code: MediaError.Code) async throws {
    let job = CannedAnswer(body: body).client.job(id: "j")
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == code)
    #expect(error?.job?.id == "j")
  }

  @Test(arguments: ["unheard_of", "queued", ""])
  func anUnknownStatusSurvivesAndCountsAsRunning(word: String) async throws {
    let body = #"{"job_id": "j", "status": "\#(word)", "progress": 250, "mood": "good"}"#
    let indoxhub = CannedAnswer(body: body).client
    let status = try await indoxhub.job(id: "j").status()
    #expect(status.rawStatus == word)
    #expect(!status.isTerminal)
    #expect(status.progress == 1)
    #expect(try await indoxhub.videoJob("j").object["mood"] == "good")
  }

  @Test(arguments: [400, 409, 422])
  func aJobThatIsNotPendingIsNotCancelledHoweverTheServiceSaysIt(status: Int) async throws {
    let service = CannedAnswer(status: status, body: #"{"detail": "Only pending jobs"}"#)
    let job = JobHandle(service: "IndoxHub", model: "lumen/kite", id: "j")
    let error = await #expect(throws: MediaError.self) { try await service.client.cancel(job) }
    #expect(error?.code == .notCancellable)
    #expect(error?.message == "Only pending jobs")
    #expect(error?.model == "lumen/kite")
  }

  @Test(arguments: [
    ("", "is empty"), ("indox-a b", "has a space"), ("hx_1", "does not begin with \"indox-\""),
  ])
  func aMalformedKeyIsNotSent(key: String, problem: String) async throws {
    let sandbox = IndoxHubSandbox.played()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(apiKey: APIKey(key)).models()
    }
    #expect(error?.code == .invalidKey)
    #expect(error?.message.contains(problem) == true)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test(arguments: ["cancelled", "canceled"])
  func aCancelledJobIsOneInEitherSpelling(word: String) async throws {
    let answer = CannedAnswer(body: #"{"job_id": 77, "status": "\#(word)"}"#)
    let indoxhub = IndoxHubClient(
      apiKey: "indox-test", configuration: ClientConfiguration.once.over(answer))
    let error = await #expect(throws: MediaError.self) {
      try await indoxhub.job(id: "77").result()
    }
    #expect(error?.code == .generationCancelled)
  }

  @Test func aKeyOfAnotherServiceIsNotKeptWhereverItIs() async throws {
    let ledger = MemoryLedger()
    let answer = CannedAnswer(status: 400, body: #"{"message": "bad key their-5ecre7"}"#)
    var configuration = ClientConfiguration.once.over(answer)
    configuration.ledger = ledger
    let indoxhub = IndoxHubClient(apiKey: "indox-test", configuration: configuration)
    let request = try RawRequest(
      ["prompt": "p", "additional_params": ["byok_api_key": "their-5ecre7"]],
      to: ModelRecord(json: ["name": "a/b", "type": "video", "input_schema": true]))
    let error = await #expect(throws: MediaError.self) { try await indoxhub.submit(request) }
    #expect(error?.message == "bad key (hidden)")
    let kept = try JSONEncoder().encode(await ledger.events)
    #expect(!String(decoding: kept, as: UTF8.self).contains("5ecre7"))
  }
}
