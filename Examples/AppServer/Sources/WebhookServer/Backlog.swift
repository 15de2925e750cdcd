/// The jobs that webhooks named, and that are still to be looked into.
actor Backlog {
  /// The IDs of the jobs, each as often as it is added after it was removed.
  nonisolated let jobIDs: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation
  private let capacity: Int
  private var waiting: Set<String> = []

  init(capacity: Int) {
    self.capacity = capacity
    (jobIDs, continuation) = AsyncStream.makeStream()
  }

  /// Adds a job, unless it is there.
  ///
  /// - Returns: `false` when there is no room.
  func add(_ id: String) -> Bool {
    guard !waiting.contains(id) else { return true }
    guard waiting.count < capacity else { return false }
    waiting.insert(id)
    continuation.yield(id)
    return true
  }

  /// Removes a job that was looked into.
  func remove(_ id: String) { waiting.remove(id) }
}
