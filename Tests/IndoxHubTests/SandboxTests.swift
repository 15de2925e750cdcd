import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// What the sandbox does that the client cannot bring about.
@Suite struct SandboxTests {
  private func send(
    _ body: JSON?, to path: String = "videos/generations", at sandbox: IndoxHubSandbox,
    method: String = "POST", key: String = IndoxHubSandbox.apiKey
  ) async throws -> (Int, JSON) {
    let response = try await sandbox.send(
      TransportRequest(
        method: method, url: IndoxHubClient.defaultURL.appending(path: path),
        headers: ["Authorization": "Bearer \(key)"], body: body?.data()))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return (response.status, try JSON(parsing: data))
  }

  @Test(
    arguments: [
      (["model": "lumen/kite"], "prompt"),
      (["model": "lumen/kite", "prompt": "p", "duration": 20], "duration"),
      (["model": "lumen/kite", "prompt": "p", "resolution": "720p"], "resolution"),
      (["model": "lumen/kite", "prompt": "p", "size": "1792x1024"], "size"),
      (["model": "amber/lantern", "prompt": "p", "seed": 1], "seed"),
      (["model": "lumen/kite", "prompt": "p", "n": 0], "n"),
      (["model": "lumen/kite", "prompt": "p", "byok_api_key": 1], "byok_api_key"),
      (["model": "lumen/kite", "prompt": "p", "provider": ["luma"]], "provider"),
    ] as [(JSON, String)])
  func whatTheSchemaForbidsIsRefusedAndCostsNothing(body: JSON, named: String) async throws {
    let sandbox = IndoxHubSandbox.played(credits: 100)
    let (status, answer) = try await send(body, at: sandbox)
    #expect(status == 422)
    #expect(answer["detail"]?[0]?["loc"] == ["body", .string(named)], "\(answer)")
    #expect(await sandbox.credits == 100)
  }

  @Test func aVideoWithoutAModelIsMadeByTheUsualOne() async throws {
    let usual = Sample.record("google/veo-3.0-generate-001", making: .video)
    let (status, answer) = try await send(
      ["prompt": "p"], at: IndoxHubSandbox(models: [Sample.film, usual]))
    #expect(status == 200)
    #expect(answer["model"] == .string(usual.name))
  }

  @Test func anImageModelMakesNoVideos() async throws {
    let (status, _) = try await send(
      ["model": "ibis/pebble", "prompt": "p"], at: IndoxHubSandbox.played())
    #expect(status == 404)
  }

  @Test(arguments: [
    ("videos/jobs/nope", "GET", 404), ("videos/jobs/nope/cancel", "POST", 404),
    ("videos/jobs?limit=x", "GET", 404), ("nothing", "GET", 404), ("models/acme", "GET", 404),
  ])
  func whatIsNotThereIsNotFound(path: String, method: String, status: Int) async throws {
    let (found, answer) = try await send(
      nil, to: path, at: IndoxHubSandbox.played(), method: method)
    #expect(found == status)
    #expect(answer["error"] == "not_found")
  }

  @Test(arguments: [("limit=0", "limit"), ("limit=x", "limit"), ("skip=-1", "skip")])
  func whatIsWrongWithAPageIsSaid(query: String, named: String) async throws {
    let url = try #require(
      URL(string: "\(IndoxHubClient.defaultURL.absoluteString)/videos/jobs?\(query)"))
    let response = try await IndoxHubSandbox.played().send(
      TransportRequest(
        method: "GET", url: url, headers: ["Authorization": "Bearer \(IndoxHubSandbox.apiKey)"]))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    let message = try JSON(parsing: data)["message"]?.string
    #expect(response.status == 400)
    #expect(message?.hasPrefix("\(named) has to be a number from ") == true, "\(message ?? "")")
  }

  @Test func aModelIsListedUnderItsLabel() async throws {
    var model = Sample.film
    model.object["label"] = "Film"
    let indoxhub = IndoxHubSandbox(models: [model, Sample.record("acme/clip", making: .video)])
      .client()
    #expect(try await indoxhub.models().map(\.label) == ["Film", "acme/clip"])
  }

  @Test func anotherKeyIsRefused() async throws {
    let (status, answer) = try await send(
      ["prompt": "p"], at: IndoxHubSandbox.played(), key: "indox-1")
    #expect(status == 401)
    #expect(answer["error"] == "unauthorized")
  }

  @Test func creditsRunOut() async throws {
    let sandbox = IndoxHubSandbox.played(credits: 250)
    await sandbox.setCost(200, of: "lumen/kite")
    let indoxhub = sandbox.client(configuration: .once)
    _ = try await indoxhub.submit(Kite(prompt: "p"))
    let error = await #expect(throws: MediaError.self) {
      try await indoxhub.submit(Kite(prompt: "p"))
    }
    #expect(error?.code == .insufficientCredits)
    #expect(error?.serviceCode == "insufficient_credits")
    await sandbox.setCredits(200)
    _ = try await indoxhub.submit(Kite(prompt: "p"))
    #expect(await sandbox.credits == 0)
  }

  @Test func sixtyRequestsAMinuteAreTaken() async throws {
    let clock = VirtualClock()
    let indoxhub = IndoxHubSandbox.played(clock: clock).client(configuration: .once)
    for _ in 0..<60 { _ = try await indoxhub.usage() }
    let error = await #expect(throws: MediaError.self) { try await indoxhub.usage() }
    #expect(error?.code == .rateLimited)
    #expect(error?.retryAfter == .seconds(2))
    clock.advance(by: .seconds(60))
    #expect(try await indoxhub.credits() != nil)
  }

  @Test func aGenerationThatFailsAtOnceLeavesItOpenWhetherItWasPaid() async throws {
    let sandbox = IndoxHubSandbox.played()
    await sandbox.failNextGenerations(message: "The provider fell over")
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).submit(Pebble(prompt: "p"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.message.hasPrefix("The provider fell over") == true)
  }
}
