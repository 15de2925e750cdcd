import Foundation
import Testing
import TypedMedia

@Suite struct LedgerFoldingTests {
  @Test(
    arguments: [
      ([], .intended, true, false),
      ([.lost(reason: "r")], .lost(reason: "r"), true, false),
      ([.refused(reason: "r")], .refused(reason: "r"), false, true),
      ([.abandoned], .abandoned, false, true),
      ([.lost(reason: "r"), .abandoned], .abandoned, false, true),
      ([.accepted(jobIDs: ["a", "b"])], .accepted, false, false),
      ([.accepted(jobIDs: [])], .accepted, false, true),
      ([.lost(reason: "r"), .accepted(jobIDs: ["a"])], .accepted, false, false),
      ([.abandoned, .accepted(jobIDs: ["a"])], .accepted, false, false),
      ([.accepted(jobIDs: ["a"]), .lost(reason: "r")], .accepted, false, false),
      ([.accepted(jobIDs: ["a"]), .refused(reason: "r")], .accepted, false, false),
      ([.accepted(jobIDs: ["a"]), .abandoned], .accepted, false, false),
      ([.accepted(jobIDs: ["a"]), .acknowledged(jobID: "b")], .accepted, false, false),
      ([.accepted(jobIDs: ["a"]), .acknowledged(jobID: "a")], .accepted, false, true),
      (
        [.accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "b"), .acknowledged(jobID: "a")],
        .accepted, false, true
      ),
      ([.intended("again")], .intended, true, false),
    ] as [([LedgerEvent.Kind], LedgerSubmission.State, Bool, Bool)])
  func aSubmissionStandsAsItsEventsTell(
    kinds: [LedgerEvent.Kind], state: LedgerSubmission.State, isUnsettled: Bool, isClosed: Bool
  ) throws {
    let id = UUID()
    let events = ([.intended("A fox")] + kinds).map { LedgerEvent($0, of: id) }
    let submissions = LedgerSubmission.folding(events)
    let submission = try #require(submissions.first)
    #expect(submissions.count == 1)
    #expect(submission.id == id)
    #expect(submission.intent.body == ["prompt": "A fox"])
    #expect(submission.state == state)
    #expect(submission.isUnsettled == isUnsettled)
    #expect(submission.isClosed == isClosed)
  }

  @Test func submissionsComeInTheOrderInWhichTheyBegan() {
    let ids = [UUID(), UUID(), UUID()]
    let events =
      ids.map { LedgerEvent(.intended("A fox"), of: $0) }
      + ids.reversed().map { LedgerEvent(.accepted(jobIDs: ["\($0)"]), of: $0) }
    let submissions = LedgerSubmission.folding(events)
    #expect(submissions.map(\.id) == ids)
    #expect(submissions.flatMap { $0.jobs.map(\.id) } == ids.map { "\($0)" })
  }

  @Test func aJobsHandleTellsWhereItBelongs() throws {
    let id = UUID()
    let events = [.intended("A fox"), .accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "a")].map
    {
      LedgerEvent($0, of: id, at: Date(timeIntervalSince1970: 1_800_000_000.1234))
    }
    let submission = try #require(LedgerSubmission.folding(events).first)
    let job = try #require(submission.openJobs.first)
    #expect(submission.openJobs.count == 1)
    #expect(
      job
        == JobHandle(
          service: "Acme", model: "aurora", id: "b",
          submittedAt: Date(timeIntervalSince1970: 1_800_000_000.123), submission: id))
  }

  /// A request may wait, or be sent again much later: a job is as old as its acceptance.
  @Test func aJobIsAsOldAsItsAcceptance() throws {
    let (begun, accepted) = (Date(timeIntervalSince1970: 100), Date(timeIntervalSince1970: 9_000))
    let id = UUID()
    let submission = try #require(
      LedgerSubmission.folding([
        LedgerEvent(.intended("A fox"), of: id, at: begun),
        LedgerEvent(.lost(reason: "r"), of: id, at: begun),
        LedgerEvent(.accepted(jobIDs: ["a"]), of: id, at: accepted),
      ]).first)
    #expect(submission.date == begun)
    #expect(submission.jobs.map(\.submittedAt) == [accepted])
  }

  /// What was paid is never forgotten: jobs come, and do not go.
  @Test(
    arguments: [
      ([.accepted(jobIDs: ["a"]), .accepted(jobIDs: ["b"])], ["a", "b"], ["a", "b"]),
      ([.accepted(jobIDs: ["a"]), .accepted(jobIDs: [])], ["a"], ["a"]),
      ([.accepted(jobIDs: ["a"]), .accepted(jobIDs: ["a"])], ["a"], ["a"]),
      ([.accepted(jobIDs: ["same", "same"])], ["same"], ["same"]),
      ([.accepted(jobIDs: ["same", "same"]), .acknowledged(jobID: "same")], ["same"], []),
      ([.accepted(jobIDs: ["", "../../evil", ""])], ["", "../../evil"], ["", "../../evil"]),
      ([.accepted(jobIDs: []), .accepted(jobIDs: ["a"])], ["a"], ["a"]),
      (
        [
          .accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "a"),
          .accepted(jobIDs: ["c", "a"]), .abandoned,
        ],
        ["a", "b", "c"], ["b", "c"]
      ),
      ([.acknowledged(jobID: "a"), .accepted(jobIDs: ["a"])], ["a"], []),
    ] as [([LedgerEvent.Kind], [String], [String])])
  func jobsAreAddedAndNeverForgotten(
    kinds: [LedgerEvent.Kind], jobs: [String], open: [String]
  ) throws {
    let id = UUID()
    let events = ([.intended("A fox")] + kinds).map { LedgerEvent($0, of: id) }
    let submission = try #require(LedgerSubmission.folding(events).first)
    #expect(submission.state == .accepted)
    #expect(submission.jobs.map(\.id) == jobs)
    #expect(submission.openJobs.map(\.id) == open)
  }

  @Test func whatAJobMadeGoesWhenItIsAcknowledged() throws {
    let id = UUID()
    let kinds: [LedgerEvent.Kind] = [
      .intended("A fox"), .accepted(jobIDs: ["a", "b"], results: ["a": 1]),
      .accepted(jobIDs: ["b"], results: ["a": 2, "b": 3]), .acknowledged(jobID: "a"),
      .accepted(jobIDs: ["a"], results: ["a": 4]),
    ]
    let results = (3...5).map { count in
      LedgerSubmission.folding(kinds.prefix(count).map { LedgerEvent($0, of: id) })
        .flatMap { $0.jobs.map(\.result) }
    }
    #expect(results == [[1, 3], [nil, 3], [nil, 3]])
  }

  @Test func whatWasAnsweredIsThereToSettleBy() throws {
    let id = UUID()
    let response = ReceivedResponse(status: 200, body: "Thanks!")
    let kinds: [LedgerEvent.Kind] = [
      .intended("A fox"), .lost(reason: "r"), .lost(reason: "s", response: response),
      .lost(reason: "t"), .accepted(jobIDs: ["a"]),
    ]
    let responses = (1...5).flatMap { count in
      LedgerSubmission.folding(kinds.prefix(count).map { LedgerEvent($0, of: id) }).map(\.response)
    }
    #expect(responses == [nil, nil, response, response, nil])
  }

  @Test func anEventWithoutABeginningIsLeftOut() {
    let kinds = LedgerEvent.Kind.samples.filter { if case .intended = $0 { false } else { true } }
    let events = kinds.map { LedgerEvent($0, of: UUID()) }
    #expect(LedgerSubmission.folding(events).isEmpty)
  }
}
