import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct IndoxHubClientTests {
  let clock = VirtualClock()

  private func sandbox(
    resultForm: IndoxHubSandbox.ResultForm = .url
  ) -> (IndoxHubSandbox, IndoxHubClient) {
    let models = OwnModels.all.map { $0.model } + Sample.models
    let sandbox = IndoxHubSandbox(
      credits: 1_000, models: models, resultForm: resultForm, clock: clock)
    return (sandbox, sandbox.client())
  }

  @Test func aVideoThatIsThereAtOnceIsTheResultOfItsJob() async throws {
    let (sandbox, indoxhub) = sandbox()
    let submission = try await indoxhub.submit(Sample.filmRequest(["prompt": "A fox", "n": 2]))
    #expect(submission.generation?.results.count == 2)
    #expect(submission.requestID == submission.job.id)
    #expect(submission.model == "google/film")
    #expect(submission.provider == "google")
    #expect(submission.isSuccess == true)
    #expect(submission.createdAt != nil)
    #expect(submission.usage?.cost == 0.2)
    #expect(submission.usage?.requestCount == 1)
    #expect(submission.usesOwnKey == false)
    #expect(await sandbox.credits == 800)
    let generation = try await submission.job.result()
    #expect(generation == submission.generation)
    // Nothing was asked: the service has no call for it.
    #expect(await sandbox.receivedRequests.count == 1)
  }

  @Test(arguments: IndoxHubSandbox.ResultForm.allCases)
  func aVideoThatTakesItsTimeIsAJob(form: IndoxHubSandbox.ResultForm) async throws {
    let (_, indoxhub) = sandbox(resultForm: form)
    let submission = try await indoxhub.submit(Kite(prompt: "A fox", duration: .seconds6))
    #expect(submission.generation == nil)
    #expect(submission.job.handle.result == nil)
    var statuses: [String] = []
    var progress: [Double] = []
    for try await status in submission.job.updates {
      if status.rawStatus != statuses.last { statuses.append(status.rawStatus) }
      progress.append(try #require(status.progress))
    }
    #expect(statuses == ["pending", "in_progress", "completed"])
    #expect(progress == progress.sorted() && progress.first == 0 && progress.last == 1)
    let result = try #require(try await submission.job.result().results.first)
    #expect(result.url?.pathExtension == "mp4")
    let job = try await indoxhub.videoJob(submission.job.id)
    #expect(job.prompt == "A fox")
    #expect(job.model == "lumen/kite")
    #expect(job.completedAt != nil)
    #expect(job.failure == nil)
    #expect(job.generation?.results == [result])
  }

  @Test func resultsAreSavedWhetherTheyAreFetchedOrIncluded() async throws {
    let (_, indoxhub) = sandbox()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in Ink.ResponseFormat.allCases {
      let request = Ink(prompt: "A fox", responseFormat: format)
      let generation = try await indoxhub.submit(request).job.result()
      let result = try #require(generation.results.first)
      #expect((result.url == nil) == (format == .base64))
      let file = try await indoxhub.download(result, to: folder, named: format.rawValue)
      #expect(file.lastPathComponent == "\(format.rawValue).png")
      #expect(try Data(contentsOf: file).prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
      let tooLarge = await #expect(throws: MediaError.self) {
        try await indoxhub.download(
          result, to: folder, named: format.rawValue, overwriting: true, maximumSize: 20)
      }
      #expect(tooLarge?.code == .responseTooLarge)
      let strange = await #expect(throws: MediaError.self) {
        try await indoxhub.download(
          result, to: folder, named: format.rawValue, overwriting: true, expecting: .video)
      }
      #expect(strange?.code == .notSaved)
      let again = try await indoxhub.download(
        result, to: folder, named: format.rawValue, overwriting: true, expecting: .image)
      #expect(again == file)
    }
    let video = try await indoxhub.submit(
      Sample.filmRequest(["prompt": "A fox", "response_format": "b64_json"]))
    let result = try #require(video.generation?.results.first)
    let file = try await indoxhub.download(result, to: folder, named: "fox")
    #expect(file.lastPathComponent == "fox.mp4")
  }

  @Test func aJobThatFailsSaysWhy() async throws {
    let (sandbox, indoxhub) = sandbox()
    await sandbox.failNextGenerations(message: "The prompt was refused")
    let job = try await indoxhub.submit(Kite(prompt: "A fox")).job
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .generationFailed)
    #expect(error?.message == "IndoxHub made nothing: The prompt was refused")
    #expect(error?.isRefunded == nil)
    #expect(error?.job == job.handle)
    #expect(try await indoxhub.videoJob(job.id).failure?.message == "The prompt was refused")
  }

  @Test func aPendingJobCanBeCancelled() async throws {
    let (_, indoxhub) = sandbox()
    let job = try await indoxhub.submit(Lantern(prompt: "A fox")).job
    #expect(try await indoxhub.cancel(job.handle) == "The job was cancelled")
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .generationCancelled)
  }

  @Test func aJobThatRunsOrHasEndedCannot() async throws {
    let (sandbox, indoxhub) = sandbox()
    let running = try await indoxhub.submit(Lantern(prompt: "A fox")).job
    clock.advance(by: .seconds(10))
    let ended = try await indoxhub.submit(Sample.filmRequest()).job
    for job in [running, ended] {
      let error = await #expect(throws: MediaError.self) { try await indoxhub.cancel(job.handle) }
      #expect(error?.code == .notCancellable)
      #expect(error?.job == job.handle)
    }
    let unknown = JobHandle(service: "IndoxHub", id: "nope")
    let error = await #expect(throws: MediaError.self) { try await indoxhub.cancel(unknown) }
    #expect(error?.code == .notFound)
    #expect(await sandbox.receivedRequests.last?.body == nil)
  }

  @Test func jobsAreListedPageByPage() async throws {
    let (sandbox, indoxhub) = sandbox()
    await sandbox.setCost(0, of: "lumen/kite")
    var ids: [String] = []
    for _ in 0..<5 { ids.append(try await indoxhub.submit(Kite(prompt: "A fox")).job.id) }
    let before = await sandbox.receivedRequests.count
    var listed: [String] = []
    for try await job in indoxhub.videoJobs(pageSize: 2) {
      listed.append(job.id)
      #expect(job.generation == nil)
      if listed.count == 2 {
        #expect(await sandbox.receivedRequests.count == before + 1)
        // A new job pushes one that was seen onto the next page.
        _ = try await indoxhub.submit(Kite(prompt: "Another fox"))
      }
    }
    #expect(listed == ids.reversed())
    let pages = await sandbox.receivedRequests.filter { $0.endpoint == .listJobs }
    #expect(pages.map(\.url.query) == ["limit=2&skip=0", "limit=2&skip=2", "limit=2&skip=4"])
    let rest = try await indoxhub.videoJobs(skipping: 4).reduce(into: []) { $0.append($1.id) }
    #expect(rest == [ids[1], ids[0]])
  }

  @Test(arguments: [
    (#"{"jobs": [], "total": 0}"#, 0), (#"{"jobs": []}"#, 0),
    // A service that leaves out the total, or takes no notice of what is skipped, ends all the same.
    (#"{"jobs": [{"job_id": "a", "status": "pending"}]}"#, 1),
    (#"{"jobs": [{"job_id": "a", "status": "queued", "result": null}], "total": 1}"#, 1),
  ])
  func aListEndsWhateverItLacks(body: String, count: Int) async throws {
    let jobs = CannedAnswer(body: body).client.videoJobs(pageSize: 1)
    #expect(try await jobs.reduce(0) { count, _ in count + 1 } == count)
  }

  @Test func aModelWithoutATypeIsCheckedAgainstTheDocumentedFields() async throws {
    let record = ModelRecord.indoxHub(named: "lumen/kite", making: .video)
    let (sandbox, indoxhub) = sandbox()
    let submission = try await indoxhub.submit(
      RawRequest(["prompt": "A fox", "duration": 6], to: record))
    #expect(submission.job.handle.model == "lumen/kite")
    #expect(
      await sandbox.lastBody == ["model": "lumen/kite", "prompt": "A fox", "duration": 6])
    let error = await #expect(throws: MediaError.self) {
      try await indoxhub.submit(RawRequest(["prompt": "A fox", "n": 0], to: record))
    }
    #expect(error?.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.count == 1)
  }

  @Test(arguments: [
    "2026-11-21T10:00:00Z", "2026-11-21T10:00:00", "2026-11-21T10:00:00.000000",
    "2026-11-21T11:00:00.000+01:00",
  ])
  func instantsAreReadWithAndWithoutAZone(text: String) async throws {
    let body = #"{"status": "in_progress", "created_at": "\#(text)", "completed_at": null}"#
    let job = try await CannedAnswer(body: body).client.videoJob("j")
    #expect(job.id == "j")
    #expect(job.createdAt == Date(timeIntervalSince1970: 1_795_255_200))
    #expect(job.completedAt == nil)
  }

  /// `data` is documented as a list and as an object, and says nowhere which it is when.
  @Test(arguments: [
    (#"[{"url": "https://a.b/1.mp4"}, {"url": "https://a.b/2.mp4"}]"#, ["r"], 2),
    (#"{"url": "https://a.b/1.mp4"}"#, ["r"], 1),
    (#"{"is_async": true, "job_id": "j", "status": "pending"}"#, ["j"], 0),
    (#"{"is_async": true, "job_id": "j", "url": "https://a.b/status"}"#, ["j"], 0),
    (#"[{"job_id": "j"}, {"job_id": "k"}]"#, ["j", "k"], 0),
    (#"[{"job_id": "j"}, {"url": "https://a.b/1.mp4"}]"#, ["j", "r"], 1),
    (#"[{"b64_json": "Zm94IQ==", "url": null}, null, 3]"#, ["r"], 1),
  ])
  func noFormOfAnAnswerIsLost(data: String, jobs: [String], results: Int) async throws {
    let service = CannedAnswer(body: #"{"request_id": "r", "data": \#(data)}"#)
    let submission = try await service.client.submit(Kite(prompt: "p"))
    #expect(submission.jobs.map(\.id) == jobs)
    #expect(submission.generation?.results.count ?? 0 == results)
  }

  @Test func ownKeysCostNoCredits() async throws {
    let (sandbox, indoxhub) = sandbox()
    let submission = try await indoxhub.submit(
      Pebble(prompt: "A fox"), options: IndoxHubOptions(byokAPIKey: APIKey(Sample.providerKey)))
    #expect(submission.usesOwnKey == true)
    #expect(submission.usage?.cost == 0)
    #expect(await sandbox.credits == 1_000)
    #expect(try await indoxhub.credits() == 1_000)
  }
}
