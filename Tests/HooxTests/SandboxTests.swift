import Foundation
import Hoox
import HooxSandbox
import Testing

/// What the sandbox does that the client cannot bring about.
@Suite struct SandboxTests {
  private func start(_ body: JSON, at sandbox: HooxSandbox) async throws -> (Int, JSON) {
    let url = HooxClient.defaultURL.appending(path: "asset/start")
    let response = try await sandbox.send(
      TransportRequest(
        method: "POST", url: url, headers: ["Authorization": "Bearer \(HooxSandbox.apiKey)"],
        body: body.data()))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return (response.status, try JSON(parsing: data))
  }

  @Test(
    arguments: [
      (["type": "video", "model": "veo-3.1"], "prompt"),
      (["type": "image", "model": "veo-3.1", "prompt": "p"], "type"),
      (["type": "video", "model": "sora-9", "prompt": "p"], "model"),
      (["type": "video", "model": "veo-3.1", "prompt": "p", "duration": 7], "duration"),
      (
        ["type": "video", "model": "veo-3.1", "prompt": "p", "aspect_ratio": "1:1"], "aspect_ratio"
      ),
      (["type": "video", "model": "veo-3.1", "prompt": "p", "seed": 1], "seed"),
      (
        ["type": "video", "model": "veo-3.1", "prompt": "p", "generation_count": 5],
        "generation_count"
      ),
      (
        [
          "type": "video", "model": "kling-pro", "prompt": "p",
          "end_image": ["url": "https://a.b/c"],
        ], "start_image"
      ),
      (
        ["type": "video", "model": "kling-standard", "prompt": "p", "references": []], "references"
      ),
      (
        [
          "type": "video", "model": "veo-3.1", "prompt": "p",
          "references": [["url": "https://a.b/c", "asset_id": "x"]],
        ], "references"
      ),
    ] as [(JSON, String)])
  func whatTheSchemaForbidsIsRefusedAndCostsNothing(body: JSON, named: String) async throws {
    let sandbox = HooxSandbox(credits: 100)
    let (status, answer) = try await start(body, at: sandbox)
    #expect(status == 400)
    #expect(answer["details"]?.text().contains(named) == true, "\(answer)")
    #expect(await sandbox.credits == 100)
  }

  @Test func whatTheSchemaAllowsIsTaken() async throws {
    let sandbox = HooxSandbox()
    let (status, answer) = try await start(
      [
        "type": "video", "model": "veo-3.1", "prompt": "p", "duration": 8, "generation_count": 2,
        "webhook_url": "https://a.b/c", "folder_id": "f",
      ], at: sandbox)
    #expect(status == 201)
    #expect(answer["asset_ids"]?.array?.count == 2)
    #expect(answer["count"] == 2)
    #expect(answer["status"] == "generating")
    #expect(answer["total_cost"] == 64)
  }

  @Test func failedGenerationsAreRefundedOnce() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox(credits: 100, clock: clock)
    await sandbox.failNextGenerations()
    _ = try await sandbox.client().submit(Veo3_1(prompt: "p"))
    #expect(await sandbox.credits == 68)
    clock.advance(by: .seconds(60))
    #expect(await sandbox.credits == 100)
    clock.advance(by: .seconds(60))
    #expect(await sandbox.credits == 100)
  }

  @Test func theCallerSetsCreditsAndPrices() async throws {
    let sandbox = HooxSandbox()
    await sandbox.setCredits(5)
    await sandbox.setBaseCost(2.5, of: "z-image-turbo")
    let submission = try await sandbox.client().submit(
      ZImageTurbo(prompt: "p", generationCount: 2))
    #expect(submission.totalCost == 5)
    #expect(await sandbox.credits == 0)
  }

  @Test func webhooksSayHowAJobEnded() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox(clock: clock)
    let hoox = sandbox.client()
    await sandbox.failNextGenerations(1, code: "nsfw", message: "Refused")
    let bad = try await hoox.submit(ZImageTurbo(prompt: "p")).job
    let good = try await hoox.submit(Veo3_1(prompt: "p")).job
    #expect(await sandbox.webhookPayload(for: good.id) == nil)
    clock.advance(by: .seconds(60))
    let completed = try HooxWebhook(
      parsing: #require(await sandbox.webhookPayload(for: good.id)))
    #expect(completed.task == .assetGeneration)
    #expect(completed.assetID == good.id)
    #expect(completed.status == .completed)
    #expect(completed.url != nil)
    #expect(completed.type == .video)
    #expect(completed.failure == nil)
    let failed = try HooxWebhook(parsing: #require(await sandbox.webhookPayload(for: bad.id)))
    #expect(failed.status == .failed)
    #expect(failed.failure == JobFailure(code: "nsfw", message: "Refused", isRefunded: true))
    #expect(failed.deliveryKey != completed.deliveryKey)
  }
}
