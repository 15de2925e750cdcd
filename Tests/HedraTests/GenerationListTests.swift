import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// The generations of an account, page by page.
@Suite(.timeLimit(.minutes(20))) struct GenerationListTests {
  let clock = VirtualClock()

  @Test func generationsAreListedPageByPage() async throws {
    let sandbox = HedraSandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    var ids: [String] = []
    for _ in 0..<5 { ids.append(try await hedra.submit(Sample.image()).job.id) }
    var listed: [String] = []
    for try await generation in hedra.generations(pageSize: 2) {
      listed.append(generation.id)
      // A new one pushes one that was seen onto the next page.
      if listed.count == 2 { _ = try await hedra.submit(Sample.image()) }
    }
    #expect(listed == ids.reversed())
    let pages = await sandbox.requests(to: .listGenerations).map(\.url.query)
    #expect(
      pages == ["limit=2&offset=0", "limit=2&offset=2", "limit=2&offset=4", "limit=2&offset=6"])
    let rest = try await hedra.generations(skipping: 4).reduce(into: []) { $0.append($1.id) }
    #expect(rest == [ids[1], ids[0]])
  }

  @Test func whatIsPushedByAWholePageOfNewOnesIsNotLost() async throws {
    let sandbox = HedraSandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    var ids: [String] = []
    for _ in 0..<4 { ids.append(try await hedra.submit(Sample.image()).job.id) }
    var listed: [String] = []
    for try await generation in hedra.generations(pageSize: 2) {
      listed.append(generation.id)
      guard listed.count == 2 else { continue }
      for _ in 0..<2 { _ = try await hedra.submit(Sample.image()) }
    }
    #expect(listed == ids.reversed())
  }

  @Test func aGenerationSaysWhatWasAskedForAndWhatItMade() async throws {
    let sandbox = HedraSandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let job = try await hedra.submit(
      FoxVideo(textPrompt: "A fox", resolution: "540p", duration: 5_000)
    ).job
    let running = try #require(try await hedra.generations().first { _ in true })
    #expect(running.status == .queued)
    #expect(running.remainingTime == .seconds(45))
    #expect(running.asset == nil)
    let result = try await job.result()
    let generation = try #require(try await hedra.generations().first { _ in true })
    #expect(generation.id == job.id)
    #expect(generation.status == .complete)
    #expect(generation.type == .video)
    #expect(generation.creditCost == 18)
    #expect(generation.batchID != nil)
    #expect(generation.input["generated_video_inputs"]?["text_prompt"] == "A fox")
    #expect(generation.asset?.id == result.assetID)
    #expect(generation.failure == nil)
  }

  @Test func everyFilterIsSentAndTaken() async throws {
    let sandbox = HedraSandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let first = try await hedra.submit(Sample.image()).job.id
    clock.advance(by: .seconds(60))
    let options = HedraOptions(agentThreadID: Sample.first)
    let second = try await hedra.submit(FoxVideo(textPrompt: "Two bears"), options: options)
    let between = try #require(second.createdAt).addingTimeInterval(-30)
    let cases: [(HedraGenerationFilter, [String], String)] = [
      (.init(kind: .asset(.image)), [first], "type=image"),
      (.init(kind: .generation(.video)), [second.id ?? ""], "type=video"),
      (.init(createdBefore: between), [first], "created_before=20"),
      (.init(createdAfter: between), [second.id ?? ""], "created_after=20"),
      (.init(promptQuery: "bear"), [second.id ?? ""], "prompt_query=bear"),
      (.init(agentThreadID: Sample.first), [second.id ?? ""], "agent_thread_id=01010101-0101-4101"),
      (.init(ids: [first, "x"]), [first], "ids=\(first),x"),
    ]
    for (filter, ids, query) in cases {
      let found = try await hedra.generations(filter).reduce(into: []) { $0.append($1.id) }
      #expect(found == ids, "\(query)")
      let sent = await sandbox.receivedRequests.last?.url.query?.removingPercentEncoding
      #expect(sent?.contains(query) == true, "\(sent ?? "") lacks \(query)")
    }
  }

  @Test(arguments: [
    (#"{"data": []}"#, 0, 1), (#"{"page_info": {"limit": 2, "offset": 0}, "data": []}"#, 0, 1),
    // A service that takes no notice of the offset, or of the limit, ends all the same.
    (#"{"data": [{"id": "a", "status": "queued"}, {"id": "b", "status": "error"}]}"#, 2, 2),
    (#"{"page_info": {"limit": 1}, "data": [{"id": "a", "status": "queued"}]}"#, 1, 2),
    (#"{"page_info": {"limit": 9}, "data": [{"id": "a", "status": "unheard_of"}, null]}"#, 1, 1),
  ])
  func aListEndsWhateverItLacks(body: String, count: Int, pages: Int) async throws {
    let recorder = Recorder(answering: body)
    let generations = recorder.client.generations(pageSize: 2)
    #expect(try await generations.reduce(0) { count, _ in count + 1 } == count)
    #expect(recorder.requests.count == pages)
  }
}
