import Dispatch
import Foundation

extension Array where Element: Sendable {
  /// What `transform` makes of the elements, in their order, by as many threads as there are processors.
  ///
  /// The threads have stacks as large as the main thread's, for schemas may be nested deeply; those of
  /// Dispatch have a sixteenth of that on Apple's systems.
  func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let threads = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount)
    guard threads > 1 else { return map(transform) }
    let work = SharedWork(self, transform)
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      let thread = Thread {
        work.take()
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    group.wait()
    return work.results
  }
}

/// Elements of which each thread takes the next one.
private final class SharedWork<Element: Sendable, Result: Sendable>: @unchecked Sendable {
  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  // All below is touched under the lock alone.
  private let lock = NSLock()
  private var next = 0
  private var done: [Int: Result] = [:]

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
  }

  /// Transforms elements until there are none left.
  func take() {
    while let index = nextIndex() {
      let result = transform(elements[index])
      lock.withLock { done[index] = result }
    }
  }

  private func nextIndex() -> Int? {
    lock.withLock {
      guard next < elements.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// The results, in the order of the elements.
  var results: [Result] { lock.withLock { elements.indices.compactMap { done[$0] } } }
}
