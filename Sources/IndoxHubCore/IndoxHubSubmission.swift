/// What the service accepted: a job, or a result that is there at once.
public struct IndoxHubSubmission: IndoxHubAnswer {
  /// The jobs. There is at least one.
  public let jobs: [Job<IndoxHubClient>]
  /// The first job, which mostly is the only one. It has ended where there is a ``generation``.
  public let job: Job<IndoxHubClient>
  /// What was made at once; `nil` where one has to wait for the job.
  public let generation: IndoxHubGeneration?
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject, jobs: [Job<IndoxHubClient>]) throws {
    guard let first = jobs.first else { throw JSONMismatch(problem: "has no jobs") }
    self.jobs = jobs
    job = first
    generation = jobs.contains { $0.handle.result != nil } ? try? IndoxHubGeneration(object) : nil
    self.object = object
  }

  /// Whether both are the same answer.
  public static func == (first: Self, second: Self) -> Bool { first.object == second.object }
  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(object) }
}
