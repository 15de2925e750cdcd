/// Keeps names apart.
///
/// Of names that come out the same, one that is spelled so on the wire too stays, and each of the
/// others gets an ending made of its own spelling: none depends on the order in which they come.
struct DistinctNames {
  /// The names, each of them once, in the order in which they came.
  let names: [String]
  /// Which of them had to change.
  let changed: [Int]

  init(_ items: [(name: String, spelling: String)]) {
    let counts = Dictionary(items.map { ($0.name, 1) }, uniquingKeysWith: +)
    changed = items.indices.filter { index in
      counts[items[index].name, default: 1] > 1 && items[index].name != items[index].spelling
    }
    let ends = Set(changed)
    names = items.enumerated().map { index, item in
      ends.contains(index) ? "\(item.name)_\(Fingerprint(item.spelling).short)" : item.name
    }
  }
}
