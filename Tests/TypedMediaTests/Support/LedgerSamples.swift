import Foundation
import TypedMedia

extension LedgerEvent.Kind {
  /// A submission of `prompt` is about to be sent.
  static func intended(_ prompt: String) -> Self {
    .intended(
      LedgerIntent(
        service: "Acme", model: "aurora", path: ["asset", "start"],
        body: ["prompt": .string(prompt)],
        idempotencyKeys: ["g-1"]))
  }

  /// One of each kind, with what is awkward to write in a line.
  static let samples: [Self] = [
    .intended("A fox,\nat \"dawn\" \u{2028}\u{0} 🦊 a/b é e\u{301}"),
    .intended(
      LedgerIntent(
        service: "", model: nil, path: [],
        body: [1, 1.5, -0.1, 1e30, 9_007_199_254_740_993, true, nil, [:], [[]]])),
    .accepted(jobIDs: ["job-1", "job-2"]),
    .accepted(jobIDs: []),
    .accepted(jobIDs: ["job-1", "job-3"], results: ["job-3": ["files": ["a\n/b", 1.50]]]),
    .intended(
      LedgerIntent(
        service: "Acme", model: nil, path: ["jobs"], body: .null, account: "the \"studio\"")),
    .refused(reason: "No credits."),
    .lost(reason: "The connection broke."),
    .lost(
      reason: "There is no ID in it.",
      response: ReceivedResponse(
        status: 200, headers: ["content-type": "text/html", "x-a": ""], body: "<p>\u{FFFD}\n",
        bodySize: 70_000)),
    .lost(reason: "It was cut.", response: ReceivedResponse(status: 502, body: "")),
    .abandoned,
    .acknowledged(jobID: "job-1"),
    .accepted(
      jobIDs: ["job-1"], cost: Cost(Decimal(sign: .plus, exponent: -3, significand: 12_345), "USD")),
    .spent(
      LedgerExpense(
        service: "Acme", account: "studio", model: nil,
        day: Date(timeIntervalSince1970: 1_764_460_800), cost: Cost(7, "credits"),
        submissionCount: 3)),
    .spent(
      LedgerExpense(
        service: "Acme", model: "aurora", day: .distantPast, cost: nil, submissionCount: 1)),
  ]
}

extension JSON {
  /// Arrays in arrays.
  static func nested(_ depth: Int) -> JSON {
    (0..<depth).reduce(.null) { json, _ in .array([json]) }
  }
}

extension JobLedger {
  /// Appends what happened to one submission, in its order.
  @discardableResult
  func append(
    _ kinds: LedgerEvent.Kind..., of id: UUID = UUID(), at date: Date = .now
  ) async throws -> UUID {
    for kind in kinds { try await append(LedgerEvent(kind, of: id, at: date)) }
    return id
  }
}
