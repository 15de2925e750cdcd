package import TypedMediaSchema

extension JSON {
  /// Whether both have the same text: the same members in the same order, and numbers that are spelled
  /// alike.
  package func isWritten(as other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let left), .object(let right)):
      guard left.count == right.count else { return false }
      for index in left.indices {
        let (mine, other) = (left[index], right[index])
        guard mine.key.utf8.elementsEqual(other.key.utf8), mine.value.isWritten(as: other.value)
        else {
          return false
        }
      }
      return true
    case (.array(let left), .array(let right)):
      guard left.count == right.count else { return false }
      for index in left.indices where !left[index].isWritten(as: right[index]) { return false }
      return true
    case (.number(let left), .number(let right)): return left.text == right.text
    default: return self == other
    }
  }
}
