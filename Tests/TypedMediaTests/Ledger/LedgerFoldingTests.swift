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

  @Test func anEventWithoutABeginningIsLeftOut() {
    let events = LedgerEvent.Kind.samples.dropFirst(2).map { LedgerEvent($0, of: UUID()) }
    #expect(LedgerSubmission.folding(events).isEmpty)
  }
}
