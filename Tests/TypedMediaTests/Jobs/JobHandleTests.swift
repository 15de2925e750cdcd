import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

@Suite struct JobHandleTests {
  @Test(arguments: [
    JobHandle.sample, JobHandle(service: "Acme", id: "job-2"),
    JobHandle(service: "Ä", model: "", id: "../\"\n🦊"),
  ])
  func aHandleSurvivesStorage(handle: JobHandle) throws {
    let stored = try JSONEncoder().encode(handle)
    #expect(try JSONDecoder().decode(JobHandle.self, from: stored) == handle)
  }

  @Test func aStoredHandleFollowsTheSameJob() async throws {
    let stored = try JSONEncoder().encode(JobHandle.sample)
    let service = ScriptedJobService(.running, .completed("a fox"))
    let job = Job(try JSONDecoder().decode(JobHandle.self, from: stored), at: service)
    #expect(job.id == "job-1")
    #expect(try await job.result() == "a fox")
    #expect(service.handles == [.sample, .sample])
  }
}
