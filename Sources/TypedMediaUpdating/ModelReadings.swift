package import TypedMedia

/// The results of looking up the models of a source.
package struct ModelReadings: Sendable {
  /// The result of each, by its name.
  package private(set) var byName: [String: ModelReading] = [:]

  /// The progress: a model's name, what came of it, and how many are done of how many.
  package typealias Progress = (
    _ name: String, _ reading: ModelReading, _ done: Int, _ total: Int
  ) -> Void

  /// Looks up models, a few at a time. One that fails takes nothing from the others.
  ///
  /// - Parameters:
  ///   - models: The models. One whose name is not its own fails.
  ///   - old: What snapshots have of them, by their names.
  ///   - limit: How many are looked up at once.
  ///   - progress: Called for each model that is done, one after the other.
  package init(
    of models: [OfferedModel], replacing old: [String: ModelRecord], atOnce limit: Int = 4,
    progress: Progress = { _, _, _, _ in }
  ) async {
    let groups = Dictionary(grouping: models, by: \.name).sorted { $0.key < $1.key }
    var rest = groups[...]
    await withTaskGroup(of: (String, ModelReading).self) { tasks in
      func start() {
        guard let (name, offers) = rest.popFirst() else { return }
        tasks.addTask {
          guard let offer = offers.first, offers.count == 1 else {
            return (name, .failed(reason: "The name is listed \(offers.count) times."))
          }
          return (name, await offer.reading(replacing: old[name]))
        }
      }
      for _ in 0..<limit { start() }
      for await (name, reading) in tasks {
        byName[name] = reading
        progress(name, reading, byName.count, groups.count)
        start()
      }
    }
  }
}
