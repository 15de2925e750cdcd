import ServiceTestSupport
import TypedMedia

extension ServiceConnection {
  /// Returns when at least `count` calls wait for their turn.
  func queueHas(_ count: Int) async throws {
    let length = Watched(0)
    gate.observeQueue { current in length.change { $0 = current } }
    try await length.wait { $0 >= count }
  }
}
