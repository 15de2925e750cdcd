// Before Swift 6.3, exit tests cannot be told which file to work on.
#if compiler(>=6.3) && (os(macOS) || os(Linux))
  import Foundation
  import Testing
  import TypedMedia

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  @Suite(.timeLimit(.minutes(20))) struct FileLedgerProcessTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
      folder = try TemporaryFolder()
      path = folder.url.appending(path: "ledger.jsonl").path
    }

    @Test func anotherProcessIsRefused() async throws {
      let ledger = try FileLedger(at: URL(filePath: path))
      await #expect(processExitsWith: .success) { [path = path as String] in
        let error = try await caught { try FileLedger(at: URL(filePath: path)) }
        #expect(error.code == .ledgerUnavailable)
        #expect(error.message.contains("is open already"))
      }
      try await ledger.append(.intended("A fox"))
    }

    /// A file that may not grow stands for a disk that is full: the write that reaches the limit is cut
    /// short, and the next one fails.
    @Test func aFullDiskLeavesTheLedgerAsItWas() async throws {
      await #expect(processExitsWith: .success) { [path = path as String] in
        let url = URL(filePath: path)
        let ledger = try FileLedger(at: url)
        try await ledger.append(.intended("A fox"))
        let before = try Data(contentsOf: url)

        _ = signal(SIGXFSZ, SIG_IGN)
        try limitFiles(to: before.count + 40)
        let errors = await withTaskGroup(of: (any Error)?.self) { group in
          for _ in 0..<20 {
            group.addTask {
              do { _ = try await ledger.append(.intended("An owl")) } catch { return error }
              return nil
            }
          }
          return await group.reduce(into: [MediaError]()) { errors, error in
            if let error = error as? MediaError { errors.append(error) }
          }
        }
        #expect(errors.count == 20)
        #expect(errors.allSatisfy { $0.code == .ledgerUnavailable })
        #expect(errors.allSatisfy { $0.message.contains("could not be written: File too large") })
        #expect(try Data(contentsOf: url) == before)
        #expect(try await ledger.submissions().count == 1)

        try limitFiles(to: nil)
        try await ledger.append(.intended("A crow"))
        let prompts = try await ledger.submissions().map(\.intent.body)
        #expect(prompts == [["prompt": "A fox"], ["prompt": "A crow"]])
      }
    }

    /// Processes are killed while they open the ledger, append and compact. What an `append` returned
    /// for is there afterwards.
    @Test func nothingIsLostWhereverAProcessIsKilled() async throws {
      var expected = 0
      for seed in 0..<60 as Range<UInt64> {
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, seed = seed as UInt64] in
          try await LedgerVictim(path: path, seed: seed).work()
        }
        let ledger = try FileLedger(at: URL(filePath: path), retention: .zero)
        let submissions = Dictionary(
          uniqueKeysWithValues: try await ledger.submissions().map { ($0.id.uuidString, $0) })
        let notes = try LedgerVictim.notes(path: path)
        let last = Dictionary(notes.map { ($0.id, $0.progress) }) { $1 }
        for (id, progress) in last where progress != .closing {
          let submission = try #require(submissions[id], "seed \(seed) lost \(id)")
          #expect(progress != .accepted || submission.state == .accepted, "seed \(seed), \(id)")
        }
        // None was killed before its time.
        expected += LedgerVictim(path: path, seed: seed).lifetime
        #expect(notes.count >= expected)
        #expect(try folder.contents().contains("ledger.jsonl.new") == false)
      }
    }
  }

  /// Lets no file of this process grow beyond `length`, or any.
  private func limitFiles(to length: Int?) throws {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let resource = RLIMIT_FSIZE
    #endif
    var limit = rlimit()
    try #require(getrlimit(resource, &limit) == 0)
    limit.rlim_cur = length.map { rlim_t($0) } ?? limit.rlim_max
    try #require(setrlimit(resource, &limit) == 0)
  }
#endif
