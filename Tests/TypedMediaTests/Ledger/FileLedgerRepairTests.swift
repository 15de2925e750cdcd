import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// What a crash can do to the file is mended when it is opened; what it cannot do is left as it is.
@Suite(.timeLimit(.minutes(20))) struct FileLedgerRepairTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "ledger.jsonl")
  }

  @Test func aFileThatIsCutAnywhereIsWholeUpToThere() async throws {
    let whole = try await ledgerText()
    let newlines = whole.indices.filter { whole[$0] == 0x0A }
    for end in (newlines[0] + 1)...whole.count {
      try whole.prefix(end).write(to: url)
      // A line that lacks nothing but its newline is kept.
      let count = newlines.dropFirst().filter { $0 <= end }.count
      do {
        let ledger = try FileLedger(at: url)
        #expect(try await ledger.submissions().count == count, "cut at \(end)")
        try await ledger.append(.intended("An owl"))
      }
      #expect(try await FileLedger(at: url).submissions().count == count + 1, "cut at \(end)")
    }
  }

  @Test(
    arguments: [
      Data(count: 1), Data(count: 5_000), Data([0x0A]), Data("\n\n".utf8), Data([0xFF, 0xFE]),
      Data("{\"date\":18".utf8) + Data(count: 4_096), Data("garbage\nmore\n".utf8),
      Data(count: 200) + [0x0A] + Data(count: 200), Data(repeating: 0x5B, count: 100_000),
    ])
  func rubbishAtTheEndIsCutOff(rubbish: Data) async throws {
    let whole = try await ledgerText()
    try (whole + rubbish).write(to: url)
    do {
      let ledger = try FileLedger(at: url)
      #expect(try await ledger.submissions().count == 4)
      #expect(try Data(contentsOf: url) == whole)
      try await ledger.append(.intended("An owl"))
    }
    #expect(try await FileLedger(at: url).submissions().count == 5)
  }

  @Test(
    arguments: [
      (2, "{\"date\":18", "it is not JSON"), (3, "", "it is not JSON"),
      (4, "\0\0\0\0", "it is not JSON"), (3, "{}", "not an event that this version knows"),
      (5, #"{"kind":{"doubled":{}}}"#, "not an event that this version knows"),
    ])
  func aLineThatNoCrashHasTornIsAnError(number: Int, text: String, reason: String) async throws {
    var lines = try await ledgerText().split(separator: 0x0A)
    lines[number - 1] = Data(text.utf8)
    let damaged = Data(lines.joined(separator: [0x0A])) + [0x0A]
    try damaged.write(to: url)
    let error = try await caught { try FileLedger(at: url) }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("ledger.jsonl:\(number) cannot be read"), "\(error.message)")
    #expect(error.message.contains(reason), "\(error.message)")
    #expect(try Data(contentsOf: url) == damaged)
  }

  @Test(
    arguments: [
      "hello", "\n", "{\"format\":\"TypedMedia.FileLedger\",\"version\":2}\n",
      "{\"format\":\"TypedMedia.FileLedger\",\"version\":1}", "\0\0\0\0\0\0\0\0",
    ])
  func aFileThatIsNoLedgerIsLeftAsItIs(text: String) async throws {
    try Data(text.utf8).write(to: url)
    let error = try await caught { try FileLedger(at: url) }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("ledger.jsonl:1 is not the first line of a ledger"))
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  /// Lines that are longer than what is read at once, and that end where it ends.
  @Test func linesOfEveryLengthAreRead() async throws {
    let ledger = try FileLedger(at: url)
    let prompts = [1, 65_000, 65_536, 200_000, 3].flatMap { count in
      (0..<3).map { String(repeating: "x", count: count + $0) }
    }
    for prompt in prompts { try await ledger.append(.intended(prompt)) }
    #expect(
      try await ledger.submissions().map(\.intent.body) == prompts.map { ["prompt": .string($0)] })
  }

  /// The text of a ledger of four submissions.
  private func ledgerText() async throws -> Data {
    let ledger = try FileLedger(at: url)
    for prompt in ["A fox", "A \"tide\"\npool", "🦊", "A fox"] {
      try await ledger.append(.intended(prompt))
    }
    return try Data(contentsOf: url)
  }
}
