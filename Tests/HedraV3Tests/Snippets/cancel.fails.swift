import HedraV3

func stop(_ hedra: HedraV3Client, _ job: Job<HedraV3Result>) async throws {
  _ = try await hedra.cancel(job.handle)  // expected-error {{has no member 'cancel'}}
}
