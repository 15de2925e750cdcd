import Replicate

func text(of job: Job<Bark.Output>) async throws -> String? {
  try await job.result().textOutput  // expected-error {{value of type 'Bark.Output' has no member 'textOutput'}}
}
