import Fal
import FalSandbox
import Foundation
import Hoox
import HooxSandbox
import MakeVideo

/// A person at the terminal, who answers every question alike.
final class Person: @unchecked Sendable {
  private let answer: Bool
  private let lock = NSLock()
  /// Guarded by `lock`, as is `seen`.
  private var heard: [String] = []
  private var seen: [String] = []

  init(says answer: Bool = true) { self.answer = answer }

  /// What was said and asked.
  var lines: [String] { lock.withLock { heard } }
  /// What was shown.
  var progress: [String] { lock.withLock { seen } }

  var console: Console {
    Console(
      say: { line in self.lock.withLock { self.heard.append(line) } },
      show: { line in self.lock.withLock { self.seen.append(line) } },
      ask: { question in
        self.lock.withLock { self.heard.append(question) }
        return self.answer
      })
  }
}

/// A folder with the ledger and the videos, at services that outlast the runs.
struct Workplace {
  let clock: VirtualClock
  let sandbox: HooxSandbox
  let fal: FalSandbox
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "make-video-\(UUID().uuidString)", directoryHint: .isDirectory)

  init() {
    clock = VirtualClock()
    sandbox = HooxSandbox(credits: 100, clock: clock)
    fal = FalSandbox(clock: clock)
  }

  /// A client as each run has one: the ledger is opened anew.
  func client() throws -> HooxClient { sandbox.client(configuration: try configuration()) }

  /// A client of fal, as each run has one.
  func falClient() throws -> FalClient { fal.client(configuration: try configuration()) }

  /// Runs the app once for `person`: what was left, and then `request`.
  func run(
    for person: Person, _ request: (any HooxRequest)? = nil, costingAtMost limit: Decimal? = nil
  ) async throws {
    try await run(client(), for: person, request, costingAtMost: limit)
  }

  /// Runs the app once with fal.
  func runFal(
    for person: Person, _ request: (any FalRequest)? = nil, costingAtMost limit: Decimal? = nil
  ) async throws {
    try await run(falClient(), for: person, request, costingAtMost: limit)
  }

  private func run<Service: VideoService>(
    _ client: Service, for person: Person, _ request: Service.VideoRequest?,
    costingAtMost limit: Decimal?
  ) async throws {
    let maker = VideoMaker(client, savingIn: folder, console: person.console)
    try await maker.resume()
    if let request { try await maker.make(request, by: "The model", costingAtMost: limit) }
  }

  private func configuration() throws -> ClientConfiguration {
    ClientConfiguration(
      ledger: try FileLedger(at: folder.appending(path: ".make-video.jsonl")), retries: .never)
  }

  /// The names of the videos.
  func videos() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".mp4") }.sorted()
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
