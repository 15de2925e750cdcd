import Foundation
import HedraV3
import HedraV3Sandbox
import HedraV3TestModels
import ServiceTestSupport
import Testing

/// Requests, the jobs that they become, and what those make.
@Suite(.timeLimit(.minutes(20))) struct JobTests {
  let clock = VirtualClock()

  @Test func aRequestBecomesAFile() async throws {
    let sandbox = HedraV3Sandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    let hedra = sandbox.client()
    let submission = try await hedra.submit(
      Dove(prompt: "A fox", aspectRatio: .ratio16x9))
    #expect(submission.model == "dove")
    #expect(submission.status == .inQueue)
    #expect(submission.statusPath == "/v3/jobs/\(submission.job.id)/status")
    #expect(submission.resultPath == "/v3/jobs/\(submission.job.id)")
    #expect(submission.estimatedCompletion != nil)
    let sent = try #require(await sandbox.requests(to: .submit).first)
    #expect(sent.url.absoluteString == "https://api.hedra.com/v3/models/dove")
    #expect(sent.headers["Authorization"] == "Key \(HedraV3Sandbox.apiKey)")
    #expect(sent.body == ["input": ["prompt": "A fox", "aspect_ratio": "16:9"]])
    var statuses: [String] = []
    for try await status in submission.job.updates where status.rawStatus != statuses.last {
      statuses.append(status.rawStatus)
    }
    #expect(statuses == ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"])
    let result = try await submission.job.result()
    #expect(result.prompt == "A fox")
    #expect(result.cost == Cost(0.05, "USD"))
    #expect(result.processingTime == .seconds(10))
    #expect(result.logs.map(\.event) == [.queued, .started, .completed])
    let output = try #require(result.outputs.first)
    #expect(output.status == .completed && output.contentType == "image/png")
    #expect(output.width == 64 && output.height == 36 && output.duration == nil)
    let folder = try TemporaryFolder()
    let file = try await hedra.download(output, to: folder.url)
    #expect(file.lastPathComponent == "\(result.id).png")
    #expect(try Data(contentsOf: file).prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
  }

  /// Addresses are short-lived: what is downloaded is what the service names then.
  @Test func theJobIsAskedAgainBeforeADownload() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let result = try await hedra.submit(Sample.request()).job.result()
    let before = try #require(result.outputs.first?.url)
    clock.advance(by: .seconds(3_600))
    let folder = try TemporaryFolder()
    _ = try await hedra.download(result, to: folder.url, expecting: .image)
    let fetched = try #require(await sandbox.requests(to: .file).last?.url)
    #expect(fetched != before)
    #expect(fetched.path == before.path)
    // The address is its own permission.
    #expect(await sandbox.requests(to: .file).last?.headers["Authorization"] == nil)
  }

  @Test func whatWasMadeExpiresAfterTwoDays() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let result = try await hedra.submit(Sample.request()).job.result()
    clock.advance(by: .seconds(48 * 3_600))
    let later = try await hedra.result(of: result.id)
    let output = try #require(later.outputs.first)
    #expect(output.status == .expired)
    #expect(output.url == nil && output.assetID == nil && output.reference == nil)
    #expect(output.width == 64)
    let folder = try TemporaryFolder()
    for stale in [try #require(result.outputs.first), output] {
      let error = try await mediaError { try await hedra.download(stale, to: folder.url) }
      #expect(error.code == .resultExpired)
      #expect(error.message.contains("has expired"))
      #expect(error.job?.id == result.id)
    }
  }

  @Test func singleOutputsFail() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    await sandbox.failNextOutputs()
    let result = try await hedra.submit(Sample.request(["num_outputs": 3])).job.result()
    #expect(result.status == .completed)
    #expect(result.outputs.map(\.status) == [.failed, .completed, .completed])
    #expect(result.outputs[0].failure?.code == .moderationFailed)
    let folder = try TemporaryFolder()
    let error = try await mediaError { try await hedra.download(result.outputs[0], to: folder.url) }
    #expect(error.message.contains("The output failed moderation."))
    let file = try await hedra.download(result.outputs[2], to: folder.url)
    #expect(file.lastPathComponent == "\(result.id)-2.png")
    // What stands for the whole is the first that is there.
    let first = try await hedra.download(result, to: folder.url)
    #expect(first.lastPathComponent == "\(result.id)-1.png")
  }

  @Test func aJobThatFailsSaysWhyAndGivesBackWhatItCost() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    await sandbox.failNextJobs(code: .moderationFailed, message: "Image failed moderation.")
    let job = try await hedra.submit(Sample.request()).job
    #expect(await sandbox.balance == 9.95)
    let error = try await mediaError { try await job.result() }
    #expect(error.code == .generationFailed)
    #expect(error.serviceCode == "MODERATION_FAILED")
    #expect(error.message == "Hedra v3 made nothing: Image failed moderation.")
    #expect(error.isRefunded == true)
    #expect(error.job == job.handle)
    #expect(await sandbox.balance == 10)
    #expect(try await hedra.result(of: job.id).failure?.code == .moderationFailed)
  }

  @Test(arguments: ["PAUSED", "IN_REVIEW"])
  func aStatusThatIsNotKnownIsNoEnd(word: String) async throws {
    let service = CannedAnswer(body: #"{"job_id": "job_1", "status": "\#(word)"}"#)
    let status = try await service.client.job(id: "job_1").status()
    #expect(status.rawStatus == word)
    #expect(!status.isTerminal)
  }

  @Test func aCompletedJobWithoutOutputsIsOdd() async throws {
    let service = CannedAnswer(
      body: #"{"job_id": "job_1", "model": "m", "status": "COMPLETED", "outputs": []}"#)
    let error = try await mediaError { try await service.client.job(id: "job_1").status() }
    #expect(error.code == .malformedResponse)
  }

  @Test func jobsAndLogsAreListedByCursors() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    var ids: [String] = []
    for _ in 0..<5 { ids.append(try await hedra.submit(Sample.request()).job.id) }
    let other = try await hedra.submit(Sample.request(to: Sample.models[1])).job.id
    var listed: [HedraV3JobSummary] = []
    for try await job in hedra.jobs(pageSize: 2) { listed.append(job) }
    #expect(listed.map(\.id) == [other] + ids.reversed())
    #expect(listed.first?.model == "fox-video")
    #expect(await sandbox.requests(to: .listJobs).count == 3)
    let ofModel = try await hedra.jobs(of: "fox").reduce(into: []) { $0.append($1.id) }
    #expect(ofModel == ids.reversed())
    _ = try await hedra.job(id: other).result()
    let logs = try await hedra.logs(of: other, pageSize: 1).reduce(into: []) { $0.append($1) }
    #expect(logs.map(\.event) == [.queued, .started, .completed])
    #expect(logs.map(\.id) == ["1", "2", "3"])
    #expect(logs.first?.level == .info && logs.first?.date != nil)
  }

  @Test func aReportTellsWhatHappenedSince() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let id = try await hedra.submit(Sample.request()).job.id
    let first = try await hedra.report(on: id, logsAfter: "start")
    #expect(first.status == .inQueue && first.progress == 0)
    #expect(first.logs.map(\.event) == [.queued])
    clock.advance(by: .seconds(6))
    let second = try await hedra.report(on: id, logsAfter: first.nextLogCursor)
    #expect(second.status == .inProgress && second.progress == 0.5)
    #expect(second.estimatedCompletion != nil)
    #expect(second.logs.map(\.event) == [.started])
    #expect(try await hedra.report(on: id).logs.isEmpty)
  }

  @Test func whatAnEarlierJobMadeIsAnInput() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let result = try await hedra.submit(Sample.request()).job.result()
    let reference = try #require(result.outputs.first?.reference)
    _ = try await hedra.submit(Fox(prompt: "At night", images: [reference])).job.result()
    let error = try await mediaError {
      try await hedra.submit(Fox(prompt: "At night", images: [.asset(result.id)]))
    }
    #expect(error.code == .invalidRequest)
    #expect(error.fieldErrors.map(\.field) == ["images.0"])
  }
}
