import Foundation
import IndoxHub
import IndoxHubSandbox
import ServiceTestSupport
import Testing

/// Models, credits and usage: calls whose answers are documented by name at most.
@Suite struct AccountTests {
  let sandbox = IndoxHubSandbox(credits: 1_000, models: Sample.models)

  @Test func modelsAreFoundInEachList() async throws {
    let indoxhub = sandbox.client()
    #expect(try await indoxhub.models().count == 5)
    #expect(try await indoxhub.models(of: "google").count == 3)
    #expect(try await indoxhub.models(making: .videos).count == 3)
    let videos = try await indoxhub.models(of: "google", making: .videos)
    #expect(videos.count == 2)
    #expect(videos.allSatisfy { $0.kind == .videos && $0.provider == "google" })
    #expect(try await indoxhub.trendingModels(days: 7, limit: 3).count == 3)
    #expect(
      await sandbox.receivedRequests.map(\.url.path).suffix(3) == [
        "/api/v1/models", "/api/v1/models/google/video_generation", "/api/v1/models/trending",
      ])
    #expect(await sandbox.receivedRequests.last?.url.query == "days=7&limit=3")
  }

  /// As it is documented, so that no redirect is needed.
  @Test func theAddressOfAllModelsEndsInASlash() async throws {
    _ = try await sandbox.client().models()
    let url = try #require(await sandbox.receivedRequests.last?.url)
    #expect(url.absoluteString == "https://api.indoxhub.com/api/v1/models/")
  }

  @Test func oneModelIsFoundByItsName() async throws {
    let indoxhub = sandbox.client()
    let model = try await indoxhub.model("acme/clip")
    #expect(model.name == "acme/clip")
    #expect(model.takesOwnKey == true)
    #expect(model.isDisabled == false)
    for (name, code) in [
      ("clip", MediaError.Code.invalidRequest), ("luma/clip", .notFound),
      ("acme/sora-9", .notFound),
    ] {
      let error = await #expect(throws: MediaError.self) { try await indoxhub.model(name) }
      #expect(error?.code == code)
    }
  }

  @Test(arguments: [
    #"[{"modelName": "acme/a", "byok": true}]"#, #"{"acme": [{"modelName": "acme/a"}]}"#,
    #"{"data": {"models": [{"modelName": "acme/a"}]}, "total": 1}"#,
  ])
  func recordsAreFoundWhereverTheyAre(body: String) async throws {
    let models = try await CannedAnswer(body: body).client.models()
    #expect(models.map(\.name) == ["acme/a"])
    #expect(models.first?.inputSchema == nil)
  }

  @Test func aRecordIsEnoughForARequest() async throws {
    let body = #"{"id": "acme", "video_generation": [{"modelName": "acme/a"}]}"#
    let model = try #require(try await CannedAnswer(body: body).client.models(of: "acme").first)
    #expect(model.record.kind == "video")
    let request = try RawRequest(["prompt": "p", "duration": "8"], to: model)
    #expect(request.violations().map(\.instancePath.description) == ["/duration"])
  }

  @Test func whatWasUsedIsRead() async throws {
    let indoxhub = sandbox.client()
    _ = try await indoxhub.submit(
      RawRequest(["prompt": "p", "n": 3], to: Sample.record("acme/print", making: .image)))
    let usage = try await indoxhub.usage(from: "2026-11-01", to: "2026-11-21")
    #expect(usage.totalRequests == 1)
    #expect(usage.totalCost == 0.3)
    #expect(usage.remainingCredits == 700)
    #expect(
      await sandbox.receivedRequests.last?.url.query
        == "start_date=2026-11-01&end_date=2026-11-21")
    #expect(try await indoxhub.credits() == 700)
    #expect(try await indoxhub.account()["credits"] == 700)
    #expect(try await indoxhub.transactions().array?.count == 1)
    for subject in IndoxHubAnalytics.allCases {
      #expect(try await indoxhub.analytics(subject)["total_requests"] == 1)
      #expect(await sandbox.receivedRequests.last?.url.path == "/api/v1/analytics/\(subject)")
    }
  }

  @Test func moneyIsExact() async throws {
    let body =
      #"{"total_cost": 0.1000000000000000055511, "remaining_credits": 123456789.123456789}"#
    let usage = try await CannedAnswer(body: body).client.usage()
    #expect(usage.totalCost == Decimal(string: "0.1000000000000000055511"))
    #expect(usage.remainingCredits == Decimal(string: "123456789.123456789"))
  }
}
