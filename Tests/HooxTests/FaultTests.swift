import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// What a caller sees when something goes wrong.
@Suite struct FaultTests {
  @Test(
    arguments: [
      (SandboxFault.unauthorized, MediaError.Code.invalidKey, 401),
      (.insufficientCredits, .insufficientCredits, 402),
      (.error(403, code: "plan_required", "Enterprise only"), .forbidden, 403),
      (.notFound, .notFound, 404), (.error(409, code: "conflict", "Again"), .conflict, 409),
      (.error(400, code: "invalid_value", "No"), .invalidRequest, 400),
      (.rateLimited(), .rateLimited, 429), (.serverError, .serverError, 500),
      (.garbage, .malformedResponse, 200), (.lostAnswer, .interrupted, nil),
      (.noConnection, .unreachable, nil),
    ] as [(SandboxFault, MediaError.Code, Int?)])
  func aFaultWhileReadingIsItsOwnError(
    fault: SandboxFault, code: MediaError.Code, status: Int?
  ) async throws {
    let sandbox = HooxSandbox.played()
    await sandbox.script(fault)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).model("lantern")
    }
    #expect(error?.code == code)
    #expect(error?.httpStatus == status)
    #expect(error?.service == "Hoox")
  }

  @Test(arguments: [
    SandboxFault.serverError, .garbage, .lostAnswer,
    .body(#"{"asset_ids": []}"#), .body(#"{"asset_ids": "x"}"#),
    .answer(status: 201, headers: [:], body: Data("[]".utf8)),
  ])
  func aPaidRequestWithoutAGoodAnswerHasAnUnknownOutcome(fault: SandboxFault) async throws {
    let sandbox = HooxSandbox.played()
    await sandbox.script(fault, for: .start)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).submit(Pebble(prompt: "p"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.model == "pebble")
    #expect(await sandbox.receivedRequests.count == 1)
  }

  @Test func aLostAnswerLeavesTheCreditsSpent() async throws {
    let sandbox = HooxSandbox.played(credits: 100)
    await sandbox.script(.lostAnswer, for: .start)
    _ = try? await sandbox.client(configuration: .once).submit(Lantern(prompt: "p"))
    #expect(await sandbox.credits == 68)
  }

  @Test func aRequestThatNeverLeftWasNotPaid() async throws {
    let sandbox = HooxSandbox.played(credits: 100)
    await sandbox.script(.noConnection, for: .start)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).submit(Lantern(prompt: "p"))
    }
    #expect(error?.code == .unreachable)
    #expect(await sandbox.credits == 100)
  }

  @Test func aFailureThatPassesDoesNotEndTheWait() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox.played(clock: clock)
    let job = try await sandbox.client(configuration: .once).submit(Pebble(prompt: "p")).job
    for fault in [SandboxFault.serverError, .rateLimited(), .lostAnswer, .noConnection] {
      await sandbox.script(fault, for: .status)
    }
    #expect(try await job.result().status == .completed)
  }

  @Test func aFailureThatStaysEndsTheWaitAndKeepsTheJob() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox.played(clock: clock)
    let job = try await sandbox.client(configuration: .once).submit(Pebble(prompt: "p")).job
    await sandbox.script(.unauthorized, for: .status)
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .invalidKey)
    #expect(error?.job == job.handle)
    #expect(error?.model == "pebble")
  }

  @Test func theRateLimitIsReadFromTheHeaders() async throws {
    let sandbox = HooxSandbox.played()
    let reset = Date.now.addingTimeInterval(3_600)
    await sandbox.script(
      .rateLimited(headers: [
        "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "\(Int(reset.timeIntervalSince1970))",
      ]))
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).models()
    }
    #expect(error?.serviceCode == "rate_limit_exceeded")
    #expect(error?.rateLimit?.limit == 100)
    #expect(error?.rateLimit?.remaining == 0)
    #expect(error?.rateLimit?.reset?.timeIntervalSince(reset).magnitude ?? 9 < 2)
    #expect(try #require(error?.retryAfter) <= .seconds(3_600))
  }

  @Test func aHundredRequestsAMinuteAreTaken() async throws {
    let clock = VirtualClock()
    // What is asked waits on a clock of its own: on the sandbox's it would wait until it is let in.
    var configuration = ClientConfiguration.once.over(HooxSandbox.played(clock: clock))
    configuration.clock = VirtualClock()
    let hoox = HooxClient(apiKey: APIKey(HooxSandbox.apiKey), configuration: configuration)
    for _ in 0..<100 { _ = try await hoox.folders() }
    let error = await #expect(throws: MediaError.self) { try await hoox.folders() }
    #expect(error?.code == .rateLimited)
    clock.advance(by: .seconds(60))
    #expect(try await hoox.folders().isEmpty)
  }

  @Test(
    arguments: [
      (
        #"{"error": "Model not found", "code": "MODEL_NOT_FOUND"}"#, "Model not found",
        "MODEL_NOT_FOUND", 0
      ),
      (
        #"{"error": "Validation failed", "details": [{"code": "invalid_value", "message": "must be 4, 6 or 8", "field": "duration"}]}"#,
        "Validation failed: duration: must be 4, 6 or 8", "invalid_value", 1
      ),
      (#"{"error": "Space not found"}"#, "Space not found", nil, 0),
      (#"{"error": "Bad", "details": [{}]}"#, "Bad: Bad", nil, 1),
      (#"{"nothing": 1}"#, "Hoox refused the request without saying why.", nil, 0),
      ("<html>", "Hoox refused the request without saying why.", nil, 0),
    ] as [(String, String, String?, Int)])
  func bothShapesOfErrorsAreRead(
    body: String, message: String, code: String?, fields: Int
  ) async throws {
    let sandbox = HooxSandbox.played()
    await sandbox.script(.answer(status: 400, headers: [:], body: Data(body.utf8)))
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).models()
    }
    #expect(error?.message == message)
    #expect(error?.serviceCode == code)
    #expect(error?.fieldErrors.count == fields)
    #expect(error?.response?.body == body)
  }

  @Test(arguments: [
    ("", "is empty"), ("hx_live_a b", "has a space"), ("hx_live_\n", "a line break"),
    ("sk-123", "does not begin with \"hx_\""),
  ])
  func aMalformedKeyIsNotSent(key: String, problem: String) async throws {
    let sandbox = HooxSandbox.played()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(apiKey: APIKey(key)).models()
    }
    #expect(error?.code == .invalidKey)
    #expect(error?.message.contains(problem) == true)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func anotherKeyIsRefused() async throws {
    let error = await #expect(throws: MediaError.self) {
      try await HooxSandbox.played().client(apiKey: "hx_live_other", configuration: .once).models()
    }
    #expect(error?.code == .invalidKey)
    #expect(error?.serviceCode == "invalid_api_key")
  }

  @Test func plainHTTPIsRefused() async throws {
    let sandbox = HooxSandbox.played()
    let address = try #require(URL(string: "http://app.hoox.video/api/public/v1"))
    let hoox = HooxClient(
      apiKey: "hx_live_0", baseURL: address, configuration: .init(transport: sandbox))
    let error = await #expect(throws: MediaError.self) { try await hoox.models() }
    #expect(error?.code == .insecureAddress)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test(arguments: ["unheard_of", "queued", ""])
  func anUnknownStatusSurvivesAndCountsAsRunning(word: String) async throws {
    let sandbox = HooxSandbox.played()
    let body: JSON = ["asset_id": "a", "status": .string(word), "mood": "good"]
    await sandbox.script(.answer(status: 200, headers: [:], body: body.data()), times: 2)
    let job = sandbox.client(configuration: .once).job(id: "a")
    let status = try await job.status()
    #expect(status.rawStatus == word)
    #expect(!status.isTerminal)
    #expect(try await sandbox.client(configuration: .once).asset("a").object["mood"] == "good")
  }
}
