import Replicate

func text(of job: Job<SeamlessCommunication.Output>) async throws -> String? {
  try await job.result().textOutput
}
