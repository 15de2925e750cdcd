import ArgumentParser
import Foundation
import TypedMedia
import Workbench

/// The process in which something is done with a ledger.
struct LedgerProbe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe-ledger", shouldDisplay: false)

  /// What can be done.
  enum Action: String, ExpressibleByArgument { case write, parse, open, ask }

  @Argument var action: Action
  @Argument var path: String
  @Argument var lines = 0
  @Argument var open = 0

  func run() async throws {
    let url = URL(fileURLWithPath: path)
    switch action {
    case .write: try write(to: url)
    case .parse: try parse(url)
    case .open: withExtendedLifetime(try FileLedger(at: url)) {}
    case .ask: try await ask(url)
    }
  }

  /// Writes three events for each submission: of all but `open`, evenly spread, the last acknowledges
  /// its job.
  private func write(to url: URL) throws {
    try Data().write(to: url)
    withExtendedLifetime(try FileLedger(at: url)) {}
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    let count = lines / 3
    var text = Data()
    for number in 0..<count {
      let (id, job) = (UUID(), "job-\(number)")
      let date = Date.now.addingTimeInterval(Double(number - count) / 100)
      let body: JSON = [
        "prompt": .string("A fox runs through autumn leaves at sunrise, take \(number)."),
        "aspect_ratio": .string(["16:9", "9:16", "1:1"][number % 3]), "resolution": "720p",
        "duration": .number(JSONNumber(4 + number % 3)), "settings": ["audio": false],
      ]
      let isOpen = (number + 1) * open / count > number * open / count
      let kinds: [LedgerEvent.Kind] = [
        .intended(
          LedgerIntent(service: "Acme", model: "aurora", path: ["asset", "start"], body: body)),
        .accepted(jobIDs: [job], cost: Cost(12, "credits")),
        isOpen ? .accepted(jobIDs: [job]) : .acknowledged(jobID: job),
      ]
      for kind in kinds { text += try LedgerEvent(kind, of: id, at: date).data() + [0x0A] }
      if text.count > 1_000_000 {
        try file.write(contentsOf: text)
        text = Data()
      }
    }
    try file.write(contentsOf: text)
  }

  /// Parses each line, and keeps nothing of it.
  private func parse(_ url: URL) throws {
    let file = try FileHandle(forReadingFrom: url)
    var rest = Data()
    while let piece = try file.read(upToCount: 262_144), !piece.isEmpty {
      rest += piece
      let length = try rest.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        var start = 0
        while let end = memchr(base + start, 0x0A, bytes.count - start) {
          let count = UnsafeRawPointer(end) - (base + start)
          _ = try JSON(parsing: Data(bytes: base + start, count: count))
          start += count + 1
        }
        return start
      }
      rest = Data(rest.dropFirst(length))
    }
  }

  /// Asks a ledger for what it knows, and prints the seconds that each question took.
  private func ask(_ url: URL) async throws {
    let ledger = try FileLedger(at: url)
    func seconds(_ count: Int, _ body: () async throws -> Void) async throws -> JSON {
      let start = ResourceUse.now.seconds
      for _ in 0..<count { try await body() }
      return JSON(floatLiteral: (ResourceUse.now.seconds - start) / Double(count))
    }
    let result: JSON = [
      "recover": try await seconds(1_000) { _ = try await ledger.openSubmissions() },
      "webhook": try await seconds(40_000) {
        _ = try await ledger.openSubmissions(withJob: "unknown")
      },
      "submissions": try await seconds(1) { _ = try await ledger.submissions() },
    ]
    print(result)
  }
}
