import ClipPreviews
import ClipStudio
import Foundation
import Hoox
import HooxSandbox
import Testing

/// What a view gets to see, without one.
@MainActor @Suite(.timeLimit(.minutes(20))) struct ClipMakerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "clip-maker-\(UUID().uuidString)", directoryHint: .isDirectory)
  private let sandbox = HooxSandbox(credits: 100, clock: VirtualClock())

  /// A maker as each run of the app has one: the ledger is opened anew.
  private func maker() throws -> ClipMaker {
    let ledger = try FileLedger(at: folder.appending(path: "jobs.jsonl"))
    let maker = ClipMaker(
      sandbox.client(configuration: ClientConfiguration(ledger: ledger, retries: .never)),
      savingIn: folder)
    maker.prompt = "A fox"
    return maker
  }

  private var clips: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".mp4") }
  }

  @Test func aClipIsMadeAndSaved() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let maker = try maker()
    #expect(maker.canStart)
    maker.start()
    #expect(!maker.canStart)
    await maker.finish()
    guard case .done(let file) = maker.phase else {
      Issue.record("It is \(maker.phase).")
      return
    }
    #expect(clips == [file.lastPathComponent])
    #expect(maker.canStart)
  }

  @Test func nothingIsMadeOfNothing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let maker = try maker()
    maker.prompt = " \n"
    maker.start()
    #expect(maker.phase == .idle && !maker.canStart)
  }

  @Test func whatAnEarlierRunPaidForIsFinishedAtLaunch() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let ledger = try FileLedger(at: folder.appending(path: "jobs.jsonl"))
      let hoox = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
      _ = try await hoox.submit(Veo3_1(prompt: "A fox"))
    }
    let maker = try maker()
    maker.resume()
    await maker.finish()
    #expect(clips.count == 1)
    // There is nothing left, and what is shown stays.
    let phase = maker.phase
    maker.resume()
    await maker.finish()
    #expect(maker.phase == phase)
    #expect(await sandbox.receivedRequests.filter { $0.endpoint == .start }.count == 1)
  }

  @Test(arguments: [
    (SandboxFault.lostAnswer, true), (.insufficientCredits, false), (.unauthorized, false),
  ])
  func whatGoesWrongIsSaidWithWhetherItMayBePaid(
    fault: SandboxFault, mayBePaid: Bool
  ) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    await sandbox.script(fault, for: .start)
    let maker = try maker()
    maker.start()
    await maker.finish()
    guard case .failed(let message, mayBePaid) = maker.phase else {
      Issue.record("It is \(maker.phase).")
      return
    }
    #expect(!message.isEmpty)
  }

  @Test func whoStopsWaitingLosesNothing() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let slow = HooxSandbox(pace: .init(pending: .seconds(3_600), generating: .seconds(1)))
    let ledger = try FileLedger(at: folder.appending(path: "jobs.jsonl"))
    let hoox = slow.client(configuration: ClientConfiguration(ledger: ledger))
    let maker = ClipMaker(hoox, savingIn: folder)
    maker.prompt = "A fox"
    maker.start()
    // Until the service has it.
    while await slow.receivedRequests.filter({ $0.endpoint == .status }).isEmpty {
      await Task.yield()
    }
    maker.stop()
    await maker.finish()
    #expect(maker.phase == .idle)
    #expect(try await hoox.recover().jobs.count == 1)
  }

  @Test func previewsNeedNothing() async {
    let maker = ClipMaker.inSandbox(prompt: "A fox", HooxSandbox(clock: VirtualClock()))
    maker.start()
    await maker.finish()
    guard case .done(let file) = maker.phase else {
      Issue.record("It is \(maker.phase).")
      return
    }
    try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
  }
}
