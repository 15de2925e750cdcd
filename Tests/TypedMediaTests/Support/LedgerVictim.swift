import Dispatch
import Foundation
import TypedMedia

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that works on a ledger until it is killed, and writes down what it was promised.
struct LedgerVictim {
  /// How far a submission got, as far as the ledger has said so.
  enum Progress: String {
    case intended, accepted
    /// It may be closed, and so be gone.
    case closing
  }

  let path: String
  let seed: UInt64

  /// How many lines are written down before the process is killed: none, and it is killed while it
  /// opens the ledger.
  var lifetime: Int { Int(seed % 30) }

  /// Appends and compacts until the process is killed by a thread that hears of the last line. It comes
  /// wherever the others have got to by then.
  func work() async throws {
    let end = Countdown(from: lifetime) { kill(getpid(), SIGKILL) }
    var generator = SeededGenerator(seed: seed)
    let ledger = try FileLedger(at: URL(filePath: path), retention: .zero)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        let choices = SeededGenerator(seed: generator.next())
        group.addTask { try await work(on: ledger, as: worker, choices, until: end) }
      }
      try await group.waitForAll()
    }
  }

  private func work(
    on ledger: FileLedger, as worker: Int, _ choices: SeededGenerator, until end: Countdown
  ) async throws {
    var choices = choices
    let notes = "\(path)-notes-\(seed)-\(worker)"
    try Data().write(to: URL(filePath: notes))
    let file = try FileHandle(forWritingTo: URL(filePath: notes))
    func note(_ progress: Progress, _ id: UUID) throws {
      try file.write(contentsOf: Data("\(id) \(progress.rawValue)\n".utf8))
      end.count()
    }
    while true {
      let prompt = String(repeating: "x", count: Int.random(in: 0...2_000, using: &choices))
      let id = try await ledger.append(.intended(prompt))
      try note(.intended, id)
      try await ledger.append(.accepted(jobIDs: ["job"]), of: id)
      try note(.accepted, id)
      if Int.random(in: 0..<10, using: &choices) < 9 {
        try note(.closing, id)
        try await ledger.append(.acknowledged(jobID: "job"), of: id)
      }
      if Int.random(in: 0..<4, using: &choices) == 0 { try await ledger.compact() }
    }
  }

  /// What all victims that worked on the ledger at `path` have written down, each in its order.
  static func notes(path: String) throws -> [(id: String, progress: Progress)] {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    var notes: [(id: String, progress: Progress)] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("\(url.lastPathComponent)-notes-") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count == 2, let progress = Progress(rawValue: parts[1]) else { continue }
        notes.append((parts[0], progress))
      }
    }
    return notes
  }

  /// Does something on a thread of its own when it was counted down.
  private final class Countdown: Sendable {
    private let steps = DispatchSemaphore(value: 0)

    init(from count: Int, _ body: @escaping @Sendable () -> Void) {
      Thread.detachNewThread { [steps] in
        for _ in 0..<count { steps.wait() }
        body()
      }
    }

    func count() { steps.signal() }
  }
}
