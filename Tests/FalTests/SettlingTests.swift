import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// What became of a request whose answer was lost, and what it cost.
@Suite(.timeLimit(.minutes(20))) struct SettlingTests {
  private let bench = Bench()

  private func lose(
    _ request: LanternEdit, options: FalOptions = FalOptions()
  ) async throws -> LedgerSubmission {
    await bench.sandbox.script(.lostAnswer, for: .submit)
    let error = try await caught { try await bench.fal.submit(request, options: options) }
    return try #require(
      try await bench.fal.recover().unsettled.first { $0.id == error.submission })
  }

  private func candidates(_ settlement: Settlement<FalResult>) throws -> [String] {
    guard case .unknown(let jobs) = settlement else {
      throw MediaError(.malformedResponse, "It was settled.")
    }
    return jobs.map(\.id)
  }

  private func job(_ settlement: Settlement<FalResult>) throws -> Job<FalResult> {
    guard case .accepted(let job) = settlement else {
      throw MediaError(.malformedResponse, "It was not accepted.")
    }
    return job
  }

  /// The list has what has ended: before that, nobody knows.
  @Test func whatWasTakenIsFoundWhenItHasEnded() async throws {
    _ = try await bench.fal.submit(LanternEdit.sample())
    let submission = try await lose(LanternEdit.sample())
    #expect(try candidates(await bench.fal.settle(submission)) == [])
    #expect(try await bench.fal.recover().unsettled.map(\.id) == [submission.id])
    bench.clock.advance(by: .seconds(60))
    let job = try job(await bench.fal.settle(submission))
    #expect(job.handle.submission == submission.id)
    #expect(try await job.result().files.count == 1)
    #expect(try await bench.fal.recover().unsettled.isEmpty)
    // To ask again changes nothing.
    #expect(try self.job(await bench.fal.settle(submission)).id == job.id)
  }

  @Test func whatIsAlikeIsNotGuessed() async throws {
    let first = try await lose(LanternEdit.sample())
    let second = try await lose(LanternEdit.sample())
    bench.clock.advance(by: .seconds(60))
    let found = try candidates(await bench.fal.settle(first))
    #expect(found.count == 2)
    #expect(try await bench.fal.recover().unsettled.count == 2)
    // Once somebody has said which is which of one, the other is clear.
    _ = try await bench.fal.settle(first.id, as: .accepted(jobIDs: [found[1]]))
    #expect(try job(await bench.fal.settle(second)).id == found[0])
  }

  @Test func whatIsNotKeptCannotBeFound() async throws {
    let submission = try await lose(
      LanternEdit.sample(), options: FalOptions(disablesStorage: true))
    let other = try await lose(
      LanternEdit(prompt: "By day", imageURLs: LanternEdit.sample().imageURLs))
    bench.clock.advance(by: .seconds(60))
    #expect(try candidates(await bench.fal.settle(submission)) == [])
    #expect(try job(await bench.fal.settle(other)).handle.model == "fal-ai/lantern/edit")
  }

  @Test(arguments: [403, 404, 500])
  func whoMayNotLookIsToldAndNothingIsChanged(status: Int) async throws {
    let submission = try await lose(LanternEdit.sample())
    await bench.sandbox.script(.error(status, code: "", "No."), for: .requests)
    let error = try await caught { try await bench.fal.settle(submission) }
    #expect(error.httpStatus == status)
    #expect(try await bench.fal.recover().unsettled.count == 1)
    let unknown = try await caught {
      try await bench.fal.settle(
        try #require(
          LedgerSubmission.folding([LedgerEvent(.intended(submission.intent), of: UUID())]).first))
    }
    #expect(unknown.code == .notFound)
  }

  /// Whatever the list has, what is none of the account's requests is passed over.
  @Test(arguments: [
    (#"{"items": []}"#, 0), (#"{"items": [7, null, {}, {"request_id": ""}]}"#, 0),
    (#"{"items": [{"request_id": "a"}, {"request_id": "b", "json_input": [1]}]}"#, 0),
    (#"{"items": [{"request_id": 7, "json_input": {"prompt": "p", "seed": 1}}]}"#, 1),
    (
      #"""
      {"items": [{"request_id": "a", "json_input": {"prompt": "p"}, "sent_at": "2001-01-01T00:00:00Z"},
        {"request_id": "b", "json_input": {"prompt": "p"}, "endpoint_id": "acme/other"},
        {"request_id": "c", "json_input": {"prompt": "q"}},
        {"request_id": "d", "json_input": {"prompt": "p"}, "sent_at": "9999-01-01T00:00:00Z"},
        {"request_id": "d", "json_input": {"prompt": "p"}}],
        "next_cursor": "Mg==", "has_more": true}
      """#, 1
    ),
  ])
  func whateverIsListedIsRead(answer: String, count: Int) async throws {
    let intent = LedgerIntent(
      service: "fal", model: "acme/aurora", path: [], body: ["prompt": "p"])
    let submission = try #require(
      LedgerSubmission.folding([LedgerEvent(.intended(intent), of: UUID())]).first)
    let fal = FalClient(
      apiKey: "a:b", configuration: .once.over(CannedAnswer(body: answer)))
    let findings = try await fal.findings(on: submission)
    #expect(findings.jobs.count == count && !findings.isComplete)
  }

  @Test func theListIsAskedAsItIsDocumented() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    _ = try await job.result()
    let start = Date(timeIntervalSince1970: 1_764_500_000)
    var records: [FalRequestRecord] = []
    for try await record in bench.fal.requests(
      to: ["fal-ai/lantern/edit"], from: start, until: .now.addingTimeInterval(3_600),
      outcome: .success, withPayloads: true)
    {
      records.append(record)
    }
    let record = try #require(records.first)
    #expect(record.id == job.id && record.model == job.handle.model && record.statusCode == 200)
    #expect(record.input?["prompt"] == "At night" && record.output?["images"] != nil)
    #expect(record.duration == .seconds(6) && record.endedAt != nil && record.startedAt != nil)
    let query = try #require(await bench.sandbox.receivedRequests.last?.url.query)
    for item in [
      "endpoint_id=fal-ai/lantern/edit", "limit=100", "status=success", "expand=payloads",
      "start=2025-11-30T10%3A53%3A20", "end=",
    ] {
      #expect(query.contains(item), "\(query)")
    }
  }

  /// The units that a result says, by what one costs, where somebody asked that before.
  @Test(arguments: [true, false])
  func whatAJobCostIsInTheLedger(isPriceKnown: Bool) async throws {
    if isPriceKnown {
      _ = try await bench.fal.unitPrices(of: ["fal-ai/lantern/edit", "fal-ai/pebble"])
    }
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    #expect(try await bench.ledger.expenses().map(\.cost) == [nil])
    _ = try await job.result()
    _ = try await bench.fal.run(Pebble(prompt: "A tide pool"))
    let cost = isPriceKnown ? Cost(Decimal(string: "0.05") ?? 0, "USD") : nil
    #expect(await bench.ledger.submissions().map(\.cost) == [cost, cost])
    #expect(try await bench.ledger.expenses().map(\.cost) == [cost, cost])
    #expect(
      await bench.sandbox.receivedRequests.filter { $0.endpoint == .prices }.count
        == (isPriceKnown ? 1 : 0))
  }

  @Test(
    arguments: [
      ("2", "0.1 USD"), ("0", "0 USD"), ("0.25", "0.0125 USD"), ("-1", nil), ("NaN", nil),
      ("1e999", nil), ("many", nil), (nil, nil),
    ] as [(String?, String?)])
  func unitsThatAreNoneCostNothingThatIsKnown(units: String?, cost: String?) async throws {
    let service = Scripted { request in
      switch request.url.lastPathComponent {
      case "pricing":
        return (
          #"{"prices": [{"endpoint_id": "fal-ai/lantern/edit", "unit_price": 0.05, "unit": "image"}]}"#,
          nil
        )
      case "status": return (#"{"status": "COMPLETED", "request_id": "r1"}"#, nil)
      case "r1": return (#"{"images": []}"#, units)
      default: return (#"{"request_id": "r1"}"#, nil)
      }
    }
    let ledger = MemoryLedger()
    let fal = FalClient(
      apiKey: "a:b",
      configuration: ClientConfiguration(transport: service, ledger: ledger, retries: .never))
    _ = try await fal.unitPrices(of: ["fal-ai/lantern/edit"])
    let request = try LanternEdit.sample()
    _ = try await fal.submit(request).job.status()
    #expect(await ledger.submissions().first?.cost?.description == cost)
  }

  /// Answers by a closure.
  private struct Scripted: Transport {
    let answer: @Sendable (TransportRequest) -> (body: String, units: String?)

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      let (body, units) = answer(request)
      var headers: HeaderFields = ["Content-Type": "application/json"]
      headers["X-Fal-Billable-Units"] = units
      return TransportResponse(status: 200, headers: headers, body: .data(Data(body.utf8)))
    }
  }
}
