/// Holds whoever comes until it is opened, and says how many have come.
package final class Gate: Sendable {
  private let state = Watched((isOpen: false, arrivals: 0))

  package init() {}

  /// Waits until the gate is open, or the task is cancelled.
  package func pass() async {
    state.change { $0.arrivals += 1 }
    try? await state.wait { $0.isOpen }
  }

  /// Lets everybody through, who waits and who comes later.
  package func open() { state.change { $0.isOpen = true } }

  /// Returns when `count` have come, whether they were held or not.
  package func arrived(_ count: Int = 1) async throws {
    try await state.wait { $0.arrivals >= count }
  }
}
