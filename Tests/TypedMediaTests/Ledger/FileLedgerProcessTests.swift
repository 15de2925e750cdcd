// Before Swift 6.3, exit tests cannot be told which file to work on.
#if compiler(>=6.3) && (os(macOS) || os(Linux))
  import Foundation
  import ServiceTestSupport
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

    @Test func anotherProcessIsRefusedByWhateverNameItOpensTheFile() async throws {
      let ledger = try FileLedger(at: URL(filePath: path), retention: .zero)
      let files = FileManager.default
      try files.createSymbolicLink(atPath: path + "-symbolic", withDestinationPath: path)
      try files.createSymbolicLink(
        atPath: folder.url.path + "/folder", withDestinationPath: folder.url.path)
      try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
      for isCompacted in [false, true] {
        if isCompacted { try await ledger.compact() }
        try files.linkItem(atPath: path, toPath: path + "-hard")
        await #expect(processExitsWith: .success) { [path = path as String] in
          let folder = URL(filePath: path).deletingLastPathComponent().path
          for name in [path, path + "-hard", path + "-symbolic", folder + "/folder/ledger.jsonl"] {
            let error = try await caught { try FileLedger(at: URL(filePath: name)) }
            #expect(error.code == .ledgerUnavailable)
            #expect(error.message.contains("is open already"), "\(name): \(error.message)")
          }
        }
        try files.removeItem(atPath: path + "-hard")
      }
      try await ledger.append(.intended("A fox"))
    }

    #if os(Linux)
      /// What a process has read is counted by the system.
      @Test func theFileIsReadOnceToOpenItAndNotAtAllForAWebhook() async throws {
        await #expect(processExitsWith: .success) { [path = path as String] in
          let url = URL(filePath: path)
          do {
            let ledger = try FileLedger(at: url)
            try await withThrowingTaskGroup(of: Void.self) { group in
              for number in 0..<2_000 {
                group.addTask {
                  try await ledger.append(
                    .intended("A fox"), .accepted(jobIDs: ["job-\(number)", "other-\(number)"]),
                    .acknowledged(jobID: "job-\(number)"))
                }
              }
              try await group.waitForAll()
            }
          }
          let size = try Data(contentsOf: url).count
          let before = try bytesRead()
          let ledger = try FileLedger(at: url)
          let opened = try bytesRead() - before
          #expect(opened >= size)
          #expect(opened < size * 5 / 4)
          for number in 0..<2_000 {
            #expect(try await ledger.openSubmissions(withJob: "job-\(number)").isEmpty)
            #expect(try await ledger.openSubmissions(withJob: "other-\(number)").count == 1)
          }
          #expect(try await ledger.openSubmissions().count == 2_000)
          #expect(try bytesRead() - before - opened < 10_000)
        }
      }
    #endif

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
        #expect(
          try folder.contents().allSatisfy { !$0.hasSuffix(".new") && !$0.hasSuffix(".lock") })
      }
    }
  }

  #if os(Linux)
    /// How many bytes this process has read, from whatever.
    private func bytesRead() throws -> Int {
      let text = try String(contentsOfFile: "/proc/self/io", encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("rchar: ") })
      return try #require(Int(line.dropFirst("rchar: ".count)))
    }
  #endif

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
