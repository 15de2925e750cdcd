import Dispatch
import Foundation

/// Writes to a ledger's file for many tasks at once.
///
/// Its queue keeps the waits for the disk off the threads that tasks run on. What changes is only
/// touched there.
final class LedgerWriter: @unchecked Sendable {
  private let queue = DispatchQueue(label: "TypedMedia.LedgerWriter")
  private var file: LedgerFile
  private var waiting: [(line: Data, continuation: CheckedContinuation<Void, any Error>)] = []
  private var compactionLength: Int

  init(_ file: LedgerFile) {
    self.file = file
    compactionLength = Self.compactionLength(after: file.length)
  }

  /// Returns when `line` is on the disk. What many tasks append at the same time takes one write.
  func append(_ line: Data) async throws {
    try await withCheckedThrowingContinuation { continuation in
      queue.async {
        self.waiting.append((line, continuation))
        // It takes its turn behind all the appends that are in the queue by now.
        if self.waiting.count == 1 { self.queue.async { self.commit() } }
      }
    }
  }

  /// Runs `body` when what was appended before is written.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (inout LedgerFile) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body(&self.file) }) }
    }
  }

  /// Returns when nothing is under way any more.
  func finish() { queue.sync {} }

  private func commit() {
    let batch = waiting
    waiting = []
    let result = Result {
      try file.append(batch.reduce(into: Data()) { $0.append($1.line) })
    }
    for (_, continuation) in batch { continuation.resume(with: result) }
    guard file.length >= compactionLength else { return }
    // The events are kept, whether this succeeds or not.
    try? file.compact()
    compactionLength = Self.compactionLength(after: file.length)
  }

  private static func compactionLength(after length: Int) -> Int { max(1_000_000, 2 * length) }
}
