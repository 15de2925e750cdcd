import Dispatch
import Foundation

/// Writes to a ledger's file for many tasks at once.
///
/// Its queue keeps the waits for the disk off the threads that tasks run on. What changes is only
/// touched there.
final class LedgerWriter: @unchecked Sendable {
  private let queue = DispatchQueue(label: "TypedMedia.LedgerWriter")
  private var file: LedgerFile
  private var waiting: [(line: LedgerLine, continuation: CheckedContinuation<Void, any Error>)] = []
  /// The amount that litter there has to be before a compaction is tried: less is not worth its
  /// while.
  private var leastLitter = LedgerWriter.leastLitter
  private static let leastLitter = 1_000_000

  init(_ file: LedgerFile) { self.file = file }

  /// Returns when `line` is on the disk. What many tasks append at the same time takes one write.
  func append(_ line: LedgerLine) async throws {
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

  /// Returns when nothing is under way any more, and the file is free for others.
  func finish() { queue.sync { file.file.unlock() } }

  private func commit() {
    let batch = waiting
    waiting = []
    let result = Result { try file.append(batch.map(\.line)) }
    for (_, continuation) in batch { continuation.resume(with: result) }
    compactIfWorthwhile()
  }

  /// Compacts where at least half of the file is litter: a file is written anew once for each time that
  /// it has grown by as much, however long that goes on.
  private func compactIfWorthwhile() {
    let litter = file.open.litter.size(on: .now)
    guard litter >= leastLitter, litter >= file.length / 2 else { return }
    do {
      try file.compact()
      leastLitter = Self.leastLitter
    } catch {
      // The events are kept, and it is not tried again with each that follows.
      leastLitter = 2 * litter
    }
  }
}
