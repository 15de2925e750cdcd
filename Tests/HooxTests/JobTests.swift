import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// Jobs by the dozen and by the thousand, and what they may cost.
@Suite(.timeLimit(.minutes(20))) struct JobTests {
  private let clock = VirtualClock()

  @Test func aThousandJobsAreFollowedWithinTheRateAndNoneFails() async throws {
    let sandbox = HooxSandbox.played(credits: 1_000_000, clock: clock)
    let attempts = Attempts()
    let hoox = sandbox.client(
      configuration: ClientConfiguration(
        polling: PollingPolicy(deadline: .seconds(100_000)), observer: { attempts.append($0) }))
    let jobs = try await withThrowingTaskGroup(of: [Job<HooxAsset>].self) { group in
      for _ in 0..<250 {
        group.addTask {
          try await hoox.submit(Pebble(prompt: "p", generationCount: 4)).jobs
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let results = await jobs.results()
    #expect(results.count == 1_000)
    #expect(results.allSatisfy { (try? $0.get())?.status == .completed })
    #expect(attempts.all.allSatisfy { $0.error == nil })
  }

  @Test func aBatchKeepsWhatSucceeded() async throws {
    let sandbox = HooxSandbox.played(clock: clock)
    let hoox = sandbox.client()
    await sandbox.failNextGenerations(1, code: "nsfw", message: "The prompt was refused.")
    let submission = try await hoox.submit(Kite(prompt: "p", generationCount: 3))
    let results = await submission.jobs.results()
    #expect(results.count == 3)
    #expect(results.filter { (try? $0.get()) != nil }.count == 2)
    #expect(throws: MediaError.self) { try results[0].get() }
    guard case .failure(let error as MediaError) = results[0] else { return }
    #expect(error.code == .generationFailed)
    #expect(error.serviceCode == "nsfw")
    #expect(error.isRefunded == true)
    #expect(error.job == submission.jobs[0].handle)
  }

  @Test func whatWouldCostTooMuchIsNotSent() async throws {
    let sandbox = HooxSandbox.played(credits: 100, clock: clock)
    await sandbox.setBaseCost(8, of: "pebble")
    let hoox = sandbox.client()
    let request = Pebble(prompt: "p", generationCount: 2)
    let error = await #expect(throws: MediaError.self) {
      try await hoox.submit(request, maxCost: 15.5)
    }
    #expect(error?.code == .tooExpensive)
    #expect(error?.message == "The request costs 16 credits, and may cost 15.5 at most.")
    #expect(await sandbox.credits == 100)
    #expect(await sandbox.receivedRequests.map(\.endpoint) == [.price])
    #expect(try await hoox.submit(request, maxCost: 16).totalCost == 16)
  }
}
