import Foundation
import Testing

@testable import TypedMediaGenerator

/// Work on several threads at once.
@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 1_000])
  func everyElementIsInItsPlace(count: Int) {
    let elements = Array(0..<count)
    let texts = elements.concurrentMap { element in
      // The first ones take the longest, and so end after those that follow.
      (0..<(count - element) * 10).reduce(String(element)) { text, _ in text }
    }
    #expect(texts == elements.map(String.init))
  }

  @Test func aThreadHasRoomForDeepNesting() {
    // As much as fits in half of a main thread's stack, and in none of Dispatch's on Apple's systems.
    let depths = [1, 2].concurrentMap { _ in Self.depth(4 << 20) }
    #expect(depths.allSatisfy { $0 > 0 })
  }

  /// How many calls it takes to fill some bytes of the stack.
  private static func depth(_ bytes: Int, from start: UInt? = nil) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 16) { room in
      let place = UInt(bitPattern: room.baseAddress)
      let used = (start ?? place) - place
      return used > UInt(bytes) ? 0 : 1 + depth(bytes, from: start ?? place)
    }
  }
}
