/// The jobs that webhooks named, and that are still to be looked into.
actor Backlog {
  private let capacity: Int
  private var waiting: Set<String> = []
  private var reader: AsyncStream<String>.Continuation?
  private var listeners: [CheckedContinuation<Void, Never>] = []

  init(capacity: Int) { self.capacity = capacity }

  /// The IDs of the jobs that are there, and of those to come: each as often as it is added after it
  /// was removed. Whoever asked before gets no more.
  func jobIDs() -> AsyncStream<String> {
    reader?.finish()
    let (jobIDs, reader) = AsyncStream<String>.makeStream()
    for id in waiting { reader.yield(id) }
    self.reader = reader
    return jobIDs
  }

  /// Adds a job, unless it is there.
  ///
  /// - Returns: `false` when there is no room.
  func add(_ id: String) -> Bool {
    guard !waiting.contains(id) else { return true }
    guard waiting.count < capacity else { return false }
    waiting.insert(id)
    reader?.yield(id)
    return true
  }

  /// Removes a job that was looked into.
  func remove(_ id: String) {
    waiting.remove(id)
    guard waiting.isEmpty else { return }
    for listener in listeners { listener.resume() }
    listeners = []
  }

  /// Returns when there is nothing left.
  func isWorkedOff() async {
    guard !waiting.isEmpty else { return }
    await withCheckedContinuation { listeners.append($0) }
  }
}
