/// A submission that IndoxHub accepted: a job, or a result that is there at once.
public typealias IndoxHubSubmission = Submission<IndoxHubGeneration>

extension Submission: IndoxHubAnswer where Output == IndoxHubGeneration {
  /// The result, where it was made at once; `nil` where one has to wait for the job.
  public var generation: IndoxHubGeneration? {
    jobs.contains { $0.handle.result != nil } ? try? IndoxHubGeneration(object) : nil
  }
}
