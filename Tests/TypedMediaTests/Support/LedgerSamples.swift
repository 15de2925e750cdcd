import Foundation
import TypedMedia

extension LedgerEvent.Kind {
  /// A submission of `prompt` is about to be sent.
  static func intended(_ prompt: String) -> Self {
    .intended(
      LedgerIntent(
        service: "Acme", model: "aurora", path: ["asset", "start"],
        body: ["prompt": .string(prompt)],
        deduplicationIDs: ["g-1"]))
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
    .refused(reason: "No credits."),
    .lost(reason: "The connection broke."),
    .abandoned,
    .acknowledged(jobID: "job-1"),
  ]
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
