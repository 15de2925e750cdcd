import HedraV3

func stop(_ job: Job<HedraV3Result>) async throws {
  _ = try await job.status()
}
