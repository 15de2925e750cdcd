/// Which members of an object, or elements of an array, rules have looked at and found valid.
struct Evaluated {
  /// Tells whether anyone is going to ask.
  let isWanted: Bool
  private var marks: [Bool] = []
  private var hasAll = false

  /// The record of those who will not ask.
  static let unwanted = Evaluated(isWanted: false)

  init(isWanted: Bool) { self.isWanted = isWanted }

  mutating func mark(_ index: Int) {
    guard isWanted, !hasAll else { return }
    if marks.count <= index {
      marks.append(contentsOf: repeatElement(false, count: index + 1 - marks.count))
    }
    marks[index] = true
  }

  /// Up to which place there are marks.
  var count: Int { marks.count }

  mutating func markAll() { hasAll = true }

  mutating func formUnion(_ other: Evaluated) {
    guard isWanted else { return }
    if other.hasAll { hasAll = true }
    for (index, isMarked) in other.marks.enumerated() where isMarked { mark(index) }
  }

  func contains(_ index: Int) -> Bool { hasAll || index < marks.count && marks[index] }
}
