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
  /// Signalled for each submission that the ledger has promised to keep.
  private let promised = DispatchSemaphore(value: 0)

  init(path: String, seed: UInt64) {
    self.path = path
    self.seed = seed
  }

  /// How many submissions it is promised before it is killed, at the least. With none it may be killed
  /// while it opens the ledger.
  static func leastPromises(seed: UInt64) -> Int { Int(seed % 8) }

  /// Appends and compacts until the process is killed, by itself, at an instant that it does not
  /// choose.
  func work() async throws {
    var generator = SeededGenerator(seed: seed)
    let delay = UInt32.random(in: 0...5_000, using: &generator)
    Thread.detachNewThread {
      for _ in 0..<Self.leastPromises(seed: seed) { promised.wait() }
      usleep(delay)
      kill(getpid(), SIGKILL)
    }
    let ledger = try FileLedger(at: URL(filePath: path), retention: .zero)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        let choices = SeededGenerator(seed: generator.next())
        group.addTask { try await work(on: ledger, as: worker, choices) }
      }
      try await group.waitForAll()
    }
  }

  private func work(
    on ledger: FileLedger, as worker: Int, _ choices: SeededGenerator
  ) async throws {
    var choices = choices
    let promises = "\(path)-promises-\(seed)-\(worker)"
    try Data().write(to: URL(filePath: promises))
    let file = try FileHandle(forWritingTo: URL(filePath: promises))
    func note(_ progress: Progress, _ id: UUID) throws {
      try file.write(contentsOf: Data("\(id) \(progress.rawValue)\n".utf8))
    }
    while true {
      let prompt = String(repeating: "x", count: Int.random(in: 0...2_000, using: &choices))
      let id = try await ledger.append(.intended(prompt))
      try note(.intended, id)
      promised.signal()
      try await ledger.append(.accepted(jobIDs: ["job"]), of: id)
      try note(.accepted, id)
      if Int.random(in: 0..<10, using: &choices) < 9 {
        try note(.closing, id)
        try await ledger.append(.acknowledged(jobID: "job"), of: id)
      }
      if Int.random(in: 0..<4, using: &choices) == 0 { try await ledger.compact() }
    }
  }

  /// What all victims that worked on the ledger at `path` were promised, by the submission's ID.
  static func promises(path: String) throws -> [String: Progress] {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    var promises: [String: Progress] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("\(url.lastPathComponent)-promises-") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ")
        promises[String(parts[0])] = Progress(rawValue: String(parts[1]))
      }
    }
    return promises
  }
}
