import Foundation
import Workbench

/// The worker, as its parent sees it.
struct WorkerProcess {
  /// How a worker's batch has gone.
  struct Outcome {
    /// The case that was at hand last, and its stage.
    var last: (number: Int, stage: String)
    /// Why the worker has not come to the end of its batch; `nil` when it has.
    var failure: String?
    /// What it has found wrong without coming to harm.
    var reports: [(number: Int, message: String)] = []
    /// The slow cases, and their seconds.
    var slow: [(number: Int, seconds: Double)] = []
    /// For how many seconds more the case at hand may be silent.
    fileprivate var extra = 0
  }

  /// The worker's arguments.
  let arguments: [String]
  /// The first case of its batch.
  let first: Int
  /// For how many seconds the worker may be silent.
  let patience: Int

  /// Runs the worker to its end, and ends it if it is silent for too long.
  func run() throws -> Outcome {
    let pipe = Pipe()
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let child = try ChildProcess(
      program, arguments, output: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForWriting.close()
    var outcome = Outcome(last: (first, "starting"))
    var words: [String] = []
    let isSilent = !forEachLine(of: pipe.fileHandleForReading.fileDescriptor) { line in
      if !read(line, into: &outcome) { words.append(line) }
      return patience + outcome.extra
    }
    if isSilent { child.kill() }
    let ending = child.wait()
    if isSilent {
      outcome.failure = "nothing happens for \(patience + outcome.extra) s"
    } else if ending.status != .exit(0) {
      // The reason is what the program says last of all, or what its backtrace starts with.
      outcome.failure = ([ending.status.description] + words.prefix(60)).joined(separator: "\n")
    }
    return outcome
  }

  /// Reads a line of the worker's; `false` when it is not one of its kinds.
  private func read(_ line: String, into outcome: inout Outcome) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, parts[0] == "@", let number = Int(parts[1]) else { return false }
    if parts[2].hasPrefix("! ") {
      outcome.reports.append((number, String(parts[2].dropFirst(2))))
    } else if parts[2].hasPrefix("+ ") {
      outcome.extra = Int(parts[2].dropFirst(2)) ?? 0
    } else if parts[2].hasSuffix(" s") {
      outcome.slow.append((number, Double(parts[2].dropLast(2)) ?? 0))
    } else {
      if number != outcome.last.number { outcome.extra = 0 }
      outcome.last = (number, parts[2])
    }
    return true
  }

  /// Reads lines to the end; `false` when none has come for too long.
  ///
  /// - Parameter body: Returns for how many seconds to wait for the next.
  private func forEachLine(of descriptor: Int32, _ body: (String) -> Int) -> Bool {
    var (rest, buffer) = (Data(), [UInt8](repeating: 0, count: 65_536))
    var patience = patience
    while true {
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&event, 1, Int32(patience * 1000))
      if ready < 0, errno == EINTR { continue }
      guard ready != 0 else { return false }
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return true }
      rest.append(contentsOf: buffer[..<count])
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        patience = body(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
        rest.removeSubrange(...end)
      }
    }
  }
}
