import Foundation
import LoopbackServer
import TypedMedia
import Workbench

/// A service, and the client processes that use it one after the other.
struct Run {
  let service: FaultyService
  let count: Int
  let folder: URL
  private let server: LoopbackServer
  private let deafPort: DeafPort?
  private var ledger: URL { folder.appendingPathComponent("ledger.jsonl") }

  init(_ service: FaultyService, count: Int, misdirects: Bool) throws {
    self.service = service
    self.count = count
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = try LoopbackServer(remembersRequests: false) { service.steps(for: $0) }
    deafPort = misdirects ? try DeafPort() : nil
  }

  /// Starts a client process.
  ///
  /// - Parameter fatalStep: The step at which it ends itself; `nil` for none.
  func startWorker(concurrency: Int, killedAt fatalStep: Int? = nil) throws -> ChildProcess {
    var arguments = [
      "worker", "--address", try server.url().absoluteString, "--ledger", ledger.path,
      "--count", "\(count)", "--concurrency", "\(concurrency)",
    ]
    if let port = deafPort?.url.port { arguments += ["--deaf-port", "\(port)"] }
    if let fatalStep { arguments += ["--kill-at", "\(fatalStep)"] }
    arguments += ["--service", service.appearance.name]
    let log = folder.appendingPathComponent("worker.log").path
    let output = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(output) }
    return try ChildProcess(CommandLine.arguments[0], arguments, output: output)
  }

  /// What the service and the ledger say in the end.
  func verdict() async throws -> Verdict {
    Verdict(
      submissions: try await FileLedger(at: ledger).submissions(), accepted: service.accepted,
      isDeduplicated: service.appearance.isDeduplicated,
      leaks: try Verdict.leaks(of: service.appearance.key, in: folder))
  }

  /// The end of what the workers wrote.
  var log: String {
    let text = try? String(
      contentsOf: folder.appendingPathComponent("worker.log"), encoding: .utf8)
    return String((text ?? "").suffix(2_000))
  }

  func removeFiles() { try? FileManager.default.removeItem(at: folder) }
}
