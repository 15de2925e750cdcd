import Foundation

/// What has gone wrong, one of a kind in a file of its own.
struct Findings {
  private let folder: URL
  private let seed: UInt64
  private let seeds: Seeds
  private var counts: [String: Int] = [:]

  /// How many kinds of findings there are.
  var kinds: Int { counts.count }
  /// How many findings there are.
  var count: Int { counts.values.reduce(0, +) }

  init(in folder: URL, seed: UInt64) throws {
    self.folder = folder
    self.seed = seed
    seeds = try Seeds()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Records a finding; the first few of a kind are saved and printed.
  mutating func add(_ number: Int, _ stage: String, _ message: String) throws {
    let kind = "\(stage): \(Self.kind(of: message))"
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= 3 else { return }
    guard number >= 0 else { return say("a batch, \(stage): \(message)") }
    let name = "\(seed)-\(number)-\(stage.replacingOccurrences(of: " ", with: "-"))"
    let file = folder.appendingPathComponent("\(name).json")
    try Case(number, seed: seed, seeds: seeds).document.write(to: file)
    try message.write(
      to: folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
    say("case \(number), \(stage): \(message.prefix(300))\n  \(file.path)")
  }

  /// Each kind of finding, and how often it was found.
  func summary() -> [(kind: String, count: Int)] {
    counts.sorted { $0.value > $1.value }.map { ($0.key, $0.value) }
  }

  /// The message without what differs from case to case: names, numbers, places.
  private static func kind(of message: String) -> String {
    let lines = message.split(separator: "\n")
    let line = lines.first { $0.contains("error: ") } ?? lines.first ?? ""
    let error = line.range(of: "error: ").map { line[$0.upperBound...] } ?? line
    return error.replacingOccurrences(
      of: #"'[^']*'|"[^"]*"|[0-9a-fx]*[0-9][0-9a-fx]*"#, with: "…", options: .regularExpression
    ).prefix(160).description
  }
}

/// Prints a line at once, for it may be long until the next.
func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
