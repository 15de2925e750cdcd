/// A stack from which elements are moved into arrays, without a copy that would count references.
struct MovingStack<Element>: ~Copyable {
  private(set) var count = 0
  private var capacity = 0
  /// Where they are; `nil` until there is one.
  private var storage: UnsafeMutablePointer<Element>?

  deinit {
    storage?.deinitialize(count: count)
    storage?.deallocate()
  }

  /// Puts an element on top.
  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    storage?.advanced(by: count).initialize(to: element)
    count += 1
  }

  /// Takes off all elements but the first `rest`, and returns them in the order in which they came.
  mutating func pop(to rest: Int) -> [Element] {
    guard let storage, rest < count else { return [] }
    let amount = count - rest
    count = rest
    return Array(unsafeUninitializedCapacity: amount) { buffer, initializedCount in
      buffer.baseAddress?.moveInitialize(from: storage + rest, count: amount)
      initializedCount = amount
    }
  }

  private mutating func grow() {
    let larger = max(16, 2 * capacity)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    if let storage {
      new.moveInitialize(from: storage, count: count)
      storage.deallocate()
    }
    (storage, capacity) = (new, larger)
  }
}
