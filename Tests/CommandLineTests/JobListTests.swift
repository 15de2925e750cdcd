import Foundation
import Testing
import TypedMedia
import TypedMediaTerminal
import typed_media

/// What `typed-media jobs` makes of a ledger.
@Suite struct JobListTests {
  private static let start = Date(timeIntervalSince1970: 1_790_000_000)
  private static let day = 86_400.0

  private static func events(
    _ model: String, _ kind: LedgerEvent.Kind?, daysAgo days: Double,
    acknowledging ids: [String] = []
  ) -> [LedgerEvent] {
    let id = UUID()
    let date = start.addingTimeInterval(-days * day)
    let intent = LedgerIntent(service: "Hoox", model: model, path: [], body: [:])
    return [LedgerEvent(.intended(intent), of: id, at: date)]
      + [kind].compactMap { $0 }.map { LedgerEvent($0, of: id, at: date) }
      + ids.map { LedgerEvent(.acknowledged(jobID: $0), of: id, at: date) }
  }

  private static let submissions = LedgerSubmission.folding(
    events("old", .accepted(jobIDs: ["j0"]), daysAgo: 20, acknowledging: ["j0"])
      + events(
        "veo", .accepted(jobIDs: ["j1", "j2"], cost: Cost(64, "credits")), daysAgo: 9,
        acknowledging: ["j2"])
      + events(
        "kling", .accepted(jobIDs: ["j3"], cost: Cost(5, "credits")), daysAgo: 1,
        acknowledging: ["j3"])
      + events("flux", .refused(reason: "no"), daysAgo: 1)
      + events("lost", .lost(reason: "no answer"), daysAgo: 9)
      + events("gone", .abandoned, daysAgo: 0))

  private static func list(since days: Double?) -> JobList {
    JobList(
      submissions, LedgerExpense.sums(of: submissions),
      since: days.map { start.addingTimeInterval(-$0 * day) })
  }

  @Test(
    arguments: [
      (
        nil,
        [
          "old done", "veo open", "veo done", "kling done", "flux refused", "lost unknown",
          "gone dropped",
        ]
      ),
      (7, ["veo open", "veo done", "kling done", "flux refused", "lost unknown", "gone dropped"]),
      (0, ["veo open", "veo done", "lost unknown", "gone dropped"]),
    ] as [(Double?, [String])])
  func whatIsOpenAndWhatIsYoungIsListed(days: Double?, rows: [String]) {
    let lines = Self.list(since: days).table().lines.dropFirst()
    let found = lines.map { line in
      let words = line.split(separator: " ")
      return "\(words[3]) \(words[4])"
    }
    #expect(found == rows)
  }

  @Test func aRowSaysWhenWhatAndWhatItCost() {
    let zone = TimeZone(secondsFromGMT: 0) ?? .current
    let lines = Self.list(since: 1).table(timeZone: zone).lines
    #expect(lines.first == "WHEN              SERVICE  MODEL  STATE    COST        ID")
    #expect(lines.dropFirst(1).first == "2026-09-12 14:13  Hoox     veo    open     64 credits  j1")
    #expect(lines.dropFirst(2).first == "2026-09-12 14:13  Hoox     veo    done                 j2")
  }

  @Test func theIDIsWholeHoweverNarrowTheTerminalIs() {
    let lines = Self.list(since: 1).table(width: 70).lines
    #expect(lines.allSatisfy { $0.count <= 70 })
    let ids = Self.submissions.filter(\.jobs.isEmpty).map(\.id.uuidString)
    #expect(ids.contains { id in lines.contains { $0.hasSuffix(id) } })
  }

  @Test func aStateHasAColorWhereATerminalTakesIt() {
    let lines = Self.list(since: 1).table(inColor: true).lines
    #expect(lines.contains { $0.contains("\u{1B}[33mopen\u{1B}[0m") })
    #expect(!Self.list(since: 1).table().text.contains("\u{1B}"))
  }

  @Test func theSumsAreOfTheSameTime() {
    #expect(
      Self.list(since: nil).sums == [
        "spent at Hoox: 69 credits, for 2 requests",
        "spent at Hoox: what it did not say, for 1 request",
      ])
    #expect(Self.list(since: 3).sums == ["spent at Hoox: 5 credits, for 1 request"])
  }

  @Test(
    arguments: [
      (nil, ["XDG_STATE_HOME": "/state", "HOME": "/home/me"], "/state/typed-media/jobs.jsonl"),
      ("/own.jsonl", ["XDG_STATE_HOME": "/state"], "/own.jsonl"),
    ] as [(String?, [String: String], String)])
  func theLedgerIsWhereTheSystemKeepsSuchThings(
    name: String?, environment: [String: String], path: String
  ) {
    #expect(LedgerLocation.file(named: name, environment: environment).path == path)
  }

  @Test func withoutThatItIsInTheHomeFolder() {
    // By its specification, a relative path is none.
    let file = LedgerLocation.file(
      named: nil, environment: ["XDG_STATE_HOME": "state", "HOME": "/home/me"])
    #if os(macOS)
      #expect(file.path.hasSuffix("/Library/Application Support/typed-media/jobs.jsonl"))
    #else
      #expect(file.path == "/home/me/.local/state/typed-media/jobs.jsonl")
    #endif
  }
}
