extension Sequence {
  /// Waits for what each of the jobs makes: results and errors in the order of the jobs, so that a job
  /// that fails takes nothing from the others.
  ///
  /// Cancelling the task ends the wait at once, and leaves the jobs running.
  ///
  /// - Returns: What each of them made, or why it made nothing.
  public func results<Output>() async -> [Result<Output, any Error>]
  where Element == Job<Output> {
    await withTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      var count = 0
      for (index, job) in enumerated() {
        count += 1
        group.addTask {
          do { return (index, .success(try await job.result())) } catch {
            return (index, .failure(error))
          }
        }
      }
      var results: [Int: Result<Output, any Error>] = [:]
      for await (index, result) in group { results[index] = result }
      return (0..<count).compactMap { results[$0] }
    }
  }
}
