/// The latest of any number of keys.
struct RecentKeys {
  private let capacity: Int
  private var keys: Set<String> = []
  /// The keys in the order in which they came, as a ring once there are as many as there may be.
  private var order: [String] = []
  private var oldest = 0

  init(capacity: Int) { self.capacity = max(capacity, 1) }

  func contains(_ key: String) -> Bool { keys.contains(key) }

  /// Remembers `key`, in place of the oldest where there is no room.
  mutating func insert(_ key: String) {
    guard keys.insert(key).inserted else { return }
    guard order.count == capacity else { return order.append(key) }
    keys.remove(order[oldest])
    order[oldest] = key
    oldest = (oldest + 1) % capacity
  }
}
